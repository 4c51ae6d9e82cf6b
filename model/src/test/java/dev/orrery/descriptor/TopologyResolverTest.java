package dev.orrery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceBuilder;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopologyResolverTest {
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void theSameIdInTwoSourcesIsOneServiceAndWhatEitherSaysIsKept() {
        Draft compose = Draft.of("compose", "")
                .add(service("cart", "compose.yaml").technology("node:22").build())
                .add(needs("cart", "redis", Certainty.DECLARED, "compose.yaml"))
                .add(service("redis", "compose.yaml").build())
                .build();
        Draft cluster = Draft.of("kubernetes", "")
                .add(service("cart", "k8s.yaml")
                        .name("Cart")
                        .owner("team-a")
                        .technology("cart:2")
                        .tags(List.of("tier-1"))
                        .healthChecks(List.of(check("http://cart.example/health", "k8s.yaml")))
                        .build())
                .add(service("redis", "k8s.yaml").kind(ServiceKind.CACHE).build())
                .add(needs("cart", "redis", Certainty.INFERRED, "k8s.yaml"))
                .build();

        Topology topology = resolve(compose, cluster);

        Service cart = topology.service("cart").orElseThrow();
        assertThat(cart.name()).isEqualTo("Cart");
        assertThat(cart.owner()).isEqualTo("team-a");
        assertThat(cart.technology()).isEqualTo("node:22");
        assertThat(cart.tags()).containsExactly("tier-1");
        assertThat(cart.healthChecks()).hasSize(1);
        assertThat(cart.sources()).extracting(SourceLocation::file).containsExactly("compose.yaml", "k8s.yaml");
        assertThat(topology.service("redis").orElseThrow().kind()).isEqualTo(ServiceKind.CACHE);
        Dependency dependency = topology.dependencies().getFirst();
        assertThat(dependency.certainty()).isEqualTo(Certainty.DECLARED);
        assertThat(dependency.evidence())
                .extracting(Evidence::certainty)
                .containsExactly(Certainty.DECLARED, Certainty.INFERRED);
        assertThat(problems).isEmpty();
    }

    @Test
    void aStatedAliasJoinsAndTheFirstSourceGivesTheId() {
        Draft compose = Draft.of("compose", "")
                .add(service("cart", "a").aliases(Set.of("cart.local")).build())
                .build();
        Draft catalog = Draft.of("backstage", "")
                .add(service("component:default/basket", "b")
                        .aliases(Set.of("Cart.Local"))
                        .build())
                .build();

        Topology topology = resolve(compose, catalog);

        assertThat(topology.services()).extracting(Service::id).containsExactly("cart");
        assertThat(topology.service("cart").orElseThrow().aliases())
                .containsExactlyInAnyOrder("Cart.Local", "cart.local", "component:default/basket");
    }

    @Test
    void namesThatAreAlikeJoinAcrossFormatsOnly() {
        Draft compose =
                Draft.of("compose", "a").add(service("cart", "a").build()).build();
        Draft other =
                Draft.of("compose", "b").add(service("cart-svc", "b").build()).build();
        Draft traced = Draft.of("zipkin", "")
                .add(service("shop/Cart_Service", "z").build())
                .build();

        assertThat(resolve(compose, traced).services()).extracting(Service::id).containsExactly("cart");
        assertThat(resolve(compose, other).services()).extracting(Service::id).containsExactly("cart", "cart-svc");
        assertThat(problems).isEmpty();
    }

    @Test
    void whatANameCouldMeanTwiceStaysApartAndIsReported() {
        Draft cluster = Draft.of("kubernetes", "")
                .add(service("a/cart", "k").build())
                .add(service("b/cart", "k").build())
                .build();
        Draft compose =
                Draft.of("compose", "").add(service("cart", "c").build()).build();

        Topology topology = resolve(compose, cluster);

        assertThat(topology.services()).extracting(Service::id).containsExactly("a/cart", "b/cart", "cart");
        assertThat(problems).extracting(Problem::code).containsExactly("service-ambiguous");
    }

    @Test
    void theUserSaysWhoIsMeant() {
        Draft cluster = Draft.of("kubernetes", "")
                .add(service("a/cart", "k").build())
                .add(service("b/cart", "k").build())
                .build();
        Draft compose =
                Draft.of("compose", "").add(service("cart", "c").build()).build();

        Topology topology = TopologyResolver.resolve(
                "t", List.of(compose, cluster), Map.of("cart", List.of("a/cart")), problems::add);

        assertThat(topology.services()).extracting(Service::id).containsExactly("b/cart", "cart");
    }

    @Test
    void twoProjectsOfOneFormatThatUseAnIdForDifferentProductsHaveTwoServices() {
        Draft one = Draft.of("compose", "one")
                .add(service("db", "one").technology("postgres:17").build())
                .add(service("api", "one").build())
                .add(needs("api", "db", Certainty.DECLARED, "one"))
                .build();
        Draft other = Draft.of("compose", "other")
                .add(service("db", "other").technology("mongo:8").build())
                .add(service("web", "other").build())
                .add(needs("web", "db", Certainty.DECLARED, "other"))
                .build();

        Topology topology = resolve(one, other);

        assertThat(topology.services()).extracting(Service::id).containsExactly("api", "db", "other/db", "web");
        assertThat(edges(topology)).containsExactly("api>db", "web>other/db");
        assertThat(problems).extracting(Problem::code).containsExactly("service-apart");
    }

    @Test
    void anotherVersionIsNotAnotherProduct() {
        Draft one = Draft.of("compose", "one")
                .add(service("db", "one").technology("postgres:16").build())
                .build();
        Draft other = Draft.of("compose", "other")
                .add(service("db", "other").technology("postgres:17").build())
                .build();

        assertThat(resolve(one, other).services()).hasSize(1);
        assertThat(problems).extracting(Problem::code).containsExactly("service-defined-twice");
    }

    @Test
    void aConclusionAboutNobodyIsDroppedAndAStatementIsReported() {
        Draft draft = Draft.of("kubernetes", "")
                .add(service("web", "k").build())
                .add(needs("web", "example", Certainty.INFERRED, "k"))
                .add(needs("web", "ledger", Certainty.DECLARED, "k"))
                .add(needs("web", "seen", Certainty.OBSERVED, "k"))
                .build();

        Topology topology = resolve(draft);

        assertThat(edges(topology)).containsExactly("web>ledger", "web>seen");
        assertThat(topology.dependencies()).allMatch(Dependency::dangling);
        assertThat(problems).extracting(Problem::code).containsOnly("dangling-dependency");
    }

    @Test
    void aNeedMeansItsOwnSourceFirstAndThenEverybodys() {
        Draft one = Draft.of("kubernetes", "")
                .add(service("shop/cart", "k").aliases(Set.of("cart")).build())
                .add(service("shop/web", "k").aliases(Set.of("web")).build())
                .add(needs("shop/web", "cart", Certainty.INFERRED, "k"))
                .build();
        Draft other = Draft.of("compose", "")
                .add(service("job", "c").build())
                .add(needs("job", "web", Certainty.INFERRED, "c"))
                .build();

        assertThat(edges(resolve(other, one))).containsExactly("job>shop/web", "shop/web>shop/cart");
    }

    @Test
    void aServiceIsInTheBoundaryOfTheSourceThatCountsMost() {
        Draft one = Draft.of("native", "")
                .add(service("a", "n").build())
                .add(boundary("x"))
                .member("a", "x", at("n"))
                .build();
        Draft other = Draft.of("kubernetes", "")
                .add(service("a", "k").build())
                .add(service("b", "k").build())
                .add(boundary("y"))
                .member("a", "y", at("k"))
                .member("b", "y", at("k"))
                .build();

        assertThat(resolve(one, other).services()).extracting(Service::boundary).containsExactly("x", "y");
    }

    private Topology resolve(Draft... drafts) {
        return TopologyResolver.resolve("t", List.of(drafts), problems::add);
    }

    private static List<String> edges(Topology topology) {
        return topology.dependencies().stream()
                .map(dependency -> dependency.from() + ">" + dependency.to())
                .toList();
    }

    private static ServiceBuilder service(String id, String file) {
        return Service.builder(id, at(file));
    }

    private static Boundary boundary(String id) {
        return new Boundary(id, id, "system", null, null, at("b"));
    }

    private static Draft.Need needs(String from, String to, Certainty certainty, String file) {
        return Draft.Need.of(from, to, new Evidence(certainty, "test", at(file)));
    }

    private static HealthCheck check(String url, String file) {
        return new HealthCheck(url, Duration.ofSeconds(15), Duration.ofSeconds(5), null, at(file));
    }

    private static SourceLocation at(String file) {
        return new SourceLocation(file, 1, 1);
    }
}
