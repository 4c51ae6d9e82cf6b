package dev.orrery.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.sample.Samples;
import dev.orrery.app.theme.Theme;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.health.ServiceHealth;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.persistence.DataFolder;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Trust;
import dev.orrery.session.Action;
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
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
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
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    private @Nullable Fleet fleet;
    private @Nullable Wiring wiring;
    private @Nullable Stage stage;

    @Start
    void open(Stage shown) throws IOException {
        stage = shown;
    }

    @AfterEach
    void close() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    if (wiring != null) {
                        wiring.close();
                    }
                })
                .get(10, TimeUnit.SECONDS);
        if (fleet != null) {
            fleet.close();
        }
    }

    @Test
    void turnsGreenLosesItsDatabaseAndSaysSo(FxRobot robot) throws Exception {
        Samples samples = Samples.bundled(null, data.resolve("samples"));
        Path file = samples.path(samples.find(Samples.FIRST).orElseThrow());
        Topology declared = TopologyLoader.standard().load(List.of(file)).topology();
        Fleet running = fleet = Fleet.start(declared, Fleet.Ports.FREE, Duration.ZERO, InstantSource.system());
        Trust trust = Trust.of(Origin.of(running.redirect(declared, Duration.ofSeconds(1))));
        WindowRequest request = new WindowRequest(
                List.of(file),
                trust,
                topology -> running.redirect(topology, Duration.ofSeconds(1)),
                Duration.ofSeconds(1));
        robot.interact(() -> {
            wiring = new Wiring(request, new DataFolder(data), samples, InstantSource.system(), () -> {});
            Scene scene = new Scene(wiring.window(), 1280, 800);
            Theme.apply(scene, Palette.LIGHT);
            stage.setScene(scene);
            stage.show();
        });

        await(LivingPictureTest::isAllUp);
        Shots.write(stage.getScene(), "living-green");
        assertThat(card(robot, "reservations").getAccessibleText()).contains("up");

        running.inject("reservations-db", new Fault.Down());
        await(session -> is(session, "reservations-db", Health.DOWN) && is(session, "reservations", Health.DOWN));
        robot.interact(() -> wiring.store().dispatch(new Action.Select(NodeId.service("reservations-db"))));
        robot.interact(() -> wiring.store().dispatch(new Action.ToggleImpact()));
        WaitForAsyncUtils.waitForFxEvents();
        Shots.write(stage.getScene(), "living-down");

        assertThat(card(robot, "reservations-db").getAccessibleText()).contains("down");
        assertThat(card(robot, "reservations").getAccessibleText()).contains("down");
    }

    private Node card(FxRobot robot, String service) {
        return robot.lookup((Node node) -> node.getAccessibleText() != null
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
