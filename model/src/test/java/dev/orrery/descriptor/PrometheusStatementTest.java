package dev.orrery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.probe.Origin;
import dev.orrery.topology.Environment;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Measured;
import dev.orrery.topology.PrometheusRule;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrometheusStatementTest {
    private static final Path ROOT = Path.of("metrics").toAbsolutePath();
    private static final String RULE = """
            topology: Shop
            prometheus: {url: "http://metrics:9090", alertmanager: "http://alerts:9093", fail_on: page,
                         except: [mail], interval: 30s, headers: {Authorization: token}}
            services:
              cart: {health: {url: "http://cart/health", degraded_above: 1s}}
              mail: {health: {url: "http://mail/health"}}
              own: {health: [{prometheus: "max(x)"}, {url: "http://own/"}]}
              stock: {}
            """;

    @Test
    void aRuleStandsForAllThatStateNothingElse() {
        Loaded loaded = load(RULE);

        assertThat(loaded.problems()).isEmpty();
        HealthCheck cart = only(loaded.topology(), "cart");
        assertThat(cart.url()).isEqualTo("http://metrics:9090");
        assertThat(cart.interval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(cart.timeout()).isEqualTo(PrometheusRule.DEFAULT_TIMEOUT);
        assertThat(cart.degradedAbove()).isEqualTo(Duration.ofSeconds(1));
        assertThat(cart.addresses()).containsExactly("http://cart/health");
        assertThat(cart.request().headers()).containsEntry("Authorization", "token");
        Measured measured = measured(cart);
        assertThat(measured.alertmanager()).isEqualTo("http://alerts:9093");
        assertThat(measured.failOn()).containsExactly("page");
        assertThat(measured.byLabels()).isTrue();
        assertThat(only(loaded.topology(), "mail").url()).isEqualTo("http://mail/health");
        assertThat(only(loaded.topology(), "stock").addresses()).isEmpty();
    }

    @Test
    void aServiceThatStatesItsOwnIsAskedSo() {
        List<HealthCheck> own =
                load(RULE).topology().service("own").orElseThrow().healthChecks();

        assertThat(own).hasSize(2);
        assertThat(measured(own.getFirst()).query()).isEqualTo("max(x)");
        assertThat(measured(own.getFirst()).byLabels()).isFalse();
        assertThat(own.getLast().request().measured()).isNull();
    }

    @Test
    void allOriginsHaveToBeAllowed() {
        assertThat(Origin.of(load(RULE).topology()))
                .extracting(Origin::toString)
                .containsExactly("http://alerts:9093", "http://mail", "http://metrics:9090", "http://own");
    }

    @Test
    void whatIsWrongIsReportedWhereItStands() {
        Loaded loaded = load("""
                topology: Shop
                prometheus: tcp://metrics:9090
                services:
                  cart: {health: {prometheus: {}}}
                  shop: {health: {prometheus: {url: "http://metrics:9090", querry: x}}}
                """);

        assertThat(loaded.problems())
                .extracting(problem -> problem.code() + " " + problem.source().line())
                .containsExactlyInAnyOrder("bad-url-scheme 2", "prometheus-without-url 4", "misspelt-key 5");
        assertThat(loaded.topology().service("cart").orElseThrow().healthChecks())
                .isEmpty();
    }

    @Test
    void anEnvironmentsServerIsAskedInPlaceOfAnyOther() {
        Topology topology = load(RULE).topology();
        PrometheusRule rule = PrometheusRule.of(
                "http://staging:9090", topology.services().getFirst().source());

        Topology staging = environment(rule).apply(topology);

        HealthCheck cart = only(staging, "cart");
        assertThat(cart.url()).isEqualTo("http://staging:9090");
        assertThat(cart.addresses()).containsExactly("https://cart.example/health");
        assertThat(measured(cart).alertmanager()).isNull();
        assertThat(cart.request().headers()).isEmpty();
        assertThat(only(staging, "mail").url()).isEqualTo("http://staging:9090");
    }

    @Test
    void aServerThatKnowsAnotherPlaceIsNotAskedAboutWhatIsMoved() {
        Topology moved = environment(null).apply(load(RULE).topology());

        assertThat(only(moved, "cart").url()).isEqualTo("https://cart.example/health");
        assertThat(only(moved, "cart").request().measured()).isNull();
        assertThat(moved.service("stock").orElseThrow().healthChecks()).isEmpty();
    }

    private static Environment environment(@Nullable PrometheusRule rule) {
        Environment.Move all = new Environment.Move("*", new Environment.Base("https://{service}.example"));
        return new Environment(
                "staging", List.of(all), new TreeMap<>(), rule, SourceLocation.startOf("orrery.workspace.yaml"));
    }

    private static Measured measured(HealthCheck check) {
        return Objects.requireNonNull(check.request().measured());
    }

    private static HealthCheck only(Topology topology, String service) {
        List<HealthCheck> checks = topology.service(service).orElseThrow().healthChecks();
        assertThat(checks).hasSize(1);
        return checks.getFirst();
    }

    private static Loaded load(String text) {
        SourceText source = new SourceText("shop.yaml", text);
        return TopologyLoader.standard()
                .read(
                        ROOT,
                        List.of(new SourceFile(ROOT.resolve("shop.yaml"), SourceFile.Role.NAMED, source, List.of())));
    }
}
