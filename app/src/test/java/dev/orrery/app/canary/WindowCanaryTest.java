package dev.orrery.app.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.WindowRequest;
import dev.orrery.app.Wiring;
import dev.orrery.app.sample.Samples;
import dev.orrery.app.theme.Theme;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.layout.Point;
import dev.orrery.persistence.DataFolder;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The same secrets, looked for in all that a window shows, and in the trust, settings, workspace and history that it
/// leaves.
@ExtendWith(ApplicationExtension.class)
class WindowCanaryTest {
    private static final int SERVICES = 6;

    @TempDir
    Path folder;

    private Parrot away;
    private Parrot home;
    private Run run;
    private Wiring wiring;
    private Stage stage;

    @Start
    void open(Stage shown) throws IOException {
        stage = shown;
        away = new Parrot(1, "http://127.0.0.1:1");
        home = new Parrot(11, away.origin());
        run = new Run(folder, home.origin(), SERVICES, new Random(11), (_, _, _, file) -> Files.createFile(file));
        wiring = new Wiring(
                WindowRequest.of(List.of(run.files.resolve("shop.yaml"))),
                new DataFolder(run.data),
                Samples.bundled(null, run.data.resolve("samples")),
                InstantSource.system(),
                () -> {});
        Scene scene = new Scene(wiring.window(), 1280, 800);
        Theme.apply(scene, Palette.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        away.close();
        home.close();
    }

    @Test
    void noSecretIsInAnythingThatTheWindowShowsOrLeaves(FxRobot robot) throws Exception {
        await(session -> !session.picture().layout().boxes().isEmpty());
        assertThat(home.connections()).isZero();
        dispatch(new Action.Allow(run.allowed()));
        await(session -> session.board().services().values().stream()
                .noneMatch(service -> service.health() == Health.PENDING
                        && service.checks().stream().allMatch(check -> check.last() == null)));

        StringBuilder shown = new StringBuilder();
        for (String service : run.canaries.keySet()) {
            dispatch(new Action.Select(NodeId.service(service)));
            WaitForAsyncUtils.waitForFxEvents();
            shown.append(texts(robot)).append('\n');
        }
        dispatch(new Edit.PinBoxes(NodeId.service("s0001"), new Point(500, 500)));
        await(_ -> Files.exists(run.files.resolve("shop.workspace.yaml")));
        WaitForAsyncUtils.asyncFx(() -> wiring.close()).get(20, TimeUnit.SECONDS);

        assertThat(shown).contains("•••").contains("s0001");
        assertThat(run.places().keySet())
                .contains("files/shop.workspace.yaml", "data/settings.json", "data/trust.json")
                .anyMatch(place -> place.startsWith("data/history/"));
        run.canaries.forEach((name, canary) -> assertThat(
                        canary.seenIn(new String(shown.toString().getBytes(UTF_8), ISO_8859_1)))
                .as(name)
                .isEmpty());
        assertThat(run.leaks()).isEmpty();
        assertThat(away.connections()).isZero();
        assertThat(home.repeated()).isGreaterThanOrEqualTo(SERVICES);
    }

    private static String texts(FxRobot robot) {
        return String.join(
                "\n",
                robot.lookup((Node _) -> true).queryAll().stream()
                        .flatMap(node -> Stream.of(
                                node instanceof Labeled labeled ? String.valueOf(labeled.getText()) : "",
                                node instanceof Text text ? text.getText() : "",
                                node instanceof TextInputControl input ? input.getText() : "",
                                String.valueOf(node.getAccessibleText())))
                        .toList());
    }

    private void dispatch(Action action) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> wiring.store().dispatch(action)).get(10, TimeUnit.SECONDS);
    }

    private void await(Predicate<Session> holds) throws Exception {
        CompletableFuture<Void> held = new CompletableFuture<>();
        WaitForAsyncUtils.asyncFx(() -> wiring.store().show(session -> {
                    if (holds.test(session)) {
                        held.complete(null);
                    }
                }))
                .get(10, TimeUnit.SECONDS);
        held.get(60, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
