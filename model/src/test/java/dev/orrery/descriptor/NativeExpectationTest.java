package dev.orrery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Expectation;
import dev.orrery.topology.Expectation.StatusRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NativeExpectationTest {
    private static final Path ROOT = Path.of("expect").toAbsolutePath();

    @Test
    void readsAllThatCanBeExpected() {
        Loaded loaded = load("""
                    url: http://localhost:8080/
                    expect:
                      status: [200, 204-206, "401"]
                      json: {/status: ready, /db/open: true, /n: 1.5, /gone: null}
                      body: all is well
                      header: {X-Service: orders}
                      within: 1500ms
                      identity: orders
                      all_addresses: true
                """);

        assertThat(loaded.problems()).isEmpty();
        assertThat(expected(loaded))
                .isEqualTo(new Expectation(
                        List.of(new StatusRange(200, 200), new StatusRange(204, 206), new StatusRange(401, 401)),
                        new TreeMap<>(Map.of("/status", "ready", "/db/open", "true", "/n", "1.5", "/gone", "null")),
                        "all is well",
                        new TreeMap<>(Map.of("X-Service", "orders")),
                        Duration.ofMillis(1500),
                        "orders",
                        true));
    }

    @Test
    void nothingIsExpectedWhereNothingIsStated() {
        assertThat(expected(load("    url: http://localhost:8080/\n"))).isEqualTo(Expectation.NONE);
        assertThat(expected(load("    url: http://localhost:8080/\n    expect:\n")))
                .isEqualTo(Expectation.NONE);
    }

    @Test
    void whatCannotBeReadIsReportedWhereItStands() {
        Loaded loaded = load("""
                    url: http://localhost:8080/
                    expect:
                      status: [200, 299-200, fine]
                      json: {status: UP, /a: [1]}
                      header: {"X Service": orders}
                      within: soon
                      bodi: x
                """);

        assertThat(loaded.problems().stream()
                        .map(problem -> problem.code() + " " + problem.source())
                        .toList())
                .containsExactlyInAnyOrder(
                        "bad-status shop.yaml:7:21",
                        "bad-status shop.yaml:7:30",
                        "bad-json-pointer shop.yaml:8:14",
                        "expected-text shop.yaml:8:30",
                        "bad-header-name shop.yaml:9:16",
                        "bad-duration shop.yaml:10:15",
                        "misspelt-key shop.yaml:11:7");
        assertThat(expected(loaded).statuses()).containsExactly(new StatusRange(200, 200));
    }

    @Test
    void aPortThatIsOnlyOpenedIsExpectedToSayNothing() {
        Loaded loaded = load("    url: tcp://localhost:5432\n    expect: {body: x}\n");

        assertThat(loaded.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code() + " " + problem.source())
                        .isEqualTo("expect-needs-http shop.yaml:6:5"));
    }

    private static Expectation expected(Loaded loaded) {
        return loaded.topology()
                .service("orders")
                .orElseThrow()
                .healthChecks()
                .getFirst()
                .expect();
    }

    private static Loaded load(String check) {
        String text = "topology: Shop\nservices:\n orders:\n   health:\n" + check;
        SourceText source = new SourceText("shop.yaml", text);
        return TopologyLoader.standard()
                .read(
                        ROOT,
                        List.of(new SourceFile(ROOT.resolve("shop.yaml"), SourceFile.Role.NAMED, source, List.of())));
    }
}
