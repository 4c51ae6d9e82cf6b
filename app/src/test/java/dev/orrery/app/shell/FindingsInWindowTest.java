package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.FindingMark;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.inspection.Finding;
import dev.orrery.layout.Point;
import dev.orrery.session.Inquiry;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What inspections find, on the picture and in the list, and what is done about it.
@ExtendWith(ApplicationExtension.class)
final class FindingsInWindowTest {
    private static final String SHOP = """
            topology: Shop
            services:
              shop: {depends_on: [orders]}
              orders:
                owns: [orders]   # theirs
                depends_on: [db, mail]
              mail: {depends_on: {orders: {required: false}}}
              bills: {depends_on: [db]}
              alone: {}
              db: {kind: database}
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
    void warningsAreMarkedAndNotesOnlyWhenAskedFor(FxRobot robot) {
        open(robot);
        assertThat(marks(robot)).containsExactlyInAnyOrder("owner-bypassed", "dependency-cycle");

        robot.write("w");
        assertThat(marks(robot)).contains("isolated-service");
        robot.write("w");
        assertThat(marks(robot)).isEmpty();
        robot.write("w");
        assertThat(marks(robot)).containsExactlyInAnyOrder("owner-bypassed", "dependency-cycle");
    }

    @Test
    void aMarkSaysItsFindingAndAPressShowsIt(FxRobot robot) {
        open(robot);
        Diagram.Edge line = canvas(robot).diagram().edges().stream()
                .filter(edge -> edge.findings().findings().stream()
                        .anyMatch(finding -> finding.rule().equals("owner-bypassed")))
                .findFirst()
                .orElseThrow();

        Point2D at = onScreen(robot, Objects.requireNonNull(line.findingsAt()));
        robot.moveTo(at);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(at);

        assertThat(chosen()).isEqualTo("owner-bypassed");
        assertThat(robot.lookup("#inquiry-words").<Label>query().getText()).startsWith("“bills” uses “db” directly");
        assertThat(explored().session().selected()).isEqualTo(NodeId.service("bills"));
        assertThat(dimmed(robot)).contains("shop", "mail", "alone").doesNotContain("bills", "db");

        robot.type(KeyCode.ESCAPE);
        assertThat(explored().session().inquiry()).isEqualTo(Inquiry.NONE);
        assertThat(dimmed(robot)).isEmpty();
    }

    @Test
    void aKeyGoesFromFindingToFindingAndBack(FxRobot robot) {
        open(robot);

        robot.type(KeyCode.F8);
        assertThat(chosen()).isEqualTo("dependency-cycle");
        robot.type(KeyCode.F8);
        assertThat(chosen()).isEqualTo("owner-bypassed");
        robot.press(KeyCode.SHIFT).type(KeyCode.F8).release(KeyCode.SHIFT);
        assertThat(chosen()).isEqualTo("dependency-cycle");
        robot.press(KeyCode.SHIFT).type(KeyCode.F8).release(KeyCode.SHIFT);
        assertThat(chosen()).as("before the first comes the last").isEqualTo("isolated-service");
    }

    private String chosen() {
        return explored().session().inquiry() instanceof Inquiry.OfFinding(Finding finding) ? finding.rule() : "";
    }

    private static List<String> marks(FxRobot robot) {
        Diagram diagram = canvas(robot).diagram();
        return Stream.concat(
                        diagram.edges().stream().map(Diagram.Edge::findings),
                        diagram.cards().stream().map(Diagram.Card::findings))
                .map(FindingMark::findings)
                .flatMap(List::stream)
                .map(Finding::rule)
                .toList();
    }

    private static List<String> dimmed(FxRobot robot) {
        return canvas(robot).diagram().cards().stream()
                .filter(card -> card.emphasis().opacity() < 1)
                .map(card -> card.id().id())
                .toList();
    }

    private static Point2D onScreen(FxRobot robot, Point at) {
        DiagramCanvas canvas = canvas(robot);
        Point there = canvas.viewportProperty().get().toCanvas(at);
        return Objects.requireNonNull(canvas.localToScreen(there.x(), there.y()));
    }

    private static DiagramCanvas canvas(FxRobot robot) {
        return robot.lookup("#canvas").query();
    }

    private Explored explored() {
        return Objects.requireNonNull(opened);
    }

    private void open(FxRobot robot) {
        robot.interact(() -> {
            Explored explored = Explored.text(folder, SHOP);
            opened = explored;
            new Shown(explored, List.of()).on(stage, Palette.LIGHT, 1000, 900);
        });
    }
}
