package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.session.Action;
import dev.orrery.suggestion.CoChange;
import dev.orrery.suggestion.Couple;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Sketching in the window, by keyboard and by mouse, and writing it back.
@ExtendWith(ApplicationExtension.class)
final class EditingInWindowTest {
    private static final String SHOP = """
            # A shop
            topology: Shop
            boundaries:
              sales: {name: Sales, kind: bounded-context}
              store: {name: Store}
            services:
              web:   # the page
                boundary: sales
                depends_on: [cart]
              cart:
                boundary: store   # for now
                depends_on: [stock]
              stock: {boundary: store}
              ledger: {boundary: sales}
            """;

    private Stage stage;
    private @Nullable Explored opened;
    private @Nullable Shown shown;

    @TempDir
    Path folder;

    @Start
    void start(Stage made) {
        stage = made;
    }

    @Test
    void aKeyRenamesWithAllThatRefersToIt(FxRobot robot) {
        open(robot, "cart");

        robot.type(KeyCode.F2);
        robot.write("web");
        assertThat(words(robot, "#edit-outcome")).isEqualTo("There is a service web already.");
        assertThat(robot.lookup("#edit-confirm").query().isDisabled()).isTrue();

        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.write("basket").type(KeyCode.ENTER);

        assertThat(text()).isEqualTo(SHOP.replace("cart", "basket"));
        assertThat(explored().session().selected()).isEqualTo(NodeId.service("basket"));
        assertThat(words(robot, "#status-unsaved")).isEqualTo("1 file unsaved");
    }

    @Test
    void aSketchIsMadeByKeyboardTakenBackMadeAgainAndSaved(FxRobot robot) throws IOException {
        Path file = open(robot, "cart");

        robot.write("g");
        robot.interact(() -> robot.lookup("#edit-boundary")
                .<ComboBox<?>>query()
                .getSelectionModel()
                .select(1));
        assertThat(words(robot, "#edit-outcome")).isEqualTo("1 needs across boundaries, as before");
        robot.clickOn("#edit-confirm");
        robot.write("d");
        robot.write("ledg").type(KeyCode.ENTER);
        robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
        robot.write("mail").type(KeyCode.ENTER);
        String sketched = text();

        assertThat(topology().service("cart").orElseThrow().boundary()).isEqualTo("sales");
        assertThat(needs("cart")).containsExactly("ledger", "stock");
        assertThat(topology().service("mail").map(Service::boundary)).hasValue("sales");
        assertThat(explored().session().selected()).isEqualTo(NodeId.service("mail"));

        for (int left = 3; left > 0; left--) {
            robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        }
        assertThat(text()).isEqualTo(SHOP);
        for (int left = 3; left > 0; left--) {
            robot.press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
        }
        assertThat(text()).isEqualTo(sketched);
        assertThat(Files.readString(file))
                .as("nothing is written before it is saved")
                .isEqualTo(SHOP);

        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        assertThat(robot.lookup("#save-lines").<ListView<String>>query().getItems())
                .contains("-    boundary: store   # for now", "+    boundary: sales   # for now")
                .filteredOn(line -> line.startsWith("+") || line.startsWith("-"))
                .as("two lines of names, and five of changes")
                .hasSizeLessThanOrEqualTo(9);
        robot.type(KeyCode.ENTER);

        assertThat(Files.readString(file)).isEqualTo(sketched);
        assertThat(robot.lookup("#status-unsaved").query().isVisible()).isFalse();
    }

    @Test
    void deletingTakesReferencesAlongAndADissolvedBoundaryOnlyItsBorder(FxRobot robot) {
        open(robot, "cart");
        robot.type(KeyCode.DELETE);

        assertThat(ids()).containsExactly("ledger", "stock", "web");
        assertThat(topology().dependencies()).isEmpty();

        robot.interact(() -> explored().dispatch(new Action.Select(NodeId.boundary("sales"))));
        robot.type(KeyCode.DELETE);
        assertThat(topology().boundaries()).hasSize(1);
        assertThat(topology().service("web").orElseThrow().boundary()).isNull();
    }

    @Test
    void aCardThatIsDraggedIntoAnotherBoundaryMovesThereAndSaysWhatThatCosts(FxRobot robot) {
        open(robot, "cart");
        Point2D from = middle(robot, box("cart"));
        Box target = Objects.requireNonNull(
                explored().session().picture().layout().frames().get("sales"));
        Point2D to = onScreen(robot, new Point(target.x() + target.width() / 2, target.y() + target.height() - 6));

        robot.moveTo(from).press(MouseButton.PRIMARY).moveBy(10, 0).moveTo(to);
        assertThat(words(robot, "#landing-hint")).isEqualTo("Move into Sales\n1 needs across boundaries, as before");
        robot.release(MouseButton.PRIMARY);

        assertThat(topology().service("cart").orElseThrow().boundary()).isEqualTo("sales");
        assertThat(explored().session().arrangement().pins())
                .as("it is moved, not pinned")
                .isEmpty();
        assertThat(text()).isEqualTo(SHOP.replace("boundary: store   # for now", "boundary: sales   # for now"));
    }

    @Test
    void aLineThatIsDrawnWithControlBecomesADependency(FxRobot robot) {
        open(robot, "stock");
        Point2D from = middle(robot, box("stock"));
        Point2D to = middle(robot, box("ledger"));

        // The robot's mouse knows of no keys.
        robot.interact(() -> {
            fire(robot, MouseEvent.MOUSE_PRESSED, from);
            fire(robot, MouseEvent.MOUSE_DRAGGED, from.add(10, 0));
            fire(robot, MouseEvent.MOUSE_DRAGGED, to);
        });
        assertThat(words(robot, "#landing-hint")).startsWith("Let stock need ledger");
        robot.interact(() -> fire(robot, MouseEvent.MOUSE_RELEASED, to));

        assertThat(needs("stock")).containsExactly("ledger");
    }

    @Test
    void aCircleOfBoundariesIsToldBeforeItIsMade(FxRobot robot) {
        open(robot, "stock");

        robot.write("d");
        robot.write("web");

        assertThat(words(robot, "#edit-outcome"))
                .isEqualTo("1 → 2 needs across boundaries\n0 → 1 circles of boundaries");
        robot.type(KeyCode.ESCAPE);
        assertThat(text()).isEqualTo(SHOP);
    }

    @Test
    void suggestedBoundariesArePreviewedAndBecomeOneRow(FxRobot robot) {
        open(robot, "stock");

        robot.press(KeyCode.SHIFT, KeyCode.G).release(KeyCode.G, KeyCode.SHIFT);
        TreeView<?> tree = robot.lookup("#suggest-boundaries").query();
        int coarse = tree.getRoot().getChildren().size();
        assertThat(tree.getRoot().getChildren())
                .isNotEmpty()
                .allSatisfy(boundary ->
                        assertThat(boundary.getChildren()).as("says why").isNotEmpty());
        robot.interact(() -> robot.lookup("#suggest-fineness").<Slider>query().setValue(-2));
        assertThat(tree.getRoot().getChildren()).hasSizeLessThanOrEqualTo(coarse);
        assertThat(words(robot, "#edit-outcome")).contains("needs across boundaries");
        assertThat(text()).as("a preview").isEqualTo(SHOP);

        robot.clickOn("#edit-confirm");
        assertThat(text()).isNotEqualTo(SHOP);
        assertThat(topology().service("cart").orElseThrow().boundary())
                .isEqualTo(topology().service("stock").orElseThrow().boundary());
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(text()).as("one row").isEqualTo(SHOP);
    }

    @Test
    void whatTheRepositoryTellsTiesServicesInASuggestion(FxRobot robot) {
        open(robot, "stock");
        Couple both = new Couple("ledger", "web");
        shown().coChange =
                new CoChange(12, new TreeMap<>(Map.of("ledger", 8, "web", 9)), new TreeMap<>(Map.of(both, 8)));

        robot.press(KeyCode.SHIFT, KeyCode.G).release(KeyCode.G, KeyCode.SHIFT);

        assertThat(words(robot, "#suggest-told")).isEqualTo("12 commits tell what changes together");
        TreeView<?> tree = robot.lookup("#suggest-boundaries").query();
        assertThat(tree.getRoot().getChildren())
                .flatMap(TreeItem::getChildren)
                .extracting(item -> String.valueOf(item.getValue()))
                .anySatisfy(row -> assertThat(row).contains("ledger", "web", "changed together"));
    }

    @Test
    void aDependencyIsDescribedAndTakenAwayInTheInspector(FxRobot robot) {
        open(robot, "cart");

        robot.interact(() -> robot.lookup("#edit-cart-stock")
                .<MenuButton>query()
                .getItems()
                .getFirst()
                .fire());
        robot.interact(() -> robot.lookup("#edit-protocol").<TextField>query().setText("grpc"));
        robot.clickOn("#edit-required").clickOn("#edit-confirm");
        assertThat(topology().dependencies().getFirst())
                .returns("grpc", Dependency::protocol)
                .returns(false, Dependency::required);

        robot.interact(() -> robot.lookup("#edit-cart-stock")
                .<MenuButton>query()
                .getItems()
                .getLast()
                .fire());
        assertThat(needs("cart")).isEmpty();
    }

    @Test
    void whatIsSaidOfAServiceIsOneRow(FxRobot robot) {
        open(robot, "cart");

        robot.write("e");
        robot.interact(() -> {
            robot.lookup("#edit-owner").<TextField>query().setText("team-cart");
            robot.lookup("#edit-tags").<TextField>query().setText("tier-1, core");
        });
        robot.clickOn("#edit-confirm");

        assertThat(topology().service("cart").orElseThrow())
                .returns("team-cart", Service::owner)
                .returns(List.of("tier-1", "core"), Service::tags);
        assertThat(robot.lookup("#inspector .fact-value").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("team-cart", "tier-1, core");
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(text()).isEqualTo(SHOP);
    }

    @Test
    void linksAreWrittenOneALine(FxRobot robot) {
        open(robot, "cart");
        robot.write("e");
        TextArea links = robot.lookup("#edit-links").query();

        robot.interact(() -> links.setText("dashboard https://grafana.example/d/cart"));
        assertThat(words(robot, "#edit-outcome")).startsWith("Not a link: dashboard https://grafana");
        assertThat(robot.lookup("#edit-confirm").query().isDisabled()).isTrue();

        robot.interact(
                () -> links.setText("dashboard: https://grafana.example/d/cart\n\nwiki: https://wiki.example/cart\n"));
        robot.clickOn("#edit-confirm");
        assertThat(topology().service("cart").orElseThrow().links())
                .containsOnly(
                        Map.entry("dashboard", "https://grafana.example/d/cart"),
                        Map.entry("wiki", "https://wiki.example/cart"));

        robot.write("e");
        robot.interact(() -> robot.lookup("#edit-links").<TextArea>query().setText("wiki: https://wiki.example/carts"));
        robot.clickOn("#edit-confirm");
        assertThat(topology().service("cart").orElseThrow().links())
                .containsOnly(Map.entry("wiki", "https://wiki.example/carts"));
    }

    @Test
    void whereOthersChangedTheFileNothingIsWrittenUntilSomebodyChooses(FxRobot robot) throws IOException {
        Path file = open(robot, "cart");
        robot.type(KeyCode.DELETE);
        String mine = text();
        String theirs = SHOP.replace("A shop", "Their shop");
        Files.writeString(file, theirs);

        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        robot.type(KeyCode.ENTER);

        assertThat(Files.readString(file)).isEqualTo(theirs);
        assertThat(words(robot, "#edits-words")).contains("topology.yaml");

        robot.clickOn("#edits-mine");
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        robot.type(KeyCode.ENTER);
        assertThat(Files.readString(file)).isEqualTo(mine);
        assertThat(robot.lookup("#edits").query().isVisible()).isFalse();
    }

    private Path open(FxRobot robot, String service) {
        Explored explored = Explored.text(folder, SHOP);
        opened = explored;
        robot.interact(() -> {
            shown = new Shown(explored, List.of());
            shown().on(stage, Palette.LIGHT, 980, 760);
            explored.dispatch(new Action.Select(NodeId.service(service)));
            robot.lookup("#canvas").query().requestFocus();
        });
        return folder.resolve("topology.yaml");
    }

    private Point2D middle(FxRobot robot, Box box) {
        return onScreen(robot, new Point(box.centerX(), box.centerY()));
    }

    private Point2D onScreen(FxRobot robot, Point point) {
        DiagramCanvas canvas = robot.lookup("#canvas").queryAs(DiagramCanvas.class);
        Point at = canvas.viewportProperty().get().toCanvas(point);
        return canvas.localToScreen(at.x(), at.y());
    }

    private static void fire(FxRobot robot, EventType<MouseEvent> type, Point2D screen) {
        Node canvas = robot.lookup("#canvas").query();
        // An event that comes from nowhere counts in the scene.
        Point2D at = canvas.localToScene(canvas.screenToLocal(screen));
        canvas.fireEvent(new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                screen.getX(),
                screen.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null));
    }

    private Shown shown() {
        return Objects.requireNonNull(shown);
    }

    private Explored explored() {
        return Objects.requireNonNull(opened);
    }

    private Box box(String service) {
        return Objects.requireNonNull(
                explored().session().picture().layout().boxes().get(NodeId.service(service)));
    }

    private Topology topology() {
        return Objects.requireNonNull(explored().session().opened()).topology();
    }

    private List<String> needs(String service) {
        return topology().dependencies().stream()
                .filter(dependency -> dependency.from().equals(service))
                .map(Dependency::to)
                .toList();
    }

    private List<String> ids() {
        return topology().services().stream().map(Service::id).toList();
    }

    private String text() {
        return Objects.requireNonNull(
                explored().session().undo().present().texts().contents().get("topology.yaml"));
    }

    private static String words(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return ((Labeled) node).getText();
    }
}
