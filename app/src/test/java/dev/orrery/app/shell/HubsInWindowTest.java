package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.app.runtime.ImageFile;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.HubBadge;
import dev.orrery.diagram.HubMark;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.Hubs;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.Health;
import dev.orrery.health.Reason;
import dev.orrery.layout.Point;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class HubsInWindowTest {
    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void hubsAreFoldedByThemselvesAndTheBarSaysWhich(FxRobot robot) {
        Explored explored = leaning();
        show(robot, explored);

        assertThat(explored.session().picture().folded()).isNotEqualTo(Hubs.NONE);
        assertThat(bar(robot).isVisible()).isTrue();
        assertThat(bar(robot).getText()).isEqualTo("Hubs folded into badges: db, cache");
        assertThat(canvas(robot).diagram().edges())
                .noneMatch(edge -> edge.id().to().id().equals("db"));
    }

    @Test
    void theKeyDrawsAllLinesAndFoldsThemAgain(FxRobot robot) {
        Explored explored = leaning();
        show(robot, explored);

        robot.write("b");
        assertThat(explored.actions).last().isEqualTo(new Edit.ToggleHubs());
        assertThat(bar(robot).getText()).isEqualTo("Hubs with all their lines: db, cache");
        assertThat(canvas(robot).diagram().folded()).isEmpty();
        assertThat(canvas(robot).diagram().cards()).allMatch(card -> card.hubs().isNone());

        robot.clickOn("#hubs");
        assertThat(canvas(robot).diagram().folded()).isNotEmpty();
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(canvas(robot).diagram().folded()).isEmpty();
    }

    @Test
    void aClickOnABadgeShowsItsLineAndAnotherHidesIt(FxRobot robot) {
        Explored explored = leaning();
        show(robot, explored);
        robot.interact(() -> {
            canvas(robot).zoomToActualSize();
            canvas(robot).reveal(NodeId.service("worker-04"));
        });
        EdgeId line = new EdgeId(NodeId.service("worker-04"), NodeId.service("db"));

        robot.clickOn(badge(robot, "worker-04", "db"));
        assertThat(explored.actions).last().isEqualTo(new Action.ToggleFolded(Set.of(line)));
        assertThat(explored.session().selected()).as("a badge selects nothing").isNull();
        assertThat(canvas(robot).diagram().edges()).anyMatch(edge -> edge.id().equals(line));

        robot.moveBy(0, 60).clickOn(badge(robot, "worker-04", "db"));
        assertThat(canvas(robot).diagram().edges()).noneMatch(edge -> edge.id().equals(line));
    }

    @Test
    void aSelectedHubShowsItsLinesUntilSomethingElseIsSelected(FxRobot robot) {
        Explored explored = leaning();
        show(robot, explored);

        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.service("cache"))));
        assertThat(canvas(robot).diagram().edges())
                .filteredOn(edge -> edge.id().to().id().equals("cache"))
                .hasSize(12);
        robot.interact(() -> explored.dispatch(new Action.Select(null)));
        assertThat(canvas(robot).diagram().edges())
                .noneMatch(edge -> edge.id().to().id().equals("cache"));
    }

    @Test
    void aFailingHubIsSeenOnEveryBadge(FxRobot robot) {
        Explored explored = leaning().allUp(20).down("db", 10, Reason.of("refused", "localhost"), List.of(), null);
        show(robot, explored);

        assertThat(canvas(robot).diagram().cards())
                .filteredOn(card -> card.id().id().startsWith("worker"))
                .hasSize(24)
                .allSatisfy(card -> assertThat(card.hubs().unwell()).contains(Health.DOWN));
    }

    @Test
    void withoutAHubThereIsNoBar(FxRobot robot) {
        show(robot, Explored.incident(folder));
        assertThat(bar(robot).isVisible()).isFalse();
    }

    @Test
    void picturesOfBothThemes(FxRobot robot) throws Exception {
        for (Palette palette : Palette.values()) {
            for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
                robot.interact(() -> {
                    Explored explored =
                            leaning().allUp(20).down("db", 10, Reason.of("refused", "localhost"), List.of(), null);
                    Scene scene = new Shown(explored, List.of()).alone(palette, size[0], size[1]);
                    explored.dispatch(new Action.ToggleFolded(Set.of(
                            new EdgeId(NodeId.service("worker-04"), NodeId.service("db")),
                            new EdgeId(NodeId.service("worker-07"), NodeId.service("cache")))));
                    keep(scene, "hubs-" + palette.name().toLowerCase(Locale.ROOT) + "-" + size[0]);
                });
            }
        }
        assertThat(Path.of("target", "pictures", "hubs-light-1280.png")).exists();
    }

    private static void keep(Scene scene, String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        try {
            ImageFile.write(
                    scene.snapshot(null),
                    Files.createDirectories(Path.of("target", "pictures")).resolve(name + ".png"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void show(FxRobot robot, Explored explored) {
        robot.interact(() -> new Shown(explored, List.of()).on(stage, Palette.LIGHT, 1000, 800));
    }

    /// Two dozen workers that lean on a database, half of them on a cache too, in pairs that need each other.
    private Explored leaning() {
        StringBuilder text = new StringBuilder("""
                topology: Leaning
                services:
                  db: {kind: database, technology: PostgreSQL, health: {url: "http://localhost:9000/health"}}
                  cache: {kind: cache, technology: Valkey, health: {url: "http://localhost:9001/health"}}
                """);
        for (int i = 0; i < 24; i++) {
            String needs = i % 2 == 0 ? "db, cache" : "db, worker-%02d".formatted((i * 7 + 1) % 24);
            text.append(
                    "  worker-%02d: {technology: Go, depends_on: [%s], health: {url: \"http://localhost:91%02d/h\"}}%n"
                            .formatted(i, needs, i));
        }
        return Explored.text(folder, text.toString());
    }

    private static Button bar(FxRobot robot) {
        return robot.lookup("#hubs").queryAs(Button.class);
    }

    private static DiagramCanvas canvas(FxRobot robot) {
        return robot.lookup("#canvas").queryAs(DiagramCanvas.class);
    }

    private static Point2D badge(FxRobot robot, String service, String hub) {
        DiagramCanvas canvas = canvas(robot);
        Card card = canvas.diagram().cards().stream()
                .filter(one -> one.id().equals(NodeId.service(service)))
                .findFirst()
                .orElseThrow();
        HubBadge badge = card.hubs().badges().stream()
                .filter(one -> one.hubs().contains(NodeId.service(hub)))
                .findFirst()
                .orElseThrow();
        Point at = canvas.viewportProperty()
                .get()
                .toCanvas(new Point(
                        card.box().x() + badge.labelX() + 3,
                        card.box().y() + HubMark.top(card.box().height()) + 4));
        return canvas.localToScreen(at.x(), at.y());
    }
}
