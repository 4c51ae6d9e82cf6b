package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Reason;
import dev.orrery.persistence.Settings.ThemeChoice;
import dev.orrery.probe.ObserverState;
import dev.orrery.problem.Problem;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Session;
import dev.orrery.session.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class MainWindowTest {
    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void thePaletteFindsAServiceAndGoesThere(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);

        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("searchi").type(KeyCode.ENTER);

        assertThat(explored.actions).last().isEqualTo(new Action.Select(NodeId.service("search-index")));
        assertThat(words(robot, "#inspector-name")).isEqualTo("search-index");
        assertThat(robot.lookup("#palette").query().isVisible()).isFalse();
    }

    @Test
    void thePaletteRunsAnAction(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);

        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("collapse all").type(KeyCode.ENTER);

        assertThat(explored.actions).last().isEqualTo(new Edit.CollapseAll());
    }

    @Test
    void aServiceInsideACollapsedBoundaryIsBroughtOutWhenItIsFound(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        explored.store.dispatch(new Edit.CollapseAll());
        explored.store.dispatch(new Action.Select(NodeId.boundary("web")));
        show(robot, explored);

        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("reservations-db").type(KeyCode.ENTER);

        assertThat(explored.actions).contains(new Edit.Expand("booking"));
        assertThat(explored.session().selected()).isEqualTo(NodeId.service("reservations-db"));
    }

    @Test
    void theOutlineSelectsAndFollowsTheSelection(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);

        robot.clickOn("#outline-users");
        assertThat(explored.session().selected()).isEqualTo(NodeId.service("users"));
        robot.type(KeyCode.DOWN);
        assertThat(explored.session().selected()).isEqualTo(NodeId.service("users-db"));

        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.service("search"))));
        TreeView<?> tree = robot.lookup("#outline-tree").query();
        assertThat(String.valueOf(tree.getSelectionModel().getSelectedItem().getValue()))
                .contains("search");
    }

    @Test
    void theInspectorTellsWhatTheServiceAnswered(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);

        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.service("reservations"))));

        assertThat(words(robot, "#inspector-state")).isEqualTo("Down for 3 min");
        assertThat(words(robot, "#inspector-why")).isEqualTo("Fails with status 503");
        assertThat(words(robot, "#inspector-impact")).isEqualTo("2 services cannot do without it.");
        assertThat(allWords(robot.lookup("#inspector").query()))
                .contains("db", "Connection refused", "diskSpace", "team-booking", "Java, Spring Boot")
                .contains("data, required");
        TextArea raw = robot.lookup("#raw-answer").query();
        assertThat(raw.getText()).contains("\"status\": \"DOWN\"");
    }

    @Test
    void withNothingSelectedTheInspectorTellsAboutTheTopology(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);
        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.boundary("booking"))));
        assertThat(words(robot, "#inspector-name")).isEqualTo("Booking");

        robot.interact(() -> explored.dispatch(new Action.Select(null)));

        assertThat(words(robot, "#inspector-name")).isEqualTo("Hotel booking, microservices");
    }

    @Test
    void aDependencyInTheInspectorLeadsThere(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);
        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.service("booking-ui"))));

        robot.interact(() -> robot.lookup("#go-booking-api").queryButton().fire());

        assertThat(explored.session().selected()).isEqualTo(NodeId.service("booking-api"));
    }

    @Test
    void nothingIsAskedBeforeTheTrustBarWasAnswered(FxRobot robot) {
        Explored explored = Explored.sample(folder, "shop/shop.yaml");
        show(robot, explored);
        Node bar = robot.lookup("#trust").query();
        assertThat(bar.isVisible()).isTrue();

        robot.clickOn("#trust-later");
        assertThat(bar.isVisible()).isFalse();
        assertThat(explored.actions).isEmpty();
        robot.clickOn("#watching");
        assertThat(bar.isVisible()).isTrue();
        robot.clickOn("#trust-allow");

        assertThat(explored.actions).singleElement().isInstanceOf(Action.Allow.class);
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void theSameSessionTwiceShowsNothingElse(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        explored.store.dispatch(new Action.Select(NodeId.service("reservations")));
        Shown shown = show(robot, explored);
        List<Node> before = nodes(shown.window);
        List<String> said = allWords(shown.window);

        robot.interact(() -> shown.window.render(explored.session()));

        assertThat(nodes(shown.window)).isEqualTo(before);
        assertThat(allWords(shown.window)).isEqualTo(said);
    }

    @Test
    void keysWithoutAModifierAreWritingWhereSomebodyWrites(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        explored.store.dispatch(new Action.Select(NodeId.service("reservations")));
        show(robot, explored);

        robot.clickOn("#outline-filter").write("i");
        assertThat(explored.session().impact()).isFalse();
        TextInputControl filter = robot.lookup("#outline-filter").query();
        assertThat(filter.getText()).isEqualTo("i");

        robot.interact(() -> robot.lookup("#outline-tree").query().requestFocus());
        robot.write("i");
        assertThat(explored.session().impact()).isTrue();
    }

    @Test
    void theFocusGoesFromTheOutlineToThePictureToTheInspector(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);
        robot.interact(() -> robot.lookup("#outline-tree").query().requestFocus());

        robot.type(KeyCode.TAB);
        Node canvas = robot.lookup("#canvas").query();
        assertThat(canvas.isFocused() || canvas.isFocusWithin()).isTrue();
        robot.interact(() -> robot.lookup("#inspector").query().requestFocus());
        // What lies on the picture, such as the legend, comes between.
        for (int back = 0; back < 12 && !canvas.isFocusWithin(); back++) {
            robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        }
        assertThat(canvas.isFocusWithin()).isTrue();
    }

    @Test
    void anEditIsUndoneByItsKey(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);
        robot.interact(() -> explored.dispatch(new Edit.Collapse("booking")));

        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);

        assertThat(explored.session().arrangement().visibility().collapsed()).isEmpty();
    }

    @Test
    void workIsShownOnlyWhenItLasts(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        Shown shown = show(robot, explored);
        Node bar = robot.lookup("#work").query();

        robot.interact(() -> shown.window.render(working(explored.session(), new Work(99, "Arranging"))));
        assertThat(bar.isVisible()).isFalse();
        robot.interact(() -> List.copyOf(shown.later).forEach(Runnable::run));
        assertThat(bar.isVisible()).isTrue();
        robot.interact(() -> robot.lookup("#work-cancel").queryButton().fire());
        assertThat(explored.actions).last().isEqualTo(new Action.Cancel());

        robot.interact(() -> shown.window.render(explored.session()));
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void aProblemLeadsToWhatItConcerns(FxRobot robot) {
        Explored explored = Explored.text(folder, """
            topology: T
            services:
              a: {}
              b: {tags: 7}
            """);
        show(robot, explored);

        robot.interact(() -> robot.lookup("#problem-count").queryButton().fire());
        ListView<Problem> list = robot.lookup("#problems-list").query();
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel()
                    .select(list.getItems().stream()
                            .filter(problem -> problem.code().equals("expected-list"))
                            .findFirst()
                            .orElseThrow());
        });
        robot.type(KeyCode.ENTER);

        assertThat(explored.session().selected()).isEqualTo(NodeId.service("b"));
    }

    @Test
    void aNoticeIsReadOnce(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);
        robot.interact(() -> explored.store.dispatch(new Action.Told("The workspace could not be saved.")));
        assertThat(robot.lookup("#notice").query().isVisible()).isTrue();

        robot.clickOn("#notice-dismiss");

        assertThat(robot.lookup("#notice").query().isVisible()).isFalse();
    }

    @Test
    void preferencesHoldAtOnce(FxRobot robot) {
        Shown shown = show(robot, Explored.incident(folder));

        robot.press(KeyCode.CONTROL, KeyCode.COMMA).release(KeyCode.COMMA, KeyCode.CONTROL);
        robot.clickOn("#theme-dark").clickOn("#forget-trust");
        assertThat(shown.settings.theme().name()).isEqualTo(ThemeChoice.DARK.name());
        assertThat(shown.trustForgotten).isTrue();

        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#sheet").query().isVisible()).isFalse();
    }

    @Test
    void healthChangesWordsWithoutTakingTheFocus(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);
        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.service("users"))));
        Button neighbour = robot.lookup("#go-users-db").queryButton();
        robot.interact(neighbour::requestFocus);

        robot.interact(() -> {
            explored.dispatch(new Action.Tick(Explored.NOW.plusSeconds(10)));
            explored.down("users", -10, Reason.of("status-5xx", "500"), List.of(), null);
        });

        assertThat(words(robot, "#inspector-state")).isEqualTo("Down since a moment ago");
        assertThat(neighbour.isFocused()).isTrue();
    }

    @Test
    void saysOnceThatThisComputerIsOfflineAndNoLongerThanItIs(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);
        assertThat(robot.lookup("#observer").query().isVisible()).isFalse();

        robot.interact(
                () -> explored.dispatch(new Action.Observed(List.of(), new ObserverState.Offline(Explored.NOW))));
        assertThat(robot.lookup("#observer").query().isVisible()).isTrue();
        assertThat(words(robot, "#observer .label")).startsWith("This computer is offline");

        robot.interact(() -> explored.dispatch(new Action.Observed(List.of())));
        assertThat(robot.lookup("#observer").query().isVisible()).isFalse();
    }

    private Shown show(FxRobot robot, Explored explored) {
        List<Shown> made = new ArrayList<>();
        robot.interact(() -> {
            Shown shown = new Shown(explored, List.of());
            shown.on(stage, Palette.LIGHT, 980, 760);
            made.add(shown);
        });
        explored.actions.clear();
        return made.getFirst();
    }

    private static Session working(Session session, Work work) {
        return new Session(
                session.opened(),
                session.undo(),
                session.editing(),
                session.picture(),
                session.seen(),
                session.arranging(),
                session.generation(),
                session.opening(),
                session.trusts(),
                session.missing(),
                session.epoch(),
                session.policy(),
                session.board(),
                session.attention(),
                session.observer(),
                session.watching(),
                session.selected(),
                session.also(),
                session.impact(),
                session.aspect(),
                session.layers(),
                session.inquiry(),
                session.viewing(),
                session.hubLines(),
                work,
                session.notice(),
                session.now(),
                session.excursion(),
                session.scenarios());
    }

    private static String words(FxRobot robot, String query) {
        return ((Labeled) robot.lookup(query).query()).getText();
    }

    private static List<String> allWords(Node under) {
        return nodes(under).stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .filter(Predicate.not(text -> text == null || text.isEmpty()))
                .toList();
    }

    private static List<Node> nodes(Node under) {
        List<Node> nodes = new ArrayList<>(List.of(under));
        if (under instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> nodes.addAll(nodes(child)));
        }
        return nodes;
    }
}
