package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.FindingMark;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.inspection.Finding;
import dev.orrery.inspection.InspectionReport;
import dev.orrery.layout.Point;
import dev.orrery.problem.Severity;
import dev.orrery.session.Action;
import dev.orrery.session.Inquiry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
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

        robot.write("x");
        assertThat(marks(robot)).contains("isolated-service");
        robot.write("x");
        assertThat(marks(robot)).isEmpty();
        robot.write("x");
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

    @Test
    void theListGroupsByRuleSaysWhyAndShowsWhatIsChosenOnThePicture(FxRobot robot) {
        open(robot);
        robot.press(KeyCode.SHIFT).type(KeyCode.X).release(KeyCode.SHIFT);
        assertThat(rows(robot))
                .containsSubsequence(
                        "rule dependency-cycle 1",
                        "dependency-cycle",
                        "rule owner-bypassed 1",
                        "owner-bypassed",
                        "rule isolated-service 1",
                        "isolated-service");

        robot.clickOn("#findings-filter").write("bills");
        assertThat(rows(robot)).containsExactly("rule owner-bypassed 1", "owner-bypassed");
        robot.interact(() -> list(robot).getSelectionModel().select(1));

        assertThat(chosen()).isEqualTo("owner-bypassed");
        assertThat(words(robot, "#finding-message")).contains("bills");
        assertThat(words(robot, "#finding-do")).isEqualTo("Ask the owner instead of its database.");

        robot.interact(() -> explored().dispatch(new Action.EndInquiry()));
        assertThat(list(robot).getSelectionModel().getSelectedIndex()).isEqualTo(-1);
        robot.type(KeyCode.F8);
        assertThat(chosen()).isEqualTo("dependency-cycle");
    }

    @Test
    void aMendIsShownBeforeItIsMadeAndIsOneRowOfTheUndoList(FxRobot robot) {
        open(robot);
        robot.type(KeyCode.F8);
        robot.press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);

        assertThat(words(robot, "#edit-outcome")).startsWith("The finding goes.");
        robot.type(KeyCode.ENTER);

        assertThat(text()).isEqualTo(SHOP.replace("  mail: {depends_on: {orders: {required: false}}}", "  mail: {}"));
        assertThat(rules()).doesNotContain("dependency-cycle").contains("owner-bypassed");
        assertThat(chosen()).as("what is gone is not looked at").isEmpty();
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(text()).isEqualTo(SHOP);
        assertThat(rules()).contains("dependency-cycle");
    }

    @Test
    void aButtonOfTheListMends(FxRobot robot) {
        open(robot);
        robot.press(KeyCode.SHIFT).type(KeyCode.X).release(KeyCode.SHIFT);
        robot.type(KeyCode.F8).type(KeyCode.F8);
        robot.interact(() -> robot.lookup("#finding-mend-0").<Button>query().fire());
        robot.interact(() -> robot.lookup("#edit-confirm").<Button>query().fire());

        assertThat(text()).isEqualTo(SHOP.replace("bills: {depends_on: [db]}", "bills: {depends_on: [orders]}"));
        assertThat(rules()).doesNotContain("owner-bypassed");
    }

    @Test
    void aFindingIsSuppressedWithAReasonAndUndoTellsItAgain(FxRobot robot) {
        String workspace = "format: 1   # ours\ninspections: {limits: {chain: 3}}\n";
        open(robot, workspace);
        robot.press(KeyCode.SHIFT).type(KeyCode.X).release(KeyCode.SHIFT);
        robot.type(KeyCode.F8).type(KeyCode.F8);
        robot.interact(() -> robot.lookup("#finding-suppress").<Button>query().fire());
        assertThat(robot.lookup("#edit-confirm").query().isDisabled()).isTrue();
        robot.write("They move out.").type(KeyCode.ENTER);

        assertThat(rules()).doesNotContain("owner-bypassed");
        assertThat(text("topology.workspace.yaml"))
                .startsWith("format: 1   # ours\n")
                .contains("rule: owner-bypassed", "because: They move out.");
        assertThat(words(robot, "#findings-count")).contains("1 suppressed");
        assertThat(explored().session().undo().undoName()).hasValue("Suppress a finding of owner-bypassed");

        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(rules()).contains("owner-bypassed");
        assertThat(text("topology.workspace.yaml")).isEqualTo(workspace);
    }

    @Test
    void whereThereIsNoWorkspaceOneBeginsAndIsWrittenWhenItIsSaved(FxRobot robot) throws IOException {
        open(robot);
        Path workspace = folder.resolve("topology.workspace.yaml");
        robot.interact(() -> explored().dispatch(new Action.Weigh("isolated-service", Optional.empty())));

        assertThat(rules()).doesNotContain("isolated-service");
        assertThat(workspace).as("nothing is written before it is saved").doesNotExist();
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        robot.type(KeyCode.ENTER);

        assertThat(Files.readString(workspace)).isEqualTo("""
                format: 1
                inspections:
                  severity:
                    isolated-service: off
                """);
    }

    @Test
    void aRuleIsMadeAnErrorOrOff(FxRobot robot) {
        open(robot, "format: 1\ninspections: {limits: {chain: 3}}\n");
        robot.press(KeyCode.SHIFT).type(KeyCode.X).release(KeyCode.SHIFT);
        robot.type(KeyCode.F8).type(KeyCode.F8);
        weigh(robot, 0);
        assertThat(report().ordered().getFirst().rule())
                .as("what is worst comes first")
                .isEqualTo("owner-bypassed");
        assertThat(canvas(robot).diagram().edges())
                .extracting(edge -> edge.findings().severity())
                .contains(Severity.ERROR);

        weigh(robot, 3);
        assertThat(rules()).doesNotContain("owner-bypassed");
    }

    @Test
    void aBaselineThatIsFrozenIsKnownInTheList(FxRobot robot) throws IOException {
        open(robot);
        robot.press(KeyCode.SHIFT).type(KeyCode.X).release(KeyCode.SHIFT);
        robot.interact(() -> robot.lookup("#findings-freeze").<Button>query().fire());

        assertThat(Files.readString(folder.resolve("topology.baseline.yaml"))).contains("owner-bypassed");
        assertThat(report().findings()).isEmpty();
        assertThat(report().frozen()).isNotEmpty();
        assertThat(marks(robot)).as("what is known is not marked at first").isEmpty();
        assertThat(rows(robot)).contains("owner-bypassed");
    }

    private void weigh(FxRobot robot, int severity) {
        robot.interact(() -> robot.lookup("#finding-severity")
                .<MenuButton>query()
                .getItems()
                .get(severity)
                .fire());
    }

    private static List<String> rows(FxRobot robot) {
        List<String> rows = new ArrayList<>();
        ListView<?> list = list(robot);
        list.getItems()
                .forEach(row -> rows.add(row.toString()
                        .replaceAll("OfRule\\[rule=([^,]+), severity=\\w+, count=(\\d+)]", "rule $1 $2")
                        .replaceAll("OfFinding\\[finding=Finding\\[rule=([^,]+),.*", "$1")));
        return rows;
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#findings-list").query();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).<Labeled>query().getText();
    }

    private String text() {
        return text("topology.yaml");
    }

    private String text(String file) {
        return Objects.requireNonNull(
                explored().session().undo().present().texts().contents().get(file));
    }

    private InspectionReport report() {
        return Objects.requireNonNull(explored().session().opened()).inspections();
    }

    private List<String> rules() {
        return report().ordered().stream().map(Finding::rule).toList();
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

    private void open(FxRobot robot, String workspace) {
        try {
            Files.writeString(folder.resolve("topology.workspace.yaml"), workspace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open(robot);
    }

    private void open(FxRobot robot) {
        robot.interact(() -> {
            Explored explored = Explored.text(folder, SHOP);
            opened = explored;
            new Shown(explored, List.of()).on(stage, Palette.LIGHT, 1000, 900);
        });
    }
}
