package dev.orrery.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {
    private static final SourceLocation HERE = new SourceLocation("shop.yaml", 1, 1);

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://localhost:9103/health,   https://stage.example,           https://stage.example/health
            http://localhost:9103/health,   https://stage.example:8443/a/,   https://stage.example:8443/a/health
            http://localhost:9103,          https://stage.example/a,         https://stage.example/a
            http://localhost/h?full=1,      http://10.0.0.7:81,              http://10.0.0.7:81/h?full=1
            http://[::1]:80/h,              http://[fd00::7]:8080,           http://[fd00::7]:8080/h
            tcp://localhost:5432,           https://db.stage.example,        tcp://db.stage.example:5432
            tcp://localhost:5432,           https://db.stage.example:6000,   tcp://db.stage.example:6000
            grpc://localhost:50051/a.B,     https://g.stage.example,         grpc://g.stage.example:50051/a.B
            http://localhost:9103/health,   https://{service}.example,       https://cart-db.example/health
            """)
    void aBaseTakesThePlaceOfWhatStandsBeforeThePath(String declared, String base, String moved) {
        assertThat(url("shop/cart-db", declared, new Environment.Base(base))).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://localhost:9103/health,   http://localhost:19103/health
            http://localhost:9104/health,   http://localhost:9104/health
            http://localhost/health,        http://localhost:8080/health
            https://localhost/health,       https://localhost:8443/health
            tcp://localhost:9103,           tcp://localhost:19103
            """)
    void aPortIsExchangedWhereItIsMapped(String declared, String moved) {
        Environment.Ports ports = new Environment.Ports(new TreeMap<>(Map.of(9103, 19103, 80, 8080, 443, 8443)));
        assertThat(url("cart", declared, ports)).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            cart,        http://cart.example/h
            shop/cart,   http://shop.example/h
            shop/a/db,   http://shop.example/h
            other,       http://any.example/h
            """)
    void aServiceThatIsNamedGoesBeforePatternsAndThoseInTheirOrder(String service, String moved) {
        Environment environment = environment(
                new Environment.Move("shop/*", new Environment.Base("http://shop.example")),
                new Environment.Move("*", new Environment.Base("http://any.example")),
                new Environment.Move("cart", new Environment.Base("http://cart.example")));
        assertThat(url(environment, service, "http://localhost:1/h")).isEqualTo(moved);
    }

    @Test
    void nothingButAddressesChanges() {
        Topology topology = topology("cart", "http://localhost:1/h");
        Topology moved = environment(new Environment.Move("*", new Environment.Base("http://x.example")))
                .apply(topology);
        assertThat(moved.dependencies()).isEqualTo(topology.dependencies());
        assertThat(moved.service("cart").orElseThrow().healthChecks().getFirst())
                .isEqualTo(topology.service("cart")
                        .orElseThrow()
                        .healthChecks()
                        .getFirst()
                        .withUrl("http://x.example/h"));
        assertThat(environment(new Environment.Move("mail", new Environment.Base("http://x.example")))
                        .apply(topology))
                .isSameAs(topology);
    }

    @Test
    void aSecretGoesByTheNameThatItHasHere() {
        Environment staging = new Environment(
                "staging", List.of(), new TreeMap<>(Map.of("shop", "shop-staging", "b", "c", "c", "d")), null, HERE);
        HealthCheck check = check("http://localhost:1/h")
                .with(new HealthRequest(new TreeMap<>(Map.of("X-A", "shop", "X-B", "b", "X-Other", "other")), true));

        HealthCheck here = only(staging.apply(topology("cart", check)), "cart");

        assertThat(here.request().headers()).isEqualTo(Map.of("X-A", "shop-staging", "X-B", "c", "X-Other", "other"));
        assertThat(here.withUrl("").with(HealthRequest.PLAIN))
                .as("and nothing else changes")
                .isEqualTo(check.withUrl("").with(HealthRequest.PLAIN));
    }

    @Test
    void aServerThatKnowsTheEnvironmentIsAskedWithTheSecretsOfTheEnvironment() {
        PrometheusRule metrics = new PrometheusRule(
                "https://metrics.example",
                null,
                null,
                new TreeSet<>(),
                List.of(),
                HealthCheck.DEFAULT_INTERVAL,
                PrometheusRule.DEFAULT_TIMEOUT,
                new TreeMap<>(Map.of("Authorization", "metrics")),
                HERE);
        Environment staging =
                new Environment("staging", List.of(), new TreeMap<>(Map.of("metrics", "own")), metrics, HERE);

        HealthCheck here = only(staging.apply(topology("cart", "http://localhost:1/h")), "cart");

        assertThat(here.url()).isEqualTo("https://metrics.example");
        assertThat(here.request().headers()).isEqualTo(Map.of("Authorization", "own"));
    }

    @Test
    void aPatternOfManyStarsTakesNoTimeToFail() {
        String pattern = "*a".repeat(2_000) + "b";
        assertThat(Wildcard.matches(pattern, "a".repeat(20_000))).isFalse();
        assertThat(Wildcard.matches("a*b*c", "a--b--c")).isTrue();
        assertThat(Wildcard.matches("a*", "a")).isTrue();
        assertThat(Wildcard.matches("a", "ab")).isFalse();
    }

    private static String url(String service, String declared, Environment.Target target) {
        return url(environment(new Environment.Move("*", target)), service, declared);
    }

    private static String url(Environment environment, String service, String declared) {
        return environment
                .apply(topology(service, declared))
                .service(service)
                .orElseThrow()
                .healthChecks()
                .getFirst()
                .url();
    }

    private static HealthCheck only(Topology topology, String service) {
        return topology.service(service).orElseThrow().healthChecks().getFirst();
    }

    private static HealthCheck check(String url) {
        return new HealthCheck(url, HealthCheck.DEFAULT_INTERVAL, HealthCheck.DEFAULT_TIMEOUT, null, HERE);
    }

    private static Topology topology(String service, String url) {
        return topology(service, check(url));
    }

    private static Topology topology(String service, HealthCheck check) {
        return new Topology(
                "Shop",
                List.of(Service.of(service, ServiceKind.SERVICE, HERE).withHealthChecks(List.of(check))),
                List.of(),
                List.of());
    }

    private static Environment environment(Environment.Move... moves) {
        return new Environment("stage", List.of(moves), new TreeMap<>(), null, HERE);
    }
}
