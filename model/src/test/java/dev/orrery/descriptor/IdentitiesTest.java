package dev.orrery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Release;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which descriptions are of one service. A service is written `id`, or `id=alias,alias`.
class IdentitiesTest {
    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "cart, Cart",
        "cart, cart-service",
        "cart, Cart_Svc",
        "cart, shop/cart",
        "cart, component:default/cart-api",
        "cart-service, cartservice",
        "cart.api, cart-server",
        "web_shop, Web Shop App",
        "cart-api, cart-api-service",
    })
    void namesThatDifferOnlyInHowASourceWritesThemAreOneService(String one, String other) {
        assertThat(ids(draft("compose", one), draft("zipkin", other))).containsExactly(one);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"api, app", "service, server", "cart, carts", "cart, cart-worker", "-, _"})
    void otherNamesAreOtherServices(String one, String other) {
        assertThat(ids(draft("compose", one), draft("zipkin", other))).containsExactlyInAnyOrder(one, other);
        assertThat(problems).isEmpty();
    }

    @Test
    void withinOneDraftTwoServicesAreTwo() {
        assertThat(ids(draft("native", "cart=x", "cart-service=x", "Cart"))).hasSize(3);
        assertThat(problems).isEmpty();
    }

    @Test
    void anIdGoesBeforeTheOtherNamesOfItsDraft() {
        assertThat(ids(draft("compose", "cart"), draft("kubernetes", "cart", "old/cart=cart")))
                .containsExactly("cart", "old/cart");
        assertThat(problems).isEmpty();
    }

    @Test
    void theCloserNameDecides() {
        assertThat(ids(draft("compose", "cart", "cart-service"), draft("zipkin", "Cart", "CartService")))
                .containsExactly("cart", "cart-service");
        assertThat(problems).isEmpty();
    }

    @Test
    void anAliasOfOneIsTheIdOfTheOther() {
        assertThat(ids(draft("compose", "cart"), draft("kubernetes", "shop/basket=CART,basket.shop")))
                .containsExactly("cart");
    }

    @Test
    void descriptionsAreJoinedAcrossMoreThanTwoSources() {
        Topology topology = resolve(
                draft("compose", "cart"), draft("kubernetes", "x/basket=cart"), draft("zipkin", "basket-service"));
        assertThat(topology.services()).extracting(Service::id).containsExactly("cart");
        assertThat(topology.services().getFirst().aliases()).containsExactly("basket-service", "x/basket");
        assertThat(topology.services().getFirst().sources()).hasSize(3);
    }

    @Test
    void whatIsNotCertainIsReportedOnceHoweverManyNamesSaySo() {
        Draft two = draft("kubernetes", "a/cart=c1,c2", "b/cart=c1,c2");
        assertThat(ids(draft("compose", "cart=c1,c2"), two)).containsExactly("a/cart", "b/cart", "cart");
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("service-ambiguous");
            assertThat(problem.source()).isEqualTo(at("compose", 1));
            assertThat(problem.arguments()).containsExactly("cart", "a/cart (kubernetes:1:1), b/cart (kubernetes:2:1)");
        });
    }

    @Test
    void whereOnlyOneSourceIsUnclearTheOthersAreJoined() {
        Draft unclear = draft("kubernetes", "a/cart", "b/cart");
        assertThat(ids(draft("compose", "cart"), unclear, draft("zipkin", "Cart-Service")))
                .containsExactly("a/cart", "b/cart", "cart");
        assertThat(problems).extracting(Problem::code).containsExactly("service-ambiguous");
    }

    @Test
    void noChainOfNamesMakesOneServiceOfTwoOfADraft() {
        assertThat(ids(draft("compose", "a=x,y"), draft("kubernetes", "b=x", "c=y")))
                .containsExactly("a", "c");
        assertThat(problems).extracting(Problem::code).containsExactly("service-ambiguous");
        assertThat(problems.getFirst().arguments()).containsExactly("c", "a (compose:1:1)");
    }

    @Test
    void anAliasThatManySourcesShareJoinsThemAll() {
        Draft[] drafts = IntStream.range(0, 50)
                .mapToObj(at -> draft("openapi", "orders" + (char) ('a' + at % 26) + at + "=orders.example"))
                .toArray(Draft[]::new);
        assertThat(ids(drafts)).containsExactly("ordersa0");
    }

    @Test
    void peopleMayUniteEvenTwoOfOneDraftAndOnlyWhomTheyName() {
        Draft compose = draft("compose", "cart", "basket", "trolley=shared", "wagon=shared");
        assertThat(stated(Map.of("cart", List.of("BASKET", "shared")), compose))
                .containsExactly("cart", "trolley", "wagon");
    }

    @Test
    void whatPeopleSaySettlesWhatIsUnclear() {
        Draft cluster = draft("kubernetes", "a/cart=cart", "b/cart=cart");
        assertThat(stated(Map.of("cart", List.of("b/cart")), draft("compose", "cart"), cluster))
                .containsExactly("a/cart", "cart");
        assertThat(problems).isEmpty();
    }

    @Test
    void aStatedNameThatNoSourceDefinesIsAnotherNameAllTheSame() {
        Draft compose = Draft.of("compose", "")
                .add(service("web", 1))
                .add(service("cart", 2))
                .add(need("web", "basket.intern"))
                .build();
        Topology topology = TopologyResolver.resolve(
                "t", List.of(compose), Map.of("cart", List.of("basket.intern")), problems::add);
        assertThat(topology.dependencies())
                .singleElement()
                .satisfies(dependency -> assertThat(dependency.to()).isEqualTo("cart"));
        assertThat(topology.service("cart").orElseThrow().aliases()).containsExactly("basket.intern");
        assertThat(problems).isEmpty();
    }

    @Test
    void namesakesOfOtherProductsHaveIdsOfTheirOwnAndEachFindsItsKin() {
        Topology topology = resolve(
                made("one", "postgres:17"),
                made("two", "docker.io/library/mysql:8@sha256:0"),
                made("three", "bitnami/postgresql:16-alpine"),
                made("four", "mysql"));
        assertThat(topology.services()).extracting(Service::id).containsExactly("db", "two/db");
        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly("service-apart", "service-defined-twice", "service-defined-twice");
        assertThat(problems.getFirst().arguments()).containsExactly("db", "one/compose.yaml:1:1", "two/db");
    }

    @Test
    void namesakesInOneFolderAreToldApartByTheirFiles() {
        Draft first = Draft.of("native", "a.yaml")
                .add(Service.builder("db", new SourceLocation("a.yaml", 1, 1))
                        .technology("Redis")
                        .build())
                .build();
        Draft second = Draft.of("native", "b.yaml")
                .add(Service.builder("db", new SourceLocation("b.yaml", 1, 1))
                        .technology("Kafka")
                        .build())
                .build();
        assertThat(resolve(first, second).services()).extracting(Service::id).containsExactly("b.yaml/db", "db");
    }

    @Test
    void sourcesOfDifferentFormatsMayNameTheTechnologyDifferently() {
        Draft compose = Draft.of("compose", "")
                .add(Service.builder("cart", at("compose", 1))
                        .technology("registry/cart:3")
                        .build())
                .build();
        Draft drawn = Draft.of("structurizr", "")
                .add(Service.builder("Cart", at("structurizr", 1))
                        .technology("Java, Spring Boot")
                        .build())
                .build();
        assertThat(ids(compose, drawn)).containsExactly("cart");
    }

    @Test
    void aNameWithANamespaceMeansNoOtherNamespaceOfItsDraftButMayMeanAnotherSource() {
        Draft catalog = Draft.of("backstage", "")
                .add(service("component:default/web", 1))
                .add(service("component:default/cart", 2))
                .add(need("component:default/web", "component:other/cart"))
                .add(need("component:default/web", "component:other/mail"))
                .build();
        Topology topology = resolve(catalog, draft("compose", "mail-service"));
        assertThat(topology.dependencies())
                .extracting(dependency -> dependency.to() + " " + dependency.dangling())
                .containsExactly("component:other/cart true", "mail-service false");
    }

    @Test
    void whatCanStandTogetherIsKeptTogether() {
        Draft one = Draft.of("native", "")
                .add(Service.builder("a", at("one", 1))
                        .active(false)
                        .links(Map.of("runbook", "https://one"))
                        .owns(List.of("orders"))
                        .provides(Map.of("orders", "v1"))
                        .releases(List.of(new Release("1", 90, null)))
                        .healthChecks(List.of(check("http://x/health", "one")))
                        .build())
                .build();
        Draft other = Draft.of("compose", "")
                .add(Service.builder("a", at("two", 1))
                        .links(Map.of("runbook", "https://two", "board", "https://board"))
                        .owns(List.of("orders", "returns"))
                        .provides(Map.of("orders", "v2", "returns", "v1"))
                        .releases(List.of(new Release("1", 50, null), new Release("2", 10, null)))
                        .healthChecks(List.of(check("http://x/health", "two"), check("http://y/health", "two")))
                        .build())
                .build();
        Service merged = resolve(one, other).services().getFirst();
        assertThat(merged.active()).isTrue();
        assertThat(merged.links())
                .containsExactly(Map.entry("board", "https://board"), Map.entry("runbook", "https://one"));
        assertThat(merged.owns()).containsExactly("orders", "returns");
        assertThat(merged.provides()).containsExactly(Map.entry("orders", "v1"), Map.entry("returns", "v1"));
        assertThat(merged.releases()).containsExactly(new Release("1", 90, null), new Release("2", 10, null));
        assertThat(merged.healthChecks())
                .extracting(check -> check.url() + " " + check.source().file())
                .containsExactly("http://x/health one", "http://y/health two");
    }

    private List<String> ids(Draft... drafts) {
        return stated(Map.of(), drafts);
    }

    private List<String> stated(Map<String, List<String>> aliases, Draft... drafts) {
        return TopologyResolver.resolve("t", List.of(drafts), aliases, problems::add).services().stream()
                .map(Service::id)
                .toList();
    }

    private Topology resolve(Draft... drafts) {
        return TopologyResolver.resolve("t", List.of(drafts), problems::add);
    }

    private static Draft draft(String format, String... services) {
        Draft.Builder draft = Draft.of(format, "");
        for (int at = 0; at < services.length; at++) {
            String[] parts = services[at].split("=", 2);
            Set<String> aliases = parts.length == 1 ? Set.of() : Set.of(parts[1].split(",", -1));
            draft.add(Service.builder(parts[0], at(format, at + 1))
                    .aliases(aliases)
                    .build());
        }
        return draft.build();
    }

    private static Draft made(String folder, String technology) {
        return Draft.of("compose", folder)
                .add(Service.builder("db", at(folder + "/compose.yaml", 1))
                        .technology(technology)
                        .build())
                .build();
    }

    private static Service service(String id, int line) {
        return Service.builder(id, at("file", line)).build();
    }

    private static Draft.Need need(String from, String to) {
        return Draft.Need.of(from, to, new Evidence(Certainty.DECLARED, "test", at("file", 9)));
    }

    private static HealthCheck check(String url, String file) {
        return new HealthCheck(url, Duration.ofSeconds(15), Duration.ofSeconds(5), null, at(file, 1));
    }

    private static SourceLocation at(String file, int line) {
        return new SourceLocation(file, line, 1);
    }
}
