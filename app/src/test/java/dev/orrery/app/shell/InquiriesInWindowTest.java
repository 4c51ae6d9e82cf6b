package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.app.canvas.Viewport;
import dev.orrery.app.runtime.ImageFile;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Emphasis;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Inquiry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Focus, and the path between two.
@ExtendWith(ApplicationExtension.class)
final class InquiriesInWindowTest {
    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void theKeyPutsWhatIsSelectedIntoFocusAndEscapeLeadsBackToTheSamePicture(FxRobot robot) {
        Explored explored = show(robot);
        robot.interact(() -> canvas(robot).setViewport(new Viewport(-40, 12, 0.9)));
        select(robot, explored, "reservations");
        Viewport before = canvas(robot).viewportProperty().get();
        Diagram picture = canvas(robot).diagram();

        robot.write("f");

        assertThat(sheetIsOpen(robot)).isTrue();
        assertThat(words(robot)).isEqualTo("Focus: reservations · 1 hop · 1 need it · 4 needed");
        assertThat(focused(robot)).contains("booking-api", "reservations", "reservations-db", "payments");

        robot.type(KeyCode.ESCAPE);
        assertThat(sheetIsOpen(robot)).isFalse();
        assertThat(canvas(robot).viewportProperty().get()).isEqualTo(before);
        assertThat(canvas(robot).diagram()).isEqualTo(picture);
        assertThat(explored.session().selected()).isEqualTo(NodeId.service("reservations"));
        assertThat(explored.session().undo().past()).as("a look is no edit").isEmpty();
    }

    @Test
    void plusMinusAndDigitsSayHowFar(FxRobot robot) {
        Explored explored = show(robot);
        select(robot, explored, "reservations");
        robot.write("f");
        int near = focused(robot).size();

        robot.type(KeyCode.PLUS);
        assertThat(words(robot)).startsWith("Focus: reservations · 2 hops");
        assertThat(focused(robot)).hasSizeGreaterThan(near).contains("booking-ui");
        robot.type(KeyCode.MINUS);
        assertThat(focused(robot)).hasSize(near);
        robot.type(KeyCode.DIGIT3);
        assertThat(words(robot)).startsWith("Focus: reservations · 3 hops");
        robot.clickOn("#inquiry-fewer");
        assertThat(words(robot)).startsWith("Focus: reservations · 2 hops");
        robot.clickOn("#inquiry-end");
        assertThat(sheetIsOpen(robot)).isFalse();
    }

    @Test
    void aNeighbourThatIsSelectedTakesTheFocusWithTheSameKey(FxRobot robot) {
        Explored explored = show(robot);
        select(robot, explored, "reservations");
        robot.write("f");
        select(robot, explored, "payments");
        assertThat(words(robot)).startsWith("Focus: reservations");

        robot.write("f");
        assertThat(words(robot)).startsWith("Focus: payments");
        robot.write("f");
        assertThat(sheetIsOpen(robot)).isFalse();
    }

    @Test
    void aServiceInACollapsedBoundaryAndTheBoundaryItselfCanBeInFocus(FxRobot robot) {
        Explored explored = show(robot);
        robot.interact(() -> explored.dispatch(new Edit.Collapse("booking")));
        select(robot, explored, "reservations");
        robot.write("f");
        assertThat(focused(robot)).contains("reservations", "reservations-db");
        robot.type(KeyCode.ESCAPE);

        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.boundary("booking"))));
        robot.write("f");
        assertThat(focusCanvas(robot).diagram().cards())
                .extracting(Diagram.Card::id)
                .contains(NodeId.boundary("booking"))
                .doesNotContain(NodeId.service("reservations"));
    }

    @Test
    void aHubWithManyDependentsIsCapped(FxRobot robot) {
        StringBuilder text = new StringBuilder("topology: Many\nservices:\n  db: {kind: database}\n");
        for (int i = 0; i < 200; i++) {
            text.append("  s%03d: {depends_on: [db]}%n".formatted(i));
        }
        Explored explored = Explored.text(folder, text.toString());
        robot.interact(() -> new Shown(explored, List.of()).on(stage, Palette.LIGHT, 1000, 800));
        select(robot, explored, "db");
        robot.write("f");

        assertThat(words(robot)).isEqualTo("Focus: db · 1 hop · 200 need it · 0 needed");
        assertThat(focusCanvas(robot).diagram().cards()).hasSize(1 + 23 + 1);
        assertThat(focusCanvas(robot).diagram().cards())
                .extracting(Diagram.Card::title)
                .contains("+177 more");
    }

    @Test
    void aPathIsLitFromWhatIsSelectedToWhatIsSelectedNext(FxRobot robot) {
        Explored explored = show(robot);
        select(robot, explored, "booking-ui");

        robot.press(KeyCode.SHIFT, KeyCode.P).release(KeyCode.P, KeyCode.SHIFT);
        assertThat(words(robot)).startsWith("Path from booking-ui: select the other end");
        select(robot, explored, "reservations-db");

        assertThat(words(robot))
                .isEqualTo("booking-ui needs reservations-db over 3 steps: "
                        + "booking-ui → booking-api → reservations → reservations-db");
        assertThat(lit(robot)).containsExactly("booking-api", "booking-ui", "reservations", "reservations-db");

        robot.interact(() -> canvas(robot).requestFocus());
        robot.type(KeyCode.ESCAPE);
        assertThat(explored.session().inquiry()).isEqualTo(Inquiry.NONE);
        assertThat(lit(robot)).hasSize(canvas(robot).diagram().cards().size());
    }

    @Test
    void theOtherWayIsToldWhereOnlyThatIsThere(FxRobot robot) {
        Explored explored = show(robot);
        robot.interact(() -> explored.dispatch(
                new Action.FindPath(NodeId.service("reservations-db"), NodeId.service("booking-api"))));
        assertThat(words(robot))
                .isEqualTo("No path from reservations-db to booking-api, but back: booking-api needs reservations-db"
                        + " over 2 steps: booking-api → reservations → reservations-db");
        robot.interact(() ->
                explored.dispatch(new Action.FindPath(NodeId.service("reservations-db"), NodeId.service("users-db"))));
        assertThat(words(robot)).isEqualTo("There is no path between reservations-db and users-db, neither way");
    }

    @Test
    void aPathThroughACollapsedBoundaryLightsIt(FxRobot robot) {
        Explored explored = show(robot);
        robot.interact(() -> {
            explored.dispatch(new Edit.Collapse("booking"));
            explored.dispatch(new Action.FindPath(NodeId.service("booking-ui"), NodeId.service("payments")));
        });
        assertThat(canvas(robot).diagram().cards())
                .filteredOn(card -> card.id().equals(NodeId.boundary("booking")))
                .allMatch(card -> card.emphasis() != Emphasis.DIMMED);
    }

    @Test
    void pictures(FxRobot robot) {
        for (Palette palette : Palette.values()) {
            String theme = palette.name().toLowerCase(Locale.ROOT);
            picture(robot, palette, "train-ticket/train-ticket.yaml", "ts-order-service", 1, "focus-train-" + theme);
            picture(robot, palette, "spinnaker/spinnaker.yaml", "orca", 2, "focus-spinnaker-" + theme);
        }
        robot.interact(() -> {
            Explored explored = Explored.incident(folder);
            Scene scene = new Shown(explored, List.of()).alone(Palette.LIGHT, 1280, 800);
            explored.dispatch(new Action.FindPath(NodeId.service("booking-ui"), NodeId.service("reservations-db")));
            keep(scene, "path-booking-light");
        });
        assertThat(Path.of("target", "pictures", "path-booking-light.png")).exists();
    }

    private void picture(FxRobot robot, Palette palette, String sample, String service, int hops, String name) {
        for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
            robot.interact(() -> {
                Explored explored = Explored.sample(folder, sample);
                Scene scene = new Shown(explored, List.of()).alone(palette, size[0], size[1]);
                explored.dispatch(new Action.Select(NodeId.service(service)));
                explored.dispatch(new Action.ToggleFocus());
                explored.dispatch(new Action.SetHops(hops));
                keep(scene, name + "-" + size[0]);
            });
        }
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

    private Explored show(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        robot.interact(() -> new Shown(explored, List.of()).on(stage, Palette.LIGHT, 1280, 800));
        return explored;
    }

    private static void select(FxRobot robot, Explored explored, String service) {
        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.service(service))));
    }

    private static boolean sheetIsOpen(FxRobot robot) {
        return robot.lookup("#focus-sheet").query().isVisible();
    }

    private static String words(FxRobot robot) {
        return robot.lookup("#inquiry-words").queryAs(Label.class).getText();
    }

    private static List<String> focused(FxRobot robot) {
        return focusCanvas(robot).diagram().cards().stream()
                .map(card -> card.id().id())
                .toList();
    }

    private static List<String> lit(FxRobot robot) {
        return canvas(robot).diagram().cards().stream()
                .filter(card -> card.emphasis() != Emphasis.DIMMED)
                .map(card -> card.id().id())
                .toList();
    }

    private static DiagramCanvas canvas(FxRobot robot) {
        return robot.lookup("#canvas").queryAs(DiagramCanvas.class);
    }

    private static DiagramCanvas focusCanvas(FxRobot robot) {
        return robot.lookup("#focus-canvas").queryAs(DiagramCanvas.class);
    }
}
