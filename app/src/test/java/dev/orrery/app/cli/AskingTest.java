package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.runtime.Remembering;
import dev.orrery.export.NativeText;
import dev.orrery.health.Attention;
import dev.orrery.health.Maintenance;
import dev.orrery.history.Change;
import dev.orrery.history.History;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.json.Json;
import dev.orrery.json.JsonWriter;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import dev.orrery.simulation.Fault;
import dev.orrery.simulation.Fleet;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `probe`, `render --probe`, `simulate` and the told `demo`, against endpoints of this computer.
class AskingTest {
    private static final String SHOP = """
            topology: Shop
            services:
              web: {kind: web, technology: Node.js, depends_on: {orders: {}, news: {required: false}}}
              orders: {kind: service, technology: "Java, Spring Boot", depends_on: [db]}
              news: {kind: service, technology: Quarkus}
              db: {kind: database}
              bank: {kind: external}
            """;

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private Fleet fleet;
    private Path live = Path.of("");

    @BeforeEach
    void start() throws IOException {
        Path shop = Files.writeString(folder.resolve("shop.yaml"), SHOP);
        Topology topology = TopologyLoader.standard().load(List.of(shop)).topology();
        fleet = Fleet.start(topology, Fleet.Ports.FREE, InstantSource.system());
        live = Files.writeString(folder.resolve("live.yaml"), NativeText.of(fleet.topology()));
    }

    @AfterEach
    void stop() throws IOException {
        fleet.close();
    }

    @Test
    void withoutLeaveNothingIsAskedAndTheOriginsAreListed() {
        assertThat(terminal.run("probe", live)).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("http://127.0.0.1:" + port("db")).contains("(this computer)");

        assertThat(terminal.run("probe", "--allow-origin", "http://127.0.0.1:" + port("db"), live))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("127.0.0.1:" + port("web")).doesNotContain("127.0.0.1:" + port("db"));
        assertThat(terminal.run("probe", "--allow-origin", "nonsense", live)).isEqualTo(2);
    }

    @Test
    void whatWasAllowedBeforeIsAsked() {
        terminal.remembered = Trusts.ofDeclared(Trust.of(Origin.of(fleet.topology())));
        assertThat(terminal.run("probe", live)).isZero();
    }

    @Test
    void everyEndpointIsAskedOnceAndJudgedAtOnce() throws IOException {
        assertThat(terminal.run("probe", "--allow-all", live)).isZero();
        assertThat(terminal.out()).contains("● ").contains("4 up, 1 unknown (1 not asked)");

        fleet.inject("db", new Fault.Down());
        assertThat(terminal.run("probe", "--allow-all", "--once", live)).isEqualTo(1);
        assertThat(terminal.out())
                .containsPattern("✖ +db +down .*refused")
                .containsPattern("✖ +web +down ")
                .contains("1 up, 3 down, 1 unknown (1 not asked)");

        assertThat(terminal.run("probe", "--allow-all", "--format", "json", live))
                .isEqualTo(1);
        Json.Obj summary = (Json.Obj) terminal.json().get("summary").orElseThrow();
        assertThat(summary.get("down")).contains(Json.number(3));
        assertThat(summary.get("notAsked")).contains(Json.number(1));
    }

    @Test
    void failOnWidensWhatFails() throws IOException {
        fleet.inject("news", new Fault.Down());
        fleet.inject("db", new Fault.Degraded());
        fleet.heal("news");
        fleet.inject("news", new Fault.Degraded());
        assertThat(terminal.run("probe", "--allow-all", live)).isZero();
        assertThat(terminal.run("probe", "--allow-all", "--fail-on", "degraded", live))
                .isEqualTo(1);
        fleet.heal("news");
        fleet.heal("db");
        assertThat(terminal.run("probe", "--allow-all", "--fail-on", "unknown", live))
                .as("what is not asked does not count")
                .isZero();
    }

    @Test
    void thePictureIsColouredWhereAsked() throws IOException {
        fleet.inject("db", new Fault.Down());
        Path picture = folder.resolve("shop.svg");
        assertThat(terminal.run("render", live, "-o", picture, "--probe")).isEqualTo(2);
        assertThat(picture).doesNotExist();

        assertThat(terminal.run("render", live, "-o", picture, "--probe", "--allow-all"))
                .isZero();
        assertThat(Files.readString(picture)).contains("data-id=\"web\"", "data-health=\"DOWN\"", "data-health=\"UP\"");

        assertThat(terminal.run("render", live, "-o", picture)).isZero();
        assertThat(Files.readString(picture)).doesNotContain("data-health=\"DOWN\"");
    }

    @Test
    void aPictureOfPixelsIsDrawnByTheWindow() throws IOException {
        Path picture = folder.resolve("shop.PNG");
        assertThat(terminal.run("render", live, "-o", picture, "--theme", "dark"))
                .isZero();
        assertThat(picture).hasContent("DARK 2.0 Shop");
    }

    @Test
    void whatPeopleSaidIsAmongTheQualifiersAndOnThePicture() throws IOException {
        Instant now = Instant.now();
        terminal.attention = Attention.NONE.maintain(
                "orders", new Maintenance(now.minusSeconds(60), now.plusSeconds(600), "new disk"));

        terminal.run("probe", "--allow-all", "--format", "json", live);
        assertThat(JsonWriter.compact(terminal.json()))
                .containsOnlyOnce("\"qualifiers\":[\"maintenance\"]")
                .contains("\"health\":\"UP\"");

        Path picture = folder.resolve("shop.svg");
        terminal.run("render", live, "--probe", "--allow-all", "-o", picture);
        assertThat(picture).content().containsOnlyOnce("data-badge=\"maintenance\"");
        terminal.run("render", live, "-o", picture);
        assertThat(picture).content().doesNotContain("data-badge");
    }

    @Test
    void watchPrintsOneObjectForEachChangeUntilItIsEnded() throws Exception {
        Thread watching = Thread.ofPlatform()
                .start(() -> terminal.run("probe", "--watch", "--allow-all", "--format", "json", live));
        while (terminal.lines() < 4) {
            Thread.onSpinWait();
        }
        watching.interrupt();
        watching.join();

        assertThat(terminal.out().lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("{\"id\":") && line.contains("\"health\":\"UP\""));
        try (History history = Remembering.open(Terminal.HISTORIES, live, InstantSource.system(), _ -> {})) {
            history.flush(Duration.ofSeconds(20));
            assertThat(history.changes(History.NO_ENVIRONMENT, Instant.EPOCH, Instant.now()))
                    .as("what was watched is kept")
                    .extracting(Change::service)
                    .contains("orders", "db");
        }
    }

    @Test
    void simulateServesWritesATopologyAndStopsWhenItIsEnded() throws Exception {
        Path out = folder.resolve("out.yaml");
        Thread serving = Thread.ofPlatform()
                .start(() ->
                        terminal.run("simulate", folder.resolve("shop.yaml"), "--fault", "orders=down", "--out", out));
        while (terminal.lines() < 4) {
            Thread.onSpinWait();
        }
        Terminal second = new Terminal();
        assertThat(second.run("probe", "--allow-all", out)).isEqualTo(1);
        assertThat(second.out()).containsPattern("✖ +orders ").containsPattern("● +db ");
        assertThat(terminal.out()).containsPattern("(?m)^db http://127\\.0\\.0\\.1:\\d+/health$");

        serving.interrupt();
        serving.join();
        assertThat(second.run("probe", "--allow-all", out)).isEqualTo(1);
        assertThat(second.out()).contains("4 down");
    }

    @Test
    void theDemoIsToldInTextAndTwoPictures() throws IOException {
        assertThat(terminal.run("demo", "shop", "--headless", "--out", folder.resolve("pictures")))
                .isZero();
        assertThat(terminal.out())
                .contains("All is well:")
                .contains("Shop database refuses connections")
                .containsPattern("✖ +orders ");
        assertThat(Files.readString(folder.resolve("pictures/before.svg")))
                .contains("data-health=\"UP\"")
                .doesNotContain("data-health=\"DOWN\"");
        assertThat(Files.readString(folder.resolve("pictures/after.svg"))).contains("data-health=\"DOWN\"");
    }

    @Test
    void withADisplayTheDemoOpensTheWindowAtItsOwnEndpoints() {
        terminal.hasDisplay = true;
        assertThat(terminal.run("demo")).isZero();
        Demonstration shown = terminal.demonstrations.getFirst();
        Topology asked = shown.endpoints()
                .apply(TopologyLoader.standard().load(List.of(shown.file())).topology());
        assertThat(Origin.of(asked)).isNotEmpty().isEqualTo(shown.trusted());
        assertThat(asked.service("reservations-db")
                        .orElseThrow()
                        .healthChecks()
                        .getFirst()
                        .interval())
                .isEqualTo(shown.interval());
    }

    private int port(String service) {
        return Objects.requireNonNull(fleet.urls().get(service)).getPort();
    }
}
