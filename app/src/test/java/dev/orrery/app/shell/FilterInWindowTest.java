package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Emphasis;
import dev.orrery.diagram.Legend;
import dev.orrery.diagram.Lens;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Reason;
import dev.orrery.query.Completion;
import dev.orrery.session.Action;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class FilterInWindowTest {
    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void whatIsTypedDimsTheRestOnceTheFingersRest(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        Shown shown = show(robot, explored);

        robot.write("/");
        assertThat(robot.lookup("#filter-field").query().isFocused()).isTrue();
        robot.write("down");
        assertThat(cards(robot, Emphasis.DIMMED)).isEmpty();
        rest(robot, shown);

        assertThat(explored.session().aspect().typed()).isEqualTo("down");
        assertThat(cards(robot, Emphasis.NORMAL)).containsExactly("booking-api", "reservations", "reservations-db");
        assertThat(cards(robot, Emphasis.DIMMED)).contains("users", "payments");
        assertThat(words(robot, "#filter-count")).isEqualTo("3 of " + services(explored));
    }

    @Test
    void itFollowsTheHealthAndLaysNothingOut(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        Shown shown = show(robot, explored);
        filter(robot, shown, "down");
        int effects = explored.effects.size();
        Diagram before = diagram(robot);

        robot.interact(() -> explored.down("users", -20, Reason.of("status-5xx", "503"), List.of(), null));

        assertThat(cards(robot, Emphasis.NORMAL)).contains("users").hasSize(4);
        assertThat(words(robot, "#filter-count")).startsWith("4 of ");
        assertThat(explored.effects).hasSize(effects);
        assertThat(diagram(robot).cards())
                .extracting(Diagram.Card::box)
                .isEqualTo(before.cards().stream().map(Diagram.Card::box).toList());
    }

    @Test
    void theRestCanBeHiddenAndNothingMoves(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        Shown shown = show(robot, explored);
        Diagram before = diagram(robot);
        filter(robot, shown, "boundary:booking");

        robot.clickOn("#filter-hides");

        Diagram hidden = diagram(robot);
        assertThat(hidden.cards().size()).isLessThan(before.cards().size()).isPositive();
        assertThat(before.cards()).containsAll(hidden.cards());
        assertThat(hidden.bounds()).isEqualTo(before.bounds());
        assertThat(hidden.frames())
                .extracting(Diagram.Frame::id)
                .contains("booking")
                .doesNotContain("web");
        assertThat(hidden.edges())
                .allMatch(edge -> hidden.cards().stream()
                        .map(Diagram.Card::id)
                        .toList()
                        .containsAll(List.of(edge.id().from(), edge.id().to())));

        robot.clickOn("#filter-hides");
        assertThat(diagram(robot).cards()).hasSameSizeAs(before.cards());
        assertThat(cards(robot, Emphasis.DIMMED)).isNotEmpty();
    }

    @Test
    void escapeClearsAndGoesBackToThePicture(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        Shown shown = show(robot, explored);
        filter(robot, shown, "down");

        robot.type(KeyCode.ESCAPE);

        assertThat(explored.session().aspect().typed()).isEmpty();
        assertThat(cards(robot, Emphasis.DIMMED)).isEmpty();
        assertThat(robot.lookup("#filter-bar").query().isVisible()).isFalse();
        assertThat(robot.lookup("#canvas").query().isFocused()).isTrue();
    }

    @Test
    void enterGoesFromMatchToMatch(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        Shown shown = show(robot, explored);

        robot.write("/").write("down");
        List<String> visited = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            robot.type(KeyCode.ENTER);
            NodeId selected = explored.session().selected();
            visited.add(selected == null ? "nobody" : selected.id());
        }

        assertThat(visited).containsExactly("booking-api", "reservations", "reservations-db", "booking-api");
        assertThat(shown.later).isEmpty();
    }

    @Test
    void aKeyAndThenAValueAreCompletedWithTheKeyboard(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);

        robot.write("/").write("kin");
        assertThat(offered(robot)).first().isEqualTo("kind:");
        robot.type(KeyCode.DOWN).type(KeyCode.TAB);
        assertThat(((TextField) robot.lookup("#filter-field").query()).getText())
                .isEqualTo("kind:");
        robot.write("d");
        assertThat(offered(robot)).containsExactly("database");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);

        assertThat(explored.session().aspect().expression().text()).isEqualTo("kind:database");
        assertThat(cards(robot, Emphasis.NORMAL)).contains("reservations-db");
        assertThat(robot.lookup("#filter-field").query().isFocused()).isTrue();
    }

    @Test
    void whatIsNotUnderstoodIsSaidAndTheRestHolds(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        Shown shown = show(robot, explored);

        filter(robot, shown, "ownr:payments down");
        assertThat(words(robot, "#filter-words")).isEqualTo("“ownr” is no key. Did you mean “owner”?");
        assertThat(cards(robot, Emphasis.NORMAL)).hasSize(3);

        robot.interact(() -> explored.dispatch(new Action.FilterBy("kind:job kind:web")));
        assertThat(words(robot, "#filter-words")).contains("Nothing matches.");
        assertThat(((TextField) robot.lookup("#filter-field").query()).getText())
                .isEqualTo("kind:job kind:web");
    }

    @Test
    void itIsKeptWhenTheFilesAreReadAgain(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        Shown shown = show(robot, explored);
        filter(robot, shown, "kind:database");
        List<String> lit = cards(robot, Emphasis.NORMAL);

        robot.interact(() -> explored.dispatch(new Action.FilesChanged()));

        assertThat(cards(robot, Emphasis.NORMAL)).isEqualTo(lit).isNotEmpty();
        assertThat(explored.session().aspect().typed()).isEqualTo("kind:database");
    }

    @Test
    void aLensColoursTheCardsAndTheLegendSaysWhatTheColoursMean(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);
        assertThat(entries(robot)).first().isEqualTo("down 3");

        robot.press(KeyCode.ALT, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.ALT);

        assertThat(explored.session().aspect().lens()).isEqualTo(Lens.KIND);
        assertThat(diagram(robot).cards())
                .filteredOn(Diagram.ServiceCard.class::isInstance)
                .allMatch(card -> card.tint() != null);
        assertThat(entries(robot)).anyMatch(entry -> entry.startsWith("database "));
        assertThat(((MenuButton) robot.lookup("#legend-lens").query()).getText())
                .isEqualTo("Kind");
    }

    @Test
    void aValueOfTheLegendIsWrittenIntoTheFilterAndTakenOutAgain(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        Shown shown = show(robot, explored);
        robot.interact(() -> explored.dispatch(new Action.LookThrough(Lens.KIND)));
        filter(robot, shown, "!down");
        int database = at(robot, "database");

        robot.interact(() -> robot.lookup("#legend-" + database).query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(text(robot)).isEqualTo("!down kind:database");
        assertThat(((ToggleButton) robot.lookup("#legend-" + database).query()).isSelected())
                .isTrue();
        assertThat(cards(robot, Emphasis.NORMAL)).contains("users-db").doesNotContain("reservations-db");

        robot.clickOn("#legend-" + database);
        assertThat(text(robot)).isEqualTo("!down");
        assertThat(((ToggleButton) robot.lookup("#legend-" + database).query()).isSelected())
                .isFalse();
    }

    @Test
    void theLegendCanBeHiddenByItsKey(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);
        assertThat(robot.lookup("#legend").query().isVisible()).isTrue();

        robot.write("l");
        assertThat(robot.lookup("#legend").query().isVisible()).isFalse();
        robot.write("l");
        assertThat(robot.lookup("#legend").query().isVisible()).isTrue();
    }

    @Test
    void anotherLensIsChosenInTheLegend(FxRobot robot) {
        Explored explored = Explored.incident(folder);
        show(robot, explored);

        robot.clickOn("#legend-lens").clickOn("Owner");

        assertThat(explored.session().aspect().lens()).isEqualTo(Lens.OWNER);
    }

    private static List<String> entries(FxRobot robot) {
        return diagram(robot).legend().entries().stream()
                .map(entry -> entry.label() + " " + entry.count())
                .toList();
    }

    private static int at(FxRobot robot, String label) {
        return diagram(robot).legend().entries().stream()
                .map(Legend.Entry::label)
                .toList()
                .indexOf(label);
    }

    private static String text(FxRobot robot) {
        return ((TextField) robot.lookup("#filter-field").query()).getText();
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

    private static void filter(FxRobot robot, Shown shown, String typed) {
        robot.write("/").write(typed);
        rest(robot, shown);
    }

    private static void rest(FxRobot robot, Shown shown) {
        robot.interact(() -> List.copyOf(shown.later).forEach(Runnable::run));
    }

    private static Diagram diagram(FxRobot robot) {
        return ((DiagramCanvas) robot.lookup("#canvas").query()).diagram();
    }

    private static List<String> cards(FxRobot robot, Emphasis emphasis) {
        return diagram(robot).cards().stream()
                .filter(card -> card.emphasis() == emphasis)
                .map(card -> card.id().id())
                .toList();
    }

    private static List<String> offered(FxRobot robot) {
        ListView<?> list = robot.lookup("#completions").query();
        return list.getItems().stream().map(item -> ((Completion) item).label()).toList();
    }

    private static int services(Explored explored) {
        var opened = explored.session().opened();
        return opened == null ? 0 : opened.topology().services().size();
    }

    private static String words(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return ((Labeled) node).getText();
    }
}
