package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.action.UiActions;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Acknowledgement;
import dev.orrery.health.Clock;
import dev.orrery.health.Health;
import dev.orrery.health.Maintenance;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Acknowledging and maintenance in the window, by keyboard and by mouse.
@ExtendWith(ApplicationExtension.class)
final class AttentionInWindowTest {
    private static final Instant NOW = Explored.NOW;

    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void aKeyANoteAndEnterAcknowledgeForTwoHours(FxRobot robot) {
        Explored explored = shown(robot, "reservations-db");

        robot.write("a");
        robot.write("Ann looks at the disk").type(KeyCode.ENTER);

        Instant until = NOW.plus(Duration.ofHours(2));
        assertThat(explored.actions)
                .last()
                .isEqualTo(new Action.Acknowledge(Set.of("reservations-db"), until, "Ann looks at the disk"));
        assertThat(robot.lookup("#sheet").query().isVisible()).isFalse();
        assertThat(said(robot))
                .contains("Acknowledged until " + clock(until) + ": Ann looks at the disk")
                .contains("Withdraw acknowledgement");
        assertThat(words(robot, "#count-down")).as("counts stay").startsWith("3 ");
    }

    @Test
    void aShiftedKeyWithdraws(FxRobot robot) {
        Explored explored = shown(robot, "reservations-db");
        acknowledge(robot, explored);

        robot.press(KeyCode.SHIFT, KeyCode.A).release(KeyCode.A, KeyCode.SHIFT);

        assertThat(explored.session().attention().acknowledged()).isEmpty();
        assertThat(said(robot)).doesNotContain("Withdraw acknowledgement").contains("Acknowledge…");
    }

    @Test
    void theMouseChoosesAnotherEndAndTheLinkWithdraws(FxRobot robot) {
        Explored explored = shown(robot, "reservations-db");

        robot.clickOn("#said-acknowledge").clickOn("#until-30m").clickOn("#attention-confirm");
        assertThat(explored.session().attention().acknowledged().get("reservations-db"))
                .isEqualTo(new Acknowledgement(Health.DOWN, NOW.plus(Duration.ofMinutes(30)), ""));

        robot.clickOn("#said-withdraw");
        assertThat(explored.session().attention().acknowledged()).isEmpty();
    }

    @Test
    void anEndOfOnesOwnIsJudgedWhileItIsWritten(FxRobot robot) {
        Explored explored = shown(robot, "reservations-db");
        robot.write("a");
        robot.clickOn("#until-own");

        robot.write("soon");
        assertThat(words(robot, "#attention-outcome")).startsWith("Write a length such as 45m");
        assertThat(robot.lookup("#attention-confirm").query().isDisabled()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(explored.actions).noneMatch(Action.Acknowledge.class::isInstance);

        robot.interact(() -> ((TextField) robot.lookup("#until-text").query()).setText("45m"));
        assertThat(words(robot, "#attention-outcome"))
                .startsWith("Until " + clock(NOW.plus(Duration.ofMinutes(45))) + ",");
        robot.type(KeyCode.ENTER);
        assertThat(explored.session().attention().acknowledged().get("reservations-db"))
                .isEqualTo(new Acknowledgement(Health.DOWN, NOW.plus(Duration.ofMinutes(45)), ""));
    }

    @Test
    void escapeAndCancelSayNothing(FxRobot robot) {
        Explored explored = shown(robot, "reservations-db");

        robot.write("a");
        robot.write("x").type(KeyCode.ESCAPE);
        robot.write("m");
        robot.clickOn("#attention-cancel");

        assertThat(explored.actions).isEmpty();
        assertThat(robot.lookup("#sheet").query().isVisible()).isFalse();
    }

    @Test
    void theContextMenuOffersWhatIsPossible(FxRobot robot) {
        Explored explored = shown(robot, "reservations-db");

        robot.clickOn("#outline-reservations-db", MouseButton.SECONDARY);
        robot.clickOn("#menu-maintenance");
        robot.write("new disk");
        robot.clickOn("#until-8h").clickOn("#attention-confirm");

        assertThat(explored.actions)
                .last()
                .isEqualTo(new Action.Maintain(
                        Set.of("reservations-db"), new Maintenance(NOW, NOW.plus(Duration.ofHours(8)), "new disk")));
        assertThat(said(robot))
                .anyMatch(line -> line.startsWith("In maintenance until ") && line.endsWith(": new disk"));
        assertThat(words(robot, "#inspector-state")).as("the real state").startsWith("Down");
    }

    @Test
    void maintenanceIsPlannedAndCalledOffByKeyboard(FxRobot robot) {
        Explored explored = shown(robot, "reservations-db");

        robot.write("m");
        robot.type(KeyCode.TAB);
        robot.write("2h").type(KeyCode.ENTER);

        Maintenance planned = new Maintenance(NOW.plus(Duration.ofHours(2)), NOW.plus(Duration.ofHours(3)), "");
        assertThat(explored.session().attention().maintenance().get("reservations-db"))
                .containsExactly(planned);
        assertThat(said(robot))
                .contains("Maintenance from " + clock(planned.from()) + " until " + clock(planned.until()))
                .contains("Call off planned maintenance");

        robot.press(KeyCode.SHIFT, KeyCode.M).release(KeyCode.M, KeyCode.SHIFT);
        assertThat(explored.session().attention().maintenance()).isEmpty();
    }

    @Test
    void aBoundaryIsAcknowledgedForThoseThatAreNotWellAndWorkedOnAsAWhole(FxRobot robot) {
        Explored explored = shown(robot, "reservations-db");
        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.boundary("booking"))));

        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("acknowledge").type(KeyCode.ENTER);
        assertThat(words(robot, "#attention-about")).isEqualTo("3 services in Booking are not well.");
        robot.type(KeyCode.ENTER);
        robot.write("m");
        robot.type(KeyCode.ENTER);

        assertThat(explored.session().attention().acknowledged())
                .containsOnlyKeys("booking-api", "reservations", "reservations-db");
        assertThat(said(robot)).contains("3 of 3 acknowledged", "3 of 3 in maintenance");
        assertThat(explored.session().undo().undoName())
                .as("no row in the undo list")
                .isEmpty();
    }

    @Test
    void aServiceThatLeansOnWhatIsWorkedOnSaysSo(FxRobot robot) {
        Explored explored = shown(robot, "reservations-db");
        robot.interact(() -> {
            explored.dispatch(
                    new Action.Maintain(Set.of("reservations-db"), new Maintenance(NOW, NOW.plusSeconds(600), "")));
            explored.dispatch(new Action.Select(NodeId.service("reservations")));
        });

        assertThat(said(robot)).contains("Impaired by maintenance of reservations-db");
    }

    @Test
    void whatIsWellCanOnlyBeWorkedOn(FxRobot robot) {
        Explored explored = shown(robot, "users");

        robot.write("a");

        assertThat(robot.lookup("#sheet").query().isVisible()).isFalse();
        assertThat(said(robot)).containsExactly("Maintenance…");
        assertThat(UiActions.of("acknowledge").isPossible(explored.session())).isFalse();
    }

    @Test
    void aScreenReaderHearsOfIt(FxRobot robot) {
        Explored explored = shown(robot, "reservations-db");
        acknowledge(robot, explored);

        assertThat(robot.from(robot.lookup("#canvas"))
                        .lookup((Node node) -> node.getAccessibleText() != null
                                && node.getAccessibleText()
                                        .startsWith("reservations-db, database, down, acknowledged,"))
                        .queryAll())
                .isNotEmpty();
        robot.interact(() -> explored.dispatch(new Edit.Collapse("booking")));
        assertThat(explored.session().attention().acknowledged()).containsKey("reservations-db");
    }

    private static void acknowledge(FxRobot robot, Explored explored) {
        robot.interact(() ->
                explored.dispatch(new Action.Acknowledge(Set.of("reservations-db"), NOW.plusSeconds(600), "Ann")));
    }

    private Explored shown(FxRobot robot, String service) {
        Explored explored = Explored.incident(folder);
        explored.store.dispatch(new Action.Select(NodeId.service(service)));
        robot.interact(() -> {
            Shown shown = new Shown(explored, List.of());
            shown.on(stage, Palette.LIGHT, 980, 760);
        });
        explored.actions.clear();
        return explored;
    }

    private static List<String> said(FxRobot robot) {
        return robot
                .from(robot.lookup("#said").queryAll().stream()
                        .filter(Node::isVisible)
                        .toArray(Node[]::new))
                .lookup((Node node) ->
                        node instanceof Labeled labeled && !labeled.getText().isEmpty())
                .queryAll()
                .stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static String words(FxRobot robot, String query) {
        return Objects.requireNonNull(((Labeled) robot.lookup(query).query()).getText());
    }

    private static String clock(Instant moment) {
        return Clock.words(moment, NOW, ZoneId.systemDefault());
    }
}
