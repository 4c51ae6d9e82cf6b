package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.app.parts.SignedRow;
import dev.orrery.app.runtime.ImageFile;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import dev.orrery.diagram.Sign;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Layout;
import dev.orrery.session.Action;
import dev.orrery.session.Against;
import dev.orrery.session.Excursion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Two topologies on one canvas, in the window.
@ExtendWith(ApplicationExtension.class)
final class ComparingInWindowTest {
    private static final String BEFORE = """
        topology: Shop
        boundaries:
          sales: {name: Sales}
          store: {name: Store}
        services:
          web: {boundary: sales, depends_on: [cart]}
          cart: {boundary: sales, owner: team-a, depends_on: [stock, ledger]}
          stock: {boundary: store}
          ledger: {boundary: store}
        """;
    private static final String AFTER = """
        topology: Shop
        boundaries:
          sales: {name: Sales}
          store: {name: Store}
        services:
          web: {boundary: sales, depends_on: [cart, search]}
          cart: {boundary: store, owner: team-b, depends_on: [stock]}
          stock: {boundary: store}
          search: {boundary: sales}
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
    void theUnionTellsEachChangeBySignAndWordAndEscapeBringsThePictureBack(FxRobot robot) throws IOException {
        open(robot);
        Layout before = explored().session().picture().layout();
        compare(robot, Files.writeString(folder.resolve("after.yaml"), AFTER));

        assertThat(signs(robot))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("search", Sign.ADDED, "ledger", Sign.REMOVED, "cart", Sign.MOVED));
        assertThat(words(robot, "#comparing-words"))
                .isEqualTo("Services: 1 added, 1 removed, 1 moved, 1 changed. Dependencies: 1 added, 1 removed.");
        assertThat(words(robot, "#comparing-title")).isEqualTo("Shop (topology.yaml) → Shop (after.yaml)");
        assertThat(rows(robot)).contains("Services added · 1", "search", "Dependencies removed · 1", "cart → ledger");

        robot.interact(() -> robot.lookup("#canvas").query().requestFocus());
        robot.type(KeyCode.ESCAPE);
        assertThat(explored().session().excursion()).isEqualTo(Excursion.NONE);
        assertThat(explored().session().picture().layout()).isEqualTo(before);
        assertThat(signs(robot)).isEmpty();
    }

    @Test
    void theScrubberFadesFromBeforeToAfterAndMovesNoBox(FxRobot robot) throws IOException {
        open(robot);
        compare(robot, Files.writeString(folder.resolve("after.yaml"), AFTER));
        Map<NodeId, Box> both = boxes(robot);
        Slider scrubber = robot.lookup("#scrubber").query();

        robot.interact(scrubber::requestFocus);
        robot.type(KeyCode.HOME);
        assertThat(scrubber.getValue()).isEqualTo(0);
        assertThat(boxes(robot).keySet())
                .as("what came is not there yet")
                .doesNotContain(NodeId.service("search"))
                .contains(NodeId.service("ledger"));
        assertThat(both).containsAllEntriesOf(boxes(robot));

        robot.type(KeyCode.RIGHT, 2);
        assertThat(card(robot, "search").opacity()).isBetween(0.3, 0.5);
        robot.clickOn("#scrub-after");
        assertThat(boxes(robot).keySet()).doesNotContain(NodeId.service("ledger"));
        assertThat(both).containsAllEntriesOf(boxes(robot));
        robot.interact(() -> robot.lookup("#canvas").query().requestFocus());
        robot.write("[");
        assertThat(scrubber.getValue()).isEqualTo(0.5);
        assertThat(boxes(robot)).isEqualTo(both);
    }

    @Test
    void aLineOfTheListShowsWhatItIsAboutAndSwappingTurnsAddedIntoRemoved(FxRobot robot) throws IOException {
        open(robot);
        compare(robot, Files.writeString(folder.resolve("after.yaml"), AFTER));
        ListView<SignedRow> list = robot.lookup("#changes-list").query();

        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(1);
        });
        robot.type(KeyCode.ENTER);
        assertThat(explored().session().selected()).isEqualTo(NodeId.service("search"));

        robot.clickOn("#comparing-swap");
        assertThat(signs(robot)).containsEntry("search", Sign.REMOVED).containsEntry("ledger", Sign.ADDED);
    }

    @Test
    void whatCannotBeComparedGetsWordsAndThePictureStays(FxRobot robot) throws IOException {
        open(robot);
        Layout before = explored().session().picture().layout();
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "topology: [\nservices");

        for (Map.Entry<Against, String> each : Map.<Against, String>of(
                        new Against.Paths(List.of(folder.resolve("nowhere.yaml"))),
                        "There is no ",
                        new Against.Paths(List.of(broken)),
                        "broken.yaml cannot be read, so there is nothing to compare with. ",
                        new Against.AtRevision("HEAD~1"),
                        "There is nothing to compare with: There is no repository around ")
                .entrySet()) {
            robot.interact(() -> explored().dispatch(new Action.Compare(each.getKey())));
            assertThat(explored().session().notice()).startsWith(each.getValue());
            assertThat(explored().session().excursion()).isEqualTo(Excursion.NONE);
            assertThat(explored().session().picture().layout()).isEqualTo(before);
            assertThat(explored().session().work()).isNull();
        }
    }

    @Test
    void whatWasCommittedIsComparedWithWhatIsThereNow(FxRobot robot) throws Exception {
        Files.writeString(folder.resolve("topology.yaml"), AFTER);
        GitFolder repository = GitFolder.of(folder);
        open(robot);
        repository.commit();

        robot.interact(() -> explored().dispatch(new Action.Compare(new Against.AtRevision("HEAD~1"))));

        assertThat(explored().session().excursion())
                .isInstanceOfSatisfying(
                        Excursion.Comparing.class,
                        comparing -> assertThat(comparing.compared().isEarlier())
                                .as("what was committed was before")
                                .isTrue());
        assertThat(explored().session().picture().layout().boxes())
                .as("what went and what came")
                .containsKeys(NodeId.service("search"), NodeId.service("ledger"));
        robot.type(KeyCode.ESCAPE);
        assertThat(explored().session().excursion().isNone()).isTrue();
        assertThat(explored().session().picture().layout().boxes()).doesNotContainKey(NodeId.service("search"));
    }

    @Test
    void theSheetOffersScenariosSamplesAndTypedRevisions(FxRobot robot) throws IOException {
        Path workspace = folder.resolve("topology.workspace.yaml");
        Files.writeString(workspace, "scenarios:\n  Without ledger:\n    - delete-service: {service: ledger}\n");
        open(robot);
        robot.interact(() -> robot.lookup("#canvas").query().requestFocus());
        robot.press(KeyCode.SHIFT, KeyCode.D).release(KeyCode.D, KeyCode.SHIFT);
        robot.write("ledger").type(KeyCode.ENTER);

        assertThat(words(robot, "#comparing-title")).isEqualTo("now → Without ledger");
        assertThat(signs(robot)).containsEntry("ledger", Sign.REMOVED);
        assertThat(robot.lookup("#scrubber").query().isFocused()).isTrue();
    }

    @Test
    void anyTwoOfTheBookingSamplesCompareInBothThemes(FxRobot robot) {
        for (Palette palette : Palette.values()) {
            String end = "-" + palette.name().toLowerCase(Locale.ROOT);
            for (List<String> pair : List.of(
                    List.of("monolith", "soa"),
                    List.of("soa", "microservices"),
                    List.of("monolith", "microservices"))) {
                robot.interact(() -> {
                    Explored explored = Explored.sample(folder, "booking/" + pair.getFirst() + ".yaml");
                    Path against = Explored.copied(folder, "booking/" + pair.getLast() + ".yaml");
                    Scene scene = new Shown(explored, List.of()).alone(palette, 1280, 800);
                    explored.dispatch(new Action.Compare(new Against.Paths(List.of(against))));
                    keep(scene, "compare-" + String.join("-", pair) + end);
                    assertThat(explored.session().excursion()).isInstanceOf(Excursion.Comparing.class);
                    if (pair.equals(List.of("monolith", "microservices"))) {
                        explored.dispatch(new Action.Scrub(0));
                        keep(scene, "compare-before" + end);
                        explored.dispatch(new Action.Scrub(1));
                        keep(scene, "compare-after" + end);
                    }
                });
            }
        }
    }

    private static void keep(Scene scene, String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        try {
            Path file = Files.createDirectories(Path.of("target", "pictures")).resolve(name + ".png");
            ImageFile.write(scene.snapshot(null), file);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void open(FxRobot robot) {
        Explored explored = Explored.text(folder, BEFORE);
        opened = explored;
        robot.interact(() -> {
            new Shown(explored, List.of()).on(stage, Palette.LIGHT, 980, 760);
            robot.lookup("#canvas").query().requestFocus();
        });
    }

    private void compare(FxRobot robot, Path with) {
        robot.interact(() -> explored().dispatch(new Action.Compare(new Against.Paths(List.of(with)))));
    }

    private Explored explored() {
        return Objects.requireNonNull(opened);
    }

    private static Diagram diagram(FxRobot robot) {
        return robot.lookup("#canvas").queryAs(DiagramCanvas.class).diagram();
    }

    private static Diagram.Card card(FxRobot robot, String service) {
        return diagram(robot).cards().stream()
                .filter(card -> card.id().equals(NodeId.service(service)))
                .findFirst()
                .orElseThrow();
    }

    private static Map<NodeId, Box> boxes(FxRobot robot) {
        return diagram(robot).cards().stream().collect(Collectors.toMap(Diagram.Card::id, Diagram.Card::box));
    }

    private static Map<String, Sign> signs(FxRobot robot) {
        return diagram(robot).cards().stream()
                .filter(card -> card.mark() != null && card.mark().sign() != null)
                .collect(Collectors.toMap(
                        card -> card.id().id(),
                        card -> Objects.requireNonNull(card.mark()).sign()));
    }

    private static List<String> rows(FxRobot robot) {
        return robot.lookup("#changes-list").<ListView<SignedRow>>query().getItems().stream()
                .map(SignedRow::words)
                .toList();
    }

    private static String words(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return ((Labeled) node).getText();
    }
}
