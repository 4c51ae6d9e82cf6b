package dev.orrery.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.app.sample.Samples;
import dev.orrery.app.theme.Theme;
import dev.orrery.diagram.Emphasis;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.health.ServiceHealth;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.persistence.DataFolder;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Trust;
import dev.orrery.session.Session;
import dev.orrery.simulation.Fault;
import dev.orrery.simulation.Fleet;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The main job, whole: a sample is opened against a fleet that answers, turns green, loses its database, and says so.
@ExtendWith(ApplicationExtension.class)
class LivingPictureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @TempDir
    Path data;

    private Fleet fleet;
    private Wiring wiring;
    private Stage stage;

    @Start
    void open(Stage shown) throws IOException {
        stage = shown;
        Samples samples = Samples.bundled(null, data.resolve("samples"));
        Path file = samples.path(samples.find(Samples.FIRST).orElseThrow());
        Topology declared = TopologyLoader.standard().load(List.of(file)).topology();
        fleet = Fleet.start(declared, Fleet.Ports.FREE, Duration.ZERO, InstantSource.system());
        Topology asked = fleet.redirect(declared, INTERVAL);
        WindowRequest request = new WindowRequest(
                List.of(file), Trust.of(Origin.of(asked)), topology -> fleet.redirect(topology, INTERVAL), INTERVAL);
        wiring = new Wiring(request, new DataFolder(data), samples, InstantSource.system(), () -> {});
        Scene scene = new Scene(wiring.window(), 1000, 1000);
        Theme.apply(scene, Palette.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> wiring.close()).get(10, TimeUnit.SECONDS);
        fleet.close();
    }

    @Test
    void turnsGreenLosesItsDatabaseAndSaysSo(FxRobot robot) throws Exception {
        await(LivingPictureTest::isAllUp);
        Shots.write(stage.getScene(), "living-green");
        assertThat(card(robot, "reservations").getAccessibleText()).contains("up");

        fleet.inject("reservations-db", new Fault.Down());
        await(session -> is(session, "reservations-db", Health.DOWN) && is(session, "reservations", Health.DOWN));
        robot.clickOn(card(robot, "reservations-db")).type(KeyCode.I);
        WaitForAsyncUtils.waitForFxEvents();
        Shots.write(stage.getScene(), "living-down");

        assertThat(card(robot, "reservations-db").getAccessibleText()).contains("down");
        assertThat(card(robot, "reservations").getAccessibleText()).contains("down");
        assertThat(wiring.store().session().impact()).isTrue();
        assertThat(emphasis(robot, "reservations-db")).isEqualTo(Emphasis.SELECTED);
        assertThat(emphasis(robot, "reservations")).as("it would be hit").isEqualTo(Emphasis.IMPACT);
        assertThat(emphasis(robot, "search")).as("it would not").isEqualTo(Emphasis.DIMMED);
        assertThat(texts(robot, "#inspector")).anyMatch(words -> words.startsWith("Down"));
        assertThat(texts(robot, "#inspector")).anyMatch(words -> words.startsWith("Connection refused"));
        assertThat(texts(robot, "#status")).anyMatch(words -> words.endsWith("down"));
    }

    private static Emphasis emphasis(FxRobot robot, String service) {
        DiagramCanvas canvas = robot.lookup("#canvas").queryAs(DiagramCanvas.class);
        return canvas.diagram().cards().stream()
                .filter(card -> card.id().equals(NodeId.service(service)))
                .findFirst()
                .orElseThrow()
                .emphasis();
    }

    private static List<String> texts(FxRobot robot, String pane) {
        return robot.from(robot.lookup(pane)).lookup((Node node) -> node instanceof Labeled).queryAll().stream()
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .toList();
    }

    private Node card(FxRobot robot, String service) {
        return robot.from(robot.lookup("#canvas"))
                .lookup((Node node) -> node.getAccessibleText() != null
                        && node.getAccessibleText().startsWith(service + ","))
                .query();
    }

    private void await(Predicate<Session> holds) throws Exception {
        CompletableFuture<Void> held = new CompletableFuture<>();
        WaitForAsyncUtils.asyncFx(() -> wiring.store().show(session -> {
                    if (holds.test(session)) {
                        held.complete(null);
                    }
                }))
                .get(10, TimeUnit.SECONDS);
        held.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean isAllUp(Session session) {
        return !session.board().services().isEmpty()
                && !session.picture().layout().boxes().isEmpty()
                && session.board().services().values().stream()
                        .allMatch(service -> !service.isAsked() || service.health() == Health.UP);
    }

    private static boolean is(Session session, String service, Health health) {
        ServiceHealth stands = session.board().services().get(service);
        return stands != null && stands.health() == health;
    }
}
