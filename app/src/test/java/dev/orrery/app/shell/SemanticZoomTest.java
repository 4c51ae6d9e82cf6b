package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// From the whole down to a service and back, with the mouse and without.
@ExtendWith(ApplicationExtension.class)
final class SemanticZoomTest {
    private static final String NESTED = """
            topology: Estate
            boundaries:
              platform: {name: Platform}
              booking: {name: Booking, within: platform}
              pay: {name: Payments}
            services:
              api: {boundary: booking, depends_on: [db, ledger]}
              db: {boundary: booking, kind: database}
              gate: {boundary: platform, depends_on: [api]}
              ledger: {boundary: pay}
            """;

    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void aLargeTopologyOpensCollapsedAndADoubleClickOpensABoundaryInPlace(FxRobot robot) {
        Explored explored = Explored.text(folder, large());
        show(robot, explored);
        assertThat(canvas(robot).diagram().cards()).hasSize(12);
        Diagram.Card first = card(robot, NodeId.boundary("b03"));
        assertThat(first).isInstanceOf(Diagram.BoundaryCard.class);
        Point before = canvas(robot)
                .viewportProperty()
                .get()
                .toCanvas(new Point(first.box().x(), first.box().y()));

        doubleClick(robot, first.box());

        assertThat(explored.actions).last().isEqualTo(new Edit.Expand("b03"));
        assertThat(canvas(robot).diagram().cards()).hasSize(11 + 40);
        Box frame = canvas(robot).diagram().frames().getFirst().box();
        Point after = canvas(robot).viewportProperty().get().toCanvas(new Point(frame.x(), frame.y()));
        assertThat(after.x()).isCloseTo(before.x(), offset(1.0));
        assertThat(after.y()).isCloseTo(before.y(), offset(1.0));
    }

    @Test
    void enterOpensTheBoundaryThatHasTheKeyboard(FxRobot robot) {
        Explored explored = Explored.text(folder, large());
        show(robot, explored);
        robot.interact(() -> canvas(robot).focusOn(NodeId.boundary("b05")));

        robot.type(KeyCode.ENTER);

        assertThat(explored.session().arrangement().visibility().collapsed())
                .hasSize(11)
                .doesNotContain("b05");
        assertThat(words(robot)).as("what was entered has its path").containsExactly("b05");
        robot.interact(() -> explored.dispatch(new Action.UndoEdit()));
        assertThat(canvas(robot).diagram().cards()).hasSize(12);
    }

    @Test
    void expandingAllIsAllowed(FxRobot robot) {
        Explored explored = Explored.text(folder, large());
        show(robot, explored);

        robot.press(KeyCode.SHIFT, KeyCode.E).release(KeyCode.E, KeyCode.SHIFT);

        assertThat(explored.session().arrangement().visibility()).isEqualTo(Visibility.ALL);
        assertThat(explored.session().arrangement().chosen()).isTrue();
        assertThat(canvas(robot).diagram().cards()).hasSize(480);
    }

    @Test
    void theBreadcrumbTellsWhatIsOpenAroundTheSelectedService(FxRobot robot) {
        Explored explored = Explored.text(folder, NESTED);
        show(robot, explored);
        assertThat(robot.lookup("#breadcrumb").query().isVisible())
                .as("nothing is selected, so there is nothing to say")
                .isFalse();

        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.service("db"))));
        assertThat(words(robot)).containsExactly("Platform", "Booking", "db");

        robot.interact(() -> explored.dispatch(new Edit.Collapse("platform")));
        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.boundary("platform"))));
        assertThat(robot.lookup("#breadcrumb").query().isVisible())
                .as("nothing is open around it")
                .isFalse();
    }

    @Test
    void aCrumbLeadsOutwardsAndCollapsesNothing(FxRobot robot) {
        Explored explored = Explored.text(folder, NESTED);
        show(robot, explored);
        robot.interact(() -> {
            explored.dispatch(new Action.Select(NodeId.service("db")));
            canvas(robot).fitTo(NodeId.service("db"));
        });

        robot.clickOn("#crumb-2");
        assertThat(explored.session().selected()).isEqualTo(NodeId.boundary("booking"));
        assertThat(words(robot)).containsExactly("Platform", "Booking");
        assertThat(seen(robot).contains(frame(robot, "booking"))).isTrue();

        robot.clickOn("#crumb-0");
        assertThat(explored.session().selected()).isNull();
        assertThat(seen(robot).contains(canvas(robot).diagram().bounds())).isTrue();
        assertThat(explored.session().arrangement().visibility()).isEqualTo(Visibility.ALL);
        assertThat(explored.actions).noneMatch(Edit.class::isInstance);
    }

    @Test
    void oneKeyGoesOutStepByStep(FxRobot robot) {
        Explored explored = Explored.text(folder, NESTED);
        show(robot, explored);
        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.service("db"))));

        robot.write("u");
        assertThat(explored.session().selected()).isEqualTo(NodeId.boundary("booking"));
        robot.write("u");
        assertThat(explored.session().selected()).isEqualTo(NodeId.boundary("platform"));
        robot.write("u");
        assertThat(explored.session().selected()).isNull();
        robot.write("u");
        assertThat(explored.session().selected()).isNull();
    }

    @Test
    void aCommunityIsToldApartInTheInspectorAndHasNoSource(FxRobot robot) {
        StringBuilder text = new StringBuilder("topology: Flat\nservices:\n");
        for (int i = 0; i < 500; i++) {
            text.append(
                    i % 25 == 0
                            ? "  hub%02d: {}\n".formatted(i / 25)
                            : "  s%03d: {depends_on: [hub%02d]}\n".formatted(i, i / 25));
        }
        Explored explored = Explored.text(folder, text.toString());
        show(robot, explored);

        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.boundary("community:hub07"))));

        assertThat(((Labeled) robot.lookup("#inspector-name").query()).getText())
                .isEqualTo("around hub07");
        assertThat(
                        robot
                                .from(robot.lookup("#inspector").<Node>query())
                                .lookup(".label")
                                .queryAllAs(Labeled.class)
                                .stream()
                                .map(Labeled::getText)
                                .filter(Objects::nonNull))
                .anyMatch(words -> words.startsWith("Community, found for this picture alone"))
                .noneMatch(words -> words.contains(":1:1"));
        Diagram.BoundaryCard card = (Diagram.BoundaryCard) card(robot, NodeId.boundary("community:hub07"));
        assertThat(card.community()).isTrue();
        assertThat(card.subtitle()).startsWith("community of 25");
    }

    private static String large() {
        StringBuilder text = new StringBuilder("topology: Estate\nboundaries:\n");
        for (int b = 0; b < 12; b++) {
            text.append("  b%02d: {}\n".formatted(b));
        }
        text.append("services:\n");
        for (int i = 0; i < 480; i++) {
            text.append("  s%03d: {boundary: b%02d, depends_on: [s%03d]}\n".formatted(i, i / 40, (i + 7) % 480));
        }
        return text.toString();
    }

    private void show(FxRobot robot, Explored explored) {
        robot.interact(() -> new Shown(explored, List.of()).on(stage, Palette.LIGHT, 1280, 800));
    }

    private static DiagramCanvas canvas(FxRobot robot) {
        return robot.lookup("#canvas").query();
    }

    private static Diagram.Card card(FxRobot robot, NodeId id) {
        return canvas(robot).diagram().cards().stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Box frame(FxRobot robot, String id) {
        return canvas(robot).diagram().frames().stream()
                .filter(frame -> frame.id().equals(id))
                .findFirst()
                .orElseThrow()
                .box();
    }

    private static Box seen(FxRobot robot) {
        DiagramCanvas canvas = canvas(robot);
        return canvas.viewportProperty().get().seen(canvas.getWidth(), canvas.getHeight());
    }

    /// As the second click of two comes, however slow the machine that runs the test is.
    private static void doubleClick(FxRobot robot, Box box) {
        DiagramCanvas canvas = canvas(robot);
        Point at = canvas.viewportProperty().get().toCanvas(new Point(box.centerX(), box.centerY()));
        Point2D scene = canvas.localToScene(at.x(), at.y());
        Point2D screen = canvas.localToScreen(at.x(), at.y());
        boolean no = false;
        MouseEvent event = new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                scene.getX(),
                scene.getY(),
                screen.getX(),
                screen.getY(),
                MouseButton.PRIMARY,
                2,
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                true,
                new PickResult(canvas, scene.getX(), scene.getY()));
        robot.interact(() -> Event.fireEvent(canvas, event));
    }

    /// Without the house of everything and what stands between.
    private static List<String> words(FxRobot robot) {
        assertThat(robot.lookup("#breadcrumb").query().isVisible()).isTrue();
        return robot.lookup("#breadcrumb .crumb").<Node>queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }
}
