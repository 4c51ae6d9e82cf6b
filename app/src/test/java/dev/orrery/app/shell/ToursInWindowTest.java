package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.app.canvas.Viewport;
import dev.orrery.app.runtime.ImageFile;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Lens;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.guide.Asked;
import dev.orrery.guide.Camera;
import dev.orrery.guide.GuideEdit;
import dev.orrery.guide.NamedView;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Excursion;
import dev.orrery.session.Inquiry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Notes, named views and tours.
@ExtendWith(ApplicationExtension.class)
final class ToursInWindowTest {
    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void arrowKeysStepThroughTheTourAndEscapeBringsBackWhatWasThere(FxRobot robot) {
        Explored explored = show(robot, "booking/monolith.yaml");
        robot.interact(() -> {
            explored.dispatch(new Edit.Collapse("outside"));
            explored.dispatch(new Action.LookThrough(Lens.KIND));
            explored.dispatch(new Action.Select(NodeId.service("payments")));
            canvas(robot).setViewport(new Viewport(-40, 12, 0.9));
        });
        Viewport before = canvas(robot).viewportProperty().get();
        Diagram picture = canvas(robot).diagram();
        int rows = explored.session().undo().past().size();

        robot.write("t");
        assertThat(words(robot, "#tour-step")).isEqualTo("Step 1 of 6");
        assertThat(words(robot, "#tour-title")).isEqualTo("One site, built three times");
        assertThat(explored.session().aspect().lens()).isEqualTo(Lens.HEALTH);
        assertThat(robot.lookup("#tour").query().getAccessibleText())
                .startsWith("Step 1 of 6. One site, built three times. Here is a site");
        robot.type(KeyCode.LEFT);
        assertThat(words(robot, "#tour-step")).isEqualTo("Step 1 of 6");
        robot.type(KeyCode.RIGHT);
        assertThat(words(robot, "#tour-title")).isEqualTo("Little to run");
        assertThat(explored.session().picture().layout().boxes()).containsKey(NodeId.boundary("site"));
        robot.type(KeyCode.RIGHT);
        assertThat(explored.session().inquiry()).isInstanceOf(Inquiry.Path.class);
        robot.type(KeyCode.HOME);
        assertThat(words(robot, "#tour-step")).isEqualTo("Step 1 of 6");
        robot.type(KeyCode.END);
        assertThat(words(robot, "#tour-step")).isEqualTo("Step 6 of 6");

        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#tour").query().isVisible()).isFalse();
        assertThat(canvas(robot).diagram()).isEqualTo(picture);
        assertThat(canvas(robot).viewportProperty().get()).isEqualTo(before);
        assertThat(explored.session().aspect().lens()).isEqualTo(Lens.KIND);
        assertThat(explored.session().undo().past()).as("a look is no edit").hasSize(rows);
    }

    @Test
    void theCardLiesBelowThePictureAndTakesTheSameRoomAtEachStep(FxRobot robot) {
        Explored explored = show(robot, "booking/microservices.yaml");
        robot.write("t");
        Bounds card = bounds(robot.lookup("#tour").query());
        for (int step = 1; step < 7; step++) {
            robot.type(KeyCode.RIGHT);
            Node tour = robot.lookup("#tour").query();
            assertThat(bounds(tour)).isEqualTo(card);
            assertThat(bounds(canvas(robot)).getMaxY()).isLessThanOrEqualTo(card.getMinY());
            Label text = (Label) robot.lookup("#tour-words").query();
            assertThat(text.getFont().getSize()).isGreaterThanOrEqualTo(15);
            shown(explored)
                    .subject()
                    .ifPresent(subject -> assertThat(sees(robot, subject))
                            .as("what step speaks about is on the screen")
                            .isTrue());
        }
    }

    @Test
    void aTourGoesOnInAnotherFile(FxRobot robot) {
        Explored.copied(folder, "booking/soa.yaml");
        Explored.copied(folder, "booking/soa.workspace.yaml");
        Explored explored = show(robot, "booking/monolith.yaml");
        robot.write("t");
        robot.type(KeyCode.END);
        robot.type(KeyCode.RIGHT);
        assertThat(paths(explored)).containsExactly(folder.resolve("booking/soa.yaml"));
        assertThat(words(robot, "#tour-step")).isEqualTo("Step 1 of 7");
        assertThat(words(robot, "#tour-title")).isEqualTo("The same site, service-oriented");
        robot.type(KeyCode.ESCAPE);
        assertThat(explored.session().viewing().tour()).isNull();
    }

    @Test
    void aStepComparesOnOneCanvasUntilOneGoesOn(FxRobot robot) {
        Explored.copied(folder, "booking/monolith.yaml");
        Explored explored = show(robot, "booking/microservices.yaml");
        Diagram picture = canvas(robot).diagram();
        robot.write("t");
        robot.type(KeyCode.END).type(KeyCode.LEFT);

        assertThat(words(robot, "#tour-title")).isEqualTo("Monolith and microservices on one picture");
        assertThat(explored.session().excursion())
                .isInstanceOfSatisfying(
                        Excursion.Comparing.class,
                        comparing -> assertThat(comparing.compared().isEarlier())
                                .as("the monolith was before")
                                .isTrue());
        assertThat(canvas(robot).diagram().cards())
                .as("both")
                .extracting(card -> card.id().id())
                .contains("site-db", "users-db");
        assertThat(robot.lookup("#tour").query().isVisible()).isTrue();

        robot.type(KeyCode.RIGHT);
        assertThat(explored.session().excursion().isNone()).isTrue();
        robot.type(KeyCode.LEFT);
        assertThat(explored.session().excursion().isNone()).isFalse();
        robot.type(KeyCode.ESCAPE);
        assertThat(explored.session().excursion().isNone()).isTrue();
        assertThat(canvas(robot).diagram()).isEqualTo(picture);
    }

    @Test
    void whereATourLeadsNowhereThatIsToldAndTheTourStays(FxRobot robot) {
        Explored explored = show(robot, "booking/monolith.yaml");
        robot.write("t");
        robot.type(KeyCode.END);
        robot.type(KeyCode.RIGHT);
        assertThat(explored.session().notice()).contains("soa.yaml");
        assertThat(words(robot, "#tour-step")).isEqualTo("Step 6 of 6");
        NamedView outside = new NamedView(
                "Out",
                "",
                "",
                false,
                Lens.HEALTH,
                null,
                null,
                false,
                Asked.NOTHING,
                Camera.WHOLE,
                null,
                "../../../etc/hosts");
        robot.interact(() -> {
            explored.dispatch(new Edit.ChangeGuide(new GuideEdit.AddView(outside)));
            explored.dispatch(new Action.ShowStep(6));
        });
        robot.type(KeyCode.RIGHT);
        assertThat(explored.session().notice()).contains("/etc/hosts", "outside the root");
    }

    @Test
    void aSampleOffersItsTourOnceAndNothingElseDoes(FxRobot robot) {
        Explored explored = Explored.toured(folder, "shop/shop.yaml");
        Welcome sample = new Welcome("shop", "Shop", "", folder.resolve("shop/shop.yaml"), _ -> {});
        robot.interact(() -> new Shown(explored, List.of(sample)).on(stage, Palette.LIGHT, 1280, 800));
        assertThat(robot.lookup("#tour-offer").query().isVisible()).isTrue();
        robot.clickOn("#tour-offer-start");
        assertThat(words(robot, "#tour-step")).isEqualTo("Step 1 of 5");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#tour-offer").query().isVisible()).isFalse();

        show(robot, "booking/soa.yaml");
        assertThat(robot.lookup("#tour-offer").query().isVisible())
                .as("no sample")
                .isFalse();
    }

    @Test
    void theWelcomePageBeginsTheTour(FxRobot robot) {
        Explored.copied(folder, "booking/monolith.workspace.yaml");
        Path file = Explored.copied(folder, "booking/monolith.yaml");
        Explored explored = new Explored();
        Welcome sample = new Welcome("booking-monolith", "Monolith", "", file, _ -> {});
        robot.interact(() -> new Shown(explored, List.of(sample)).on(stage, Palette.LIGHT, 1280, 800));
        robot.clickOn("#welcome-tour");
        assertThat(words(robot, "#tour-step")).isEqualTo("Step 1 of 6");
    }

    @Test
    void whatIsSeenIsSavedAsAViewAndShownAgainToThePixel(FxRobot robot) {
        Explored explored = show(robot, "shop/shop.yaml");
        robot.interact(() -> {
            explored.dispatch(new Edit.Collapse("shop"));
            explored.dispatch(new Action.FilterBy("kind:external"));
            canvas(robot).setViewport(new Viewport(33, -12, 1.25));
        });
        Diagram picture = canvas(robot).diagram();
        robot.interact(() -> canvas(robot).requestFocus());
        robot.press(KeyCode.SHIFT).type(KeyCode.V).release(KeyCode.SHIFT);
        assertThat(robot.lookup("#view-confirm").query().isDisabled())
                .as("no name")
                .isTrue();
        robot.interact(() -> ((TextField) robot.lookup("#view-name").query()).setText("Six services"));
        assertThat(words(robot, "#view-outcome")).isEqualTo("There is a view “Six services” already.");
        robot.interact(() -> {
            ((TextField) robot.lookup("#view-name").query()).setText("Mine");
            ((TextArea) robot.lookup("#view-text").query()).setText("Two\nlines");
        });
        robot.clickOn("#view-confirm");
        assertThat(explored.session().undo().undoName()).hasValue("Save the view “Mine”");
        assertThat(names(explored)).last().isEqualTo("Mine");

        robot.interact(() -> {
            explored.dispatch(new Action.FilterBy(""));
            explored.dispatch(new Edit.ExpandAll());
            canvas(robot).fit();
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("go to view mine");
        robot.type(KeyCode.ENTER);
        assertThat(canvas(robot).diagram().cards()).isEqualTo(picture.cards());
        assertThat(explored.session().aspect().typed()).isEqualTo("kind:external");
        Viewport now = canvas(robot).viewportProperty().get();
        assertThat(now.zoom()).isEqualTo(1.25);
        assertThat(now.x()).isBetween(32.0, 34.0);
        assertThat(now.y()).isBetween(-13.0, -11.0);
    }

    @Test
    void viewsAreListedMovedRenamedUpdatedAndDeletedEachAsOneRow(FxRobot robot) {
        Explored explored = show(robot, "shop/shop.yaml");
        ListView<?> list = (ListView<?>) robot.lookup("#views-list").query();
        assertThat(list.getItems()).hasSize(5);
        robot.interact(() -> {
            list.getSelectionModel().select(1);
            list.requestFocus();
        });
        robot.type(KeyCode.ENTER);
        assertThat(shown(explored).name()).isEqualTo("What an order needs");
        assertThat(explored.session().undo().past()).isEmpty();
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        assertThat(names(explored)).startsWith("What an order needs", "Six services");
        robot.type(KeyCode.F2);
        robot.interact(() -> ((TextField) robot.lookup("#view-name").query()).setText("An order"));
        robot.clickOn("#view-confirm");
        assertThat(names(explored)).startsWith("An order", "Six services");
        robot.interact(() -> {
            list.getSelectionModel().select(0);
            list.requestFocus();
        });
        robot.type(KeyCode.DELETE);
        assertThat(names(explored)).hasSize(4).doesNotContain("An order");
        assertThat(explored.session().undo().past()).hasSize(3);
        for (int row = 0; row < 3; row++) {
            robot.interact(() -> explored.dispatch(new Action.UndoEdit()));
        }
        assertThat(names(explored))
                .startsWith("Six services", "What an order needs")
                .hasSize(5);
    }

    @Test
    void aNoteIsWrittenByKeyReadInTheInspectorAndTakenAway(FxRobot robot) {
        Explored explored = show(robot, "shop/shop.yaml");
        robot.interact(() -> {
            explored.dispatch(new Action.Select(NodeId.service("orders")));
            canvas(robot).requestFocus();
        });
        robot.press(KeyCode.SHIFT).type(KeyCode.N).release(KeyCode.SHIFT);
        String text = "Split this before the summer.\nAsk the team of the shop first.";
        robot.interact(() -> ((TextArea) robot.lookup("#note-text").query()).setText(text));
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(words(robot, "#inspector-note")).isEqualTo(text);
        assertThat(explored.session().undo().undoName()).hasValue("Note on Orders");
        assertThat(canvas(robot).diagram().notes()).singleElement().satisfies(note -> {
            assertThat(note.on()).isEqualTo(NodeId.service("orders"));
            assertThat(note.text()).isEqualTo(text);
            assertThat(note.words()).startsWith("Split this");
        });
        robot.clickOn("#inspector-note-edit");
        robot.clickOn("#note-delete");
        assertThat(canvas(robot).diagram().notes()).isEmpty();
        assertThat(robot.lookup("#inspector-note").tryQuery()).isEmpty();
        robot.interact(() -> explored.dispatch(new Action.UndoEdit()));
        assertThat(words(robot, "#inspector-note")).isEqualTo(text);
    }

    @Test
    void aNoteIsReadInFullUnderTheMouse(FxRobot robot) {
        Explored explored = show(robot, "shop/shop.yaml");
        String text = "A long note. ".repeat(30);
        robot.interact(() ->
                explored.dispatch(new Edit.ChangeGuide(new GuideEdit.WriteNote(NodeId.service("shop-db"), text))));
        var mark = canvas(robot).diagram().notes().getFirst().mark();
        var at = canvas(robot)
                .viewportProperty()
                .get()
                .toCanvas(new dev.orrery.layout.Point(mark.centerX(), mark.centerY()));
        robot.moveTo(canvas(robot).localToScreen(at.x(), at.y()));
        Node hint = robot.lookup("#note-hint").query();
        assertThat(hint.isVisible()).isTrue();
        assertThat(hint.getBoundsInParent().getWidth()).isLessThan(400);
        robot.moveTo(canvas(robot).localToScreen(5, 5));
        assertThat(hint.isVisible()).isFalse();
    }

    @Test
    void inBothThemesAndSizes(FxRobot robot) {
        picture(robot, "booking/monolith.yaml", Palette.LIGHT, new int[] {1280, 800});
        picture(robot, "train-ticket/train-ticket.yaml", Palette.DARK, new int[] {1920, 1080});
        assertThat(Path.of("target", "pictures", "tour-monolith-1-light-1280.png"))
                .exists();
    }

    private void picture(FxRobot robot, String sample, Palette palette, int[] size) {
        Explored explored = Explored.toured(folder, sample).allUp(3);
        Scene[] scene = new Scene[1];
        robot.interact(() -> scene[0] = new Shown(explored, List.of()).alone(palette, size[0], size[1]));
        String name = sample.substring(sample.lastIndexOf('/') + 1, sample.lastIndexOf('.'));
        String look = palette.name().toLowerCase(Locale.ROOT) + "-" + size[0];
        int steps = explored.session().keptArrangement().guide().views().size();
        for (int at = 0; at < steps; at++) {
            int step = at;
            robot.interact(() -> explored.dispatch(new Action.ShowStep(step)));
            robot.interact(() -> keep(scene[0], "tour-" + name + "-" + (step + 1) + "-" + look));
        }
        robot.interact(() -> explored.dispatch(new Action.LeaveTour()));
        List<NodeId> nodes =
                List.copyOf(explored.session().picture().layout().boxes().keySet());
        for (int at = 0; at < nodes.size(); at += 2) {
            NodeId node = nodes.get(at);
            robot.interact(() -> explored.dispatch(new Edit.ChangeGuide(new GuideEdit.WriteNote(
                    node, "Ask the team of " + node.id() + " before this is changed.\nSee the minutes of June."))));
        }
        robot.interact(() -> {
            explored.dispatch(new Edit.ChangeGuide(
                    new GuideEdit.WriteNote(null, "What we agreed in June:\n- no new needs\n- one store each")));
            explored.dispatch(new Action.Select(nodes.getFirst()));
        });
        robot.interact(() -> keep(scene[0], "notes-" + name + "-" + look));
    }

    private static void keep(Scene scene, String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Path file = Path.of("target", "pictures", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageFile.write(scene.snapshot(null), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Explored show(FxRobot robot, String sample) {
        Explored explored = Explored.toured(folder, sample);
        robot.interact(() -> {
            new Shown(explored, List.of()).on(stage, Palette.LIGHT, 1280, 800);
            canvas(robot).requestFocus();
        });
        return explored;
    }

    private static boolean sees(FxRobot robot, NodeId node) {
        DiagramCanvas canvas = canvas(robot);
        var seen = canvas.viewportProperty().get().seen(canvas.getWidth(), canvas.getHeight());
        List<dev.orrery.layout.Box> boxes = new ArrayList<>();
        canvas.diagram().cards().stream().filter(card -> card.id().equals(node)).forEach(card -> boxes.add(card.box()));
        canvas.diagram().frames().stream()
                .filter(frame -> NodeId.boundary(frame.id()).equals(node))
                .forEach(frame -> boxes.add(frame.box()));
        return boxes.stream().anyMatch(seen::contains);
    }

    private static List<String> names(Explored explored) {
        return explored.session().keptArrangement().guide().views().stream()
                .map(NamedView::name)
                .toList();
    }

    private static List<Path> paths(Explored explored) {
        return Objects.requireNonNull(explored.session().opened()).paths();
    }

    private static NamedView shown(Explored explored) {
        return Objects.requireNonNull(explored.session().viewing().shown());
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static String words(FxRobot robot, String query) {
        return ((Label) robot.lookup(query).query()).getText();
    }

    private static DiagramCanvas canvas(FxRobot robot) {
        return (DiagramCanvas) robot.lookup("#canvas").query();
    }
}
