package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.inspection.TopologyMetrics;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
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

/// An architect splits the booking monolith into bounded contexts, looks at what that costs, changes their mind, and
/// hands the team a change of a few lines.
@ExtendWith(ApplicationExtension.class)
final class SketchInWindowTest {
    private Stage stage;
    private @Nullable Explored opened;
    private @Nullable GitFolder repository;

    @TempDir
    Path folder;

    @Start
    void start(Stage made) {
        stage = made;
    }

    @Test
    void theMonolithBecomesBoundedContexts(FxRobot robot) throws Exception {
        Path file = open(robot);
        String before = Files.readString(file);
        List<String> figures = new ArrayList<>();

        // By keyboard: a boundary around one module, then another.
        walkTo(robot, "Search");
        robot.type(KeyCode.SPACE);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N).release(KeyCode.N, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write("catalogue").type(KeyCode.TAB).write("Catalogue");
        figures.add(words(robot, "#edit-outcome"));
        robot.type(KeyCode.ENTER);
        walkTo(robot, "Reservations");
        robot.type(KeyCode.SPACE);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N).release(KeyCode.N, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write("booking").type(KeyCode.TAB).write("Booking");
        figures.add(words(robot, "#edit-outcome"));
        robot.type(KeyCode.ENTER);
        walkTo(robot, "Payments");
        robot.type(KeyCode.SPACE);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N).release(KeyCode.N, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write("payment").type(KeyCode.TAB).write("Payment");
        figures.add(words(robot, "#edit-outcome"));
        robot.type(KeyCode.ENTER);

        // By mouse: the notices belong to booking, the cache to the catalogue.
        figures.add(drag(robot, "notifications", "booking"));
        figures.add(drag(robot, "page-cache", "catalogue"));

        Topology sketched = topology();
        assertThat(figures)
                .as("what each step costs, before it is taken")
                .containsExactly(
                        "7 → 8 needs across boundaries",
                        "8 → 12 needs across boundaries",
                        "12 needs across boundaries, as before",
                        "Move into Booking\n12 → 11 needs across boundaries",
                        "Move into Catalogue\n11 → 10 needs across boundaries");
        assertThat(TopologyMetrics.of(sketched).across().all()).isEqualTo(10);
        assertThat(robot.lookup("#inspector .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("Booking site › Payment");

        keys(robot, KeyCode.Z, 5);
        assertThat(text()).as("undone").isEqualTo(before);
        keys(robot, KeyCode.Y, 5);
        assertThat(topology()).as("made again").isEqualTo(sketched);

        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        robot.type(KeyCode.ENTER);
        assertThat(difference())
                .as("what the team reviews")
                .containsExactly(
                        "+  catalogue: {name: Catalogue, kind: bounded-context, within: site}",
                        "+  booking: {name: Booking, kind: bounded-context, within: site}",
                        "+  payment: {name: Payment, kind: bounded-context, within: site}",
                        "-    boundary: site",
                        "+    boundary: catalogue",
                        "-    boundary: site",
                        "+    boundary: booking",
                        "-    boundary: site",
                        "+    boundary: payment",
                        "-    boundary: site",
                        "+    boundary: booking",
                        "-    boundary: beside",
                        "+    boundary: catalogue");
    }

    private Path open(FxRobot robot) throws Exception {
        Path file = Explored.copied(folder, "booking/monolith.yaml");
        repository = GitFolder.of(folder);
        Explored explored = Explored.opened(file);
        opened = explored;
        robot.interact(() -> {
            new Shown(explored, List.of()).on(stage, Palette.LIGHT, 980, 760);
            robot.lookup("#canvas").query().requestFocus();
        });
        return file;
    }

    /// Goes through the picture with Tab, from its beginning.
    private void walkTo(FxRobot robot, String name) {
        robot.interact(() -> robot.lookup("#canvas").query().requestFocus());
        for (int step = 0; step < 40; step++) {
            robot.type(KeyCode.TAB);
            Node there = stage.getScene().getFocusOwner();
            if (there.getAccessibleText() != null && there.getAccessibleText().startsWith(name + ",")) {
                return;
            }
        }
        throw new AssertionError("no way to " + name);
    }

    /// @return what was told before it was let go
    private String drag(FxRobot robot, String service, String boundary) {
        robot.type(KeyCode.HOME);
        Box card = Objects.requireNonNull(
                explored().session().picture().layout().boxes().get(NodeId.service(service)));
        Box frame = Objects.requireNonNull(
                explored().session().picture().layout().frames().get(boundary));
        robot.moveTo(onScreen(robot, new Point(card.centerX(), card.centerY())))
                .press(MouseButton.PRIMARY)
                .moveBy(10, 0)
                .moveTo(onScreen(robot, new Point(frame.centerX(), frame.y() + frame.height() - 3)));
        String told = words(robot, "#landing-hint");
        robot.release(MouseButton.PRIMARY);
        return told;
    }

    private Point2D onScreen(FxRobot robot, Point point) {
        DiagramCanvas canvas = robot.lookup("#canvas").queryAs(DiagramCanvas.class);
        Point at = canvas.viewportProperty().get().toCanvas(point);
        return canvas.localToScreen(at.x(), at.y());
    }

    private static void keys(FxRobot robot, KeyCode key, int times) {
        for (int left = times; left > 0; left--) {
            robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
        }
    }

    /// What git says of the file, without the lines about where.
    private List<String> difference() throws IOException, InterruptedException {
        return Objects.requireNonNull(repository).git("diff", "-U0").stream()
                .filter(line -> line.startsWith("+") || line.startsWith("-"))
                .filter(line -> !line.startsWith("+++") && !line.startsWith("---"))
                .toList();
    }

    private Explored explored() {
        return Objects.requireNonNull(opened);
    }

    private Topology topology() {
        return Objects.requireNonNull(explored().session().opened()).topology();
    }

    private String text() {
        return Objects.requireNonNull(
                explored().session().undo().present().texts().contents().get("booking/monolith.yaml"));
    }

    private static String words(FxRobot robot, String id) {
        return ((Labeled) robot.lookup(id).query()).getText();
    }
}
