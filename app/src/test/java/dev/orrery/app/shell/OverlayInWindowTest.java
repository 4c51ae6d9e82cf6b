package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Palette;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a format has no place for, in the window.
@ExtendWith(ApplicationExtension.class)
final class OverlayInWindowTest {
    private static final String SHOP = """
            services:
              web: {image: shop/web, depends_on: [cart]}
              cart: {image: shop/cart}
            """;
    private static final String OVERLAY = """
            format: 1
            overlays:
              boundaries:
                sales:
                  kind: bounded-context
              services:
                web:
                  boundary: sales
                cart:
                  boundary: sales
            """;

    private Stage stage;
    private @Nullable Explored opened;

    @TempDir
    Path folder;

    @Start
    void start(Stage made) {
        stage = made;
    }

    @Test
    void aComposeServiceThatIsDraggedIntoABoundaryIsKeptInTheWorkspace(FxRobot robot) throws IOException {
        Path file = Files.writeString(folder.resolve("compose.yaml"), SHOP);
        Path workspace = folder.resolve("compose.workspace.yaml");
        Explored explored = Explored.opened(file);
        opened = explored;
        robot.interact(() -> {
            new Shown(explored, List.of()).on(stage, Palette.LIGHT, 980, 760);
            explored.dispatch(new Action.Select(NodeId.service("web")));
            robot.lookup("#canvas").query().requestFocus();
        });
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N).release(KeyCode.N, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write("sales").type(KeyCode.ENTER);
        robot.interact(() ->
                explored.dispatch(new Edit.ChangeTopology(List.of(new TopologyEdit.MoveService("web", "sales")))));

        Point2D from = middle(robot, box("cart"));
        Box frame = Objects.requireNonNull(
                explored.session().picture().layout().frames().get("sales"));
        Point2D to = onScreen(robot, new Point(frame.x() + frame.width() / 2, frame.y() + frame.height() - 6));
        robot.moveTo(from).press(MouseButton.PRIMARY).moveBy(10, 0).moveTo(to).release(MouseButton.PRIMARY);

        assertThat(topology().service("cart").orElseThrow().boundary()).isEqualTo("sales");
        assertThat(words(robot, "#notice .label"))
                .isEqualTo("Kept in the workspace, since Docker Compose has no place for such a boundary");
        assertThat(words(robot, "#status-unsaved")).isEqualTo("1 file unsaved");

        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        assertThat(robot.lookup("#save-lines").<ListView<String>>query().getItems())
                .contains("+++ b/compose.workspace.yaml", "+      boundary: sales");
        robot.type(KeyCode.ENTER);
        assertThat(workspace).content().isEqualToIgnoringWhitespace(OVERLAY);
        assertThat(file).hasContent(SHOP);

        for (int left = 3; left > 0; left--) {
            robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        }
        assertThat(topology().boundaries()).isEmpty();
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        robot.type(KeyCode.ENTER);
        assertThat(workspace).as("as it was").doesNotExist();
    }

    @Test
    void anEditBehindAnAliasAsksWhatIsToBecomeOfIt(FxRobot robot) {
        String text = "topology: Shop\nx-team: &team us\nservices:\n  a: {owner: *team}\n  b: {owner: *team}\n";
        Explored explored = Explored.text(folder, text);
        opened = explored;
        robot.interact(() -> {
            new Shown(explored, List.of()).on(stage, Palette.LIGHT, 980, 760);
            explored.dispatch(new Action.Select(NodeId.service("a")));
            robot.lookup("#canvas").query().requestFocus();
        });
        Edit owner = new Edit.ChangeTopology(List.of(new TopologyEdit.SetOwner("a", "them")));

        robot.interact(() -> explored.dispatch(owner));
        assertThat(words(robot, "#edits-words"))
                .isEqualTo(
                        "Describe a: others refer to the same value, &team. To change it there changes it for b too.");
        robot.clickOn("#edits-leave");
        assertThat(robot.lookup("#edits").query().isVisible()).isFalse();
        assertThat(explored.session().unsaved()).isEmpty();

        robot.interact(() -> explored.dispatch(owner));
        robot.clickOn("#edits-detach");
        assertThat(text()).isEqualTo(text.replace("a: {owner: *team}", "a: {owner: them}"));
        robot.interact(() -> explored.dispatch(new Action.UndoEdit()));
        assertThat(text()).isEqualTo(text);

        robot.interact(() -> explored.dispatch(owner));
        robot.clickOn("#edits-anchor");
        assertThat(text()).isEqualTo(text.replace("&team us", "&team them"));
        assertThat(robot.lookup("#edits").query().isVisible()).isFalse();
    }

    private String text() {
        return Objects.requireNonNull(
                explored().session().undo().present().texts().contents().get("topology.yaml"));
    }

    private Point2D middle(FxRobot robot, Box box) {
        return onScreen(robot, new Point(box.centerX(), box.centerY()));
    }

    private Point2D onScreen(FxRobot robot, Point point) {
        DiagramCanvas canvas = robot.lookup("#canvas").queryAs(DiagramCanvas.class);
        Point at = canvas.viewportProperty().get().toCanvas(point);
        return canvas.localToScreen(at.x(), at.y());
    }

    private Box box(String service) {
        return Objects.requireNonNull(
                explored().session().picture().layout().boxes().get(NodeId.service(service)));
    }

    private Explored explored() {
        return Objects.requireNonNull(opened);
    }

    private Topology topology() {
        return Objects.requireNonNull(explored().session().opened()).topology();
    }

    private static String words(FxRobot robot, String id) {
        return ((Labeled) robot.lookup(id).query()).getText();
    }
}
