package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.problem.Problem;
import dev.orrery.session.Action;
import dev.orrery.session.Effect;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A company told by three sources: whom a service needs and why, what else it is called, and where they disagree.
@ExtendWith(ApplicationExtension.class)
final class SourcesInWindowTest {
    private static final Set<String> DISAGREEMENTS = Set.of("declared-not-observed", "observed-not-declared");

    private Stage stage;
    private Explored explored;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @BeforeEach
    void open(FxRobot robot) {
        explored = Explored.mixed(folder);
        robot.interact(() -> new Shown(explored, List.of()).on(stage, Palette.LIGHT, 980, 760));
    }

    @Test
    void everyDependencyTellsAllItsEvidenceSurestFirst(FxRobot robot) {
        select(robot, "hires");

        assertThat(spoken(robot, ".evidence > .place-row"))
                .containsExactly(
                        // On what it depends: Pricing, its database, notices, payments, postbox
                        "Observed at zipkin-dependencies.json:6:3 (calls that Zipkin counted)",
                        "Declared at compose.yaml:23:7 (depends_on)",
                        "Observed at zipkin-dependencies.json:4:3 (calls that Zipkin counted)",
                        "Declared at compose.yaml:26:7 (depends_on)",
                        "Declared at catalog-info.yaml:39:15 (dependsOn)",
                        "Declared at compose.yaml:24:7 (depends_on)",
                        "Observed at zipkin-dependencies.json:5:3 (calls that Zipkin counted)",
                        "Observed at zipkin-dependencies.json:7:3 (calls that Zipkin counted)",
                        // Used by the page
                        "Declared at compose.yaml:16:18 (depends_on)",
                        "Observed at zipkin-dependencies.json:2:3 (calls that Zipkin counted)");
    }

    @Test
    void enterOpensTheLineOfAPieceOfEvidence(FxRobot robot) {
        select(robot, "payments");
        Button seen = robot.lookup(".place-row")
                .match((Button row) -> row.getAccessibleText().startsWith("Observed at zipkin-dependencies.json:8"))
                .query();

        robot.interact(seen::requestFocus);
        robot.type(KeyCode.ENTER);

        assertThat(explored.effects)
                .last()
                .isEqualTo(new Effect.OpenEditor(folder.resolve("mixed/zipkin-dependencies.json"), 8, 3));
    }

    @Test
    void aServiceOfSeveralSourcesSaysItsNamesAndWhereItIsDescribed(FxRobot robot) {
        select(robot, "hires");

        assertThat(spoken(robot, "#described .place-row"))
                .containsExactly(
                        "Docker Compose, compose.yaml:18:3. Opens it in the editor",
                        "Backstage catalog, catalog-info.yaml:31:9. Opens it in the editor",
                        "Zipkin, zipkin-dependencies.json:2:3. Opens it in the editor");
        assertThat(robot.lookup("#other-names .fact-value").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly("component:default/hires-service");
    }

    @Test
    void everyDisagreementIsToldAndLeadsToWhoNeeds(FxRobot robot) {
        robot.interact(() -> robot.lookup("#problem-count").queryButton().fire());
        ListView<Problem> list = robot.lookup("#problems-list").query();

        List<Problem> disagreements = list.getItems().stream()
                .filter(problem -> DISAGREEMENTS.contains(problem.code()))
                .toList();
        assertThat(disagreements)
                .extracting(Problem::message)
                .containsExactly(
                        "“Hires” is declared to need “Notices”, but no such traffic was seen. "
                                + "Perhaps it is needed seldom, or no longer.",
                        "“Workshop” is declared to need “Stations”, but no such traffic was seen. "
                                + "Perhaps it is needed seldom, or no longer.",
                        "“Hires” was seen to use “Pricing”, which no descriptor declares. "
                                + "Write it down, or find out why it happens.",
                        "“Hires” was seen to use “postbox”, which no descriptor declares. "
                                + "Write it down, or find out why it happens.",
                        "“Payments” was seen to use “card-provider”, which no descriptor declares. "
                                + "Write it down, or find out why it happens.");
        assertThat(disagreements)
                .extracting(problem -> selectedBy(robot, list, list.getItems().indexOf(problem)))
                .containsExactly("hires", "workshop", "hires", "hires", "payments");
    }

    private String selectedBy(FxRobot robot, ListView<Problem> list, int index) {
        robot.interact(() -> {
            explored.dispatch(new Action.Select(null));
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(index);
        });
        robot.type(KeyCode.ENTER);
        NodeId selected = explored.session().selected();
        return selected == null ? "" : selected.id();
    }

    private void select(FxRobot robot, String service) {
        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.service(service))));
    }

    private static List<String> spoken(FxRobot robot, String query) {
        return robot.lookup(query).queryAll().stream()
                .map(Node::getAccessibleText)
                .toList();
    }
}
