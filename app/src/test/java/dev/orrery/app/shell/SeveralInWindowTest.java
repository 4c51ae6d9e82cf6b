package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.session.Action;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
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

/// Several services that are selected, and what is done to all of them at once.
@ExtendWith(ApplicationExtension.class)
final class SeveralInWindowTest {
    private static final String SHOP = """
            topology: Shop
            boundaries:
              sales: {name: Sales}
              store: {name: Store}
            services:
              web: {boundary: sales, owner: team-web, depends_on: [cart]}
              cart: {boundary: store, depends_on: [stock]}
              stock: {boundary: store}
              ledger: {boundary: sales}
            """;
    private static final NodeId CART = NodeId.service("cart");
    private static final NodeId STOCK = NodeId.service("stock");
    private static final NodeId LEDGER = NodeId.service("ledger");

    private Stage stage;
    private @Nullable Explored opened;

    @TempDir
    Path folder;

    @Start
    void start(Stage made) {
        stage = made;
    }

    @Test
    void controlAndClickSelectsMoreAndTheInspectorTellsOfAllTogether(FxRobot robot) {
        open(robot);
        robot.clickOn(middle(robot, "cart"));
        robot.interact(() -> click(robot, "stock", true));

        assertThat(explored().session().allSelected()).containsExactly(CART, STOCK);
        assertThat(explored().session().selected()).isEqualTo(STOCK);
        assertThat(robot.lookup("#inspector .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("2 selected", "Inside", "1", "Comes in", "1 · 1 service");
        assertThat(robot.lookup("#outline-tree")
                        .<TreeView<?>>query()
                        .getSelectionModel()
                        .getSelectedItems())
                .hasSize(2);

        robot.interact(() -> click(robot, "cart", true));
        assertThat(explored().session().allSelected()).containsExactly(STOCK);
    }

    @Test
    void aBandSelectsWhatIsInIt(FxRobot robot) {
        open(robot);
        Box sales = frame("sales");
        Point2D from = onScreen(robot, new Point(sales.x() - 6, sales.y() - 6));
        Point2D to = onScreen(robot, new Point(sales.x() + sales.width(), sales.y() + sales.height()));

        robot.interact(() -> {
            fire(robot, MouseEvent.MOUSE_PRESSED, from, true, false);
            fire(robot, MouseEvent.MOUSE_DRAGGED, from.add(9, 9), true, false);
            fire(robot, MouseEvent.MOUSE_DRAGGED, to, true, false);
            fire(robot, MouseEvent.MOUSE_RELEASED, to, true, false);
        });

        assertThat(explored().session().allSelected()).containsExactly(LEDGER, NodeId.service("web"));
    }

    @Test
    void allThatAreSelectedAreDraggedTogetherAndTheirCostIsTold(FxRobot robot) {
        open(robot);
        select(robot, CART, STOCK);
        Box target = frame("sales");
        Point2D to = onScreen(robot, new Point(target.x() + target.width() / 2, target.y() + target.height() - 6));

        robot.moveTo(middle(robot, "cart"))
                .press(MouseButton.PRIMARY)
                .moveBy(10, 0)
                .moveTo(to);
        assertThat(words(robot, "#landing-hint")).isEqualTo("Move 2 into Sales\n1 → 0 needs across boundaries");
        robot.release(MouseButton.PRIMARY);

        assertThat(boundary("cart")).isEqualTo("sales");
        assertThat(boundary("stock")).isEqualTo("sales");
        assertThat(explored().session().allSelected()).as("they stay so").containsExactly(CART, STOCK);
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(text()).as("one row").isEqualTo(SHOP);
    }

    @Test
    void boxesThatArePutSomewhereTogetherKeepTheirPlacesToEachOther(FxRobot robot) {
        open(robot);
        select(robot, LEDGER, NodeId.service("web"));
        Box web = box("web");
        Box ledger = box("ledger");

        robot.press(KeyCode.ALT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.ALT);
        assertThat(explored().session().arrangement().pins())
                .as("nothing has the keyboard yet")
                .isEmpty();
        robot.clickOn(middle(robot, "web"));
        select(robot, LEDGER, NodeId.service("web"));
        robot.press(KeyCode.ALT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.ALT);

        assertThat(explored().session().arrangement().pins())
                .containsEntry(NodeId.service("web"), new Point(web.x() + 8, web.y()))
                .containsEntry(LEDGER, new Point(ledger.x() + 8, ledger.y()));
        assertThat(explored().session().undo().undoName()).hasValue("Pin 2 boxes");
    }

    @Test
    void keysMoveThemAndPutABoundaryAroundThemAndDeleteThem(FxRobot robot) {
        open(robot);
        select(robot, CART, LEDGER);

        robot.write("g");
        robot.interact(() -> robot.lookup("#edit-boundary")
                .<ComboBox<?>>query()
                .getSelectionModel()
                .select(1));
        robot.clickOn("#edit-confirm");
        assertThat(boundary("cart")).isEqualTo("sales");
        assertThat(boundary("ledger")).isEqualTo("sales");

        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N).release(KeyCode.N, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write("checkout").type(KeyCode.ENTER);
        assertThat(boundary("cart")).isEqualTo("checkout");
        assertThat(boundary("ledger")).isEqualTo("checkout");
        assertThat(topology().boundary("checkout").orElseThrow().within())
                .as("within what was around all of them")
                .isEqualTo("sales");

        robot.type(KeyCode.DELETE);
        assertThat(topology().services()).extracting(Service::id).containsExactly("stock", "web");
        for (int left = 3; left > 0; left--) {
            robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        }
        assertThat(text()).isEqualTo(SHOP);
    }

    @Test
    void whatIsSaidOfThemIsOneRowAndWhatIsNotTouchedStays(FxRobot robot) {
        open(robot);
        select(robot, CART, NodeId.service("web"));

        robot.write("e");
        TextField owner = robot.lookup("#edit-owner").query();
        assertThat(owner.getText()).as("they differ").isEmpty();
        assertThat(owner.getPromptText()).isEqualTo("several, stay as they are");
        robot.interact(() -> robot.lookup("#edit-tags").<TextField>query().setText("tier-1"));
        robot.clickOn("#edit-confirm");
        assertThat(topology().service("web").orElseThrow())
                .returns("team-web", Service::owner)
                .returns(List.of("tier-1"), Service::tags);
        assertThat(topology().service("cart").orElseThrow())
                .returns(null, Service::owner)
                .returns(List.of("tier-1"), Service::tags);

        robot.write("e");
        robot.interact(() -> robot.lookup("#edit-owner").<TextField>query().setText("team-shop"));
        robot.clickOn("#edit-confirm");
        assertThat(topology().service("web").orElseThrow().owner()).isEqualTo("team-shop");
        assertThat(topology().service("cart").orElseThrow().owner()).isEqualTo("team-shop");
        for (int left = 2; left > 0; left--) {
            robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        }
        assertThat(text()).isEqualTo(SHOP);
    }

    @Test
    void theKeyboardSelectsAsItGoesAndAllAtOnce(FxRobot robot) {
        open(robot);
        robot.clickOn(middle(robot, "web"));
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertThat(explored().session().allSelected()).hasSize(2).contains(NodeId.service("web"));

        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        assertThat(explored().session().allSelected()).hasSize(4);

        robot.type(KeyCode.ESCAPE);
        assertThat(explored().session().allSelected()).isEmpty();
    }

    @Test
    void theOutlineSelectsSeveral(FxRobot robot) {
        open(robot);
        TreeView<?> tree = robot.lookup("#outline-tree").query();
        robot.interact(() -> {
            tree.requestFocus();
            tree.getSelectionModel().clearAndSelect(1);
        });
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);

        assertThat(explored().session().allSelected()).hasSize(2);
        assertThat(tree.getSelectionModel().getSelectedIndices()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void whatTheOutlineLeavesOutStaysSelectedAndNothingIsMarkedAnew(FxRobot robot) {
        open(robot);
        select(robot, CART, STOCK);
        TreeView<?> tree = robot.lookup("#outline-tree").query();
        robot.interact(() -> robot.lookup("#outline-filter").<TextField>query().setText("cart"));
        assertThat(explored().session().allSelected()).containsExactly(CART, STOCK);
        assertThat(tree.getSelectionModel().getSelectedItems()).hasSize(1);
        AtomicInteger changes = new AtomicInteger();
        tree.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Object>)
                _ -> changes.incrementAndGet());

        robot.interact(() -> explored().dispatch(new Action.Tick(Explored.NOW.plusSeconds(1))));

        assertThat(changes).hasValue(0);
        assertThat(explored().session().allSelected()).containsExactly(CART, STOCK);
    }

    private void open(FxRobot robot) {
        Explored explored = Explored.text(folder, SHOP);
        opened = explored;
        robot.interact(() -> {
            new Shown(explored, List.of()).on(stage, Palette.LIGHT, 980, 760);
            robot.lookup("#canvas").query().requestFocus();
        });
    }

    private void select(FxRobot robot, NodeId lead, NodeId other) {
        robot.interact(() -> explored().dispatch(new Action.SelectThese(lead, new TreeSet<>(Set.of(other)))));
    }

    private Point2D middle(FxRobot robot, String service) {
        Box box = box(service);
        return onScreen(robot, new Point(box.centerX(), box.centerY()));
    }

    private Point2D onScreen(FxRobot robot, Point point) {
        DiagramCanvas canvas = robot.lookup("#canvas").queryAs(DiagramCanvas.class);
        Point at = canvas.viewportProperty().get().toCanvas(point);
        return canvas.localToScreen(at.x(), at.y());
    }

    private void click(FxRobot robot, String service, boolean control) {
        Point2D at = middle(robot, service);
        fire(robot, MouseEvent.MOUSE_PRESSED, at, false, control);
        fire(robot, MouseEvent.MOUSE_RELEASED, at, false, control);
        fire(robot, MouseEvent.MOUSE_CLICKED, at, false, control);
    }

    /// The robot's mouse knows of no keys.
    private static void fire(
            FxRobot robot, EventType<MouseEvent> type, Point2D screen, boolean shift, boolean control) {
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
                shift,
                control,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null));
    }

    private Explored explored() {
        return Objects.requireNonNull(opened);
    }

    private Box box(String service) {
        return Objects.requireNonNull(
                explored().session().picture().layout().boxes().get(NodeId.service(service)));
    }

    private Box frame(String boundary) {
        return Objects.requireNonNull(
                explored().session().picture().layout().frames().get(boundary));
    }

    private Topology topology() {
        return Objects.requireNonNull(explored().session().opened()).topology();
    }

    private @Nullable String boundary(String service) {
        return topology().service(service).orElseThrow().boundary();
    }

    private String text() {
        return Objects.requireNonNull(
                explored().session().undo().present().texts().contents().get("topology.yaml"));
    }

    private static String words(FxRobot robot, String id) {
        return ((Labeled) robot.lookup(id).query()).getText();
    }
}
