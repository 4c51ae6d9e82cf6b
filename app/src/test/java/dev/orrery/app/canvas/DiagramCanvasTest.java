package dev.orrery.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.orrery.app.theme.Theme;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.Health;
import dev.orrery.health.Verdict;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class DiagramCanvasTest extends ApplicationTest {
    private static final Diagram GRID = Pictures.grid(3, 3);
    private static final NodeId MIDDLE = NodeId.service(Pictures.name(1, 1));
    private static final NodeId FIRST = NodeId.service(Pictures.name(0, 0));

    private final List<String> heard = new ArrayList<>();
    private DiagramCanvas canvas;

    @Override
    public void start(Stage stage) {
        canvas = new DiagramCanvas(new Recorder());
        canvas.reducedMotionProperty().set(true);
        VBox pane = new VBox(new Button("before"), canvas, new Button("after"));
        VBox.setVgrow(canvas, Priority.ALWAYS);
        Scene scene = new Scene(pane, 900, 640);
        Theme.apply(scene, Palette.LIGHT);
        stage.setScene(scene);
        stage.show();
        canvas.show(GRID, false);
    }

    @Test
    void theWheelZoomsAboutTheCursor() {
        Point2D cursor = centre(MIDDLE);
        Point before = underCursor(cursor);

        interact(() -> canvas.fireEvent(wheel(cursor, 3)));

        assertThat(canvas.viewportProperty().get().zoom()).isEqualTo(1.15 * 1.15 * 1.15, within(1e-9));
        assertThat(underCursor(cursor).x()).isEqualTo(before.x(), within(0.5));
        assertThat(underCursor(cursor).y()).isEqualTo(before.y(), within(0.5));
    }

    @Test
    void draggingTheGroundPans() {
        Viewport before = canvas.viewportProperty().get();

        drag(between(FIRST, MIDDLE), MouseButton.PRIMARY).moveBy(60, 30).drop();

        Viewport after = canvas.viewportProperty().get();
        assertThat(after.x() - before.x()).isEqualTo(60, within(1.0));
        assertThat(after.y() - before.y()).isEqualTo(30, within(1.0));
        assertThat(heard).isEmpty();
    }

    @Test
    void droppingACardPinsItOnTheGrid() {
        drag(centre(MIDDLE), MouseButton.PRIMARY).moveBy(50, 35).drop();

        assertThat(heard).containsExactly("pinned service-01-01 at 280,144");
        assertThat(lookupAll(".ghost")).isEmpty();
    }

    @Test
    void escapePutsACardBack() {
        drag(centre(MIDDLE), MouseButton.PRIMARY).moveBy(50, 35);
        assertThat(lookupAll(".ghost")).hasSize(1);

        type(KeyCode.ESCAPE);
        drop();

        assertThat(heard).isEmpty();
        assertThat(lookupAll(".ghost")).isEmpty();
    }

    @Test
    void clicksSelectOpenAndClear() {
        clickOn(centre(MIDDLE));
        clickOn(between(FIRST, MIDDLE));
        assertThat(heard).containsExactly("selected service-01-01", "selected null");

        heard.clear();
        doubleClickOn(centre(FIRST));
        assertThat(heard).containsExactly("selected service-00-00", "activated service-00-00");
    }

    @Test
    void theMouseLiftsDirectNeighboursAndTheirEdges() throws Exception {
        moveTo(centre(MIDDLE));

        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> with("near", ".card").size() == 5);
        Lit lit = canvas.painting().lit();
        assertThat(GRID.edges()).filteredOn(lit::near).hasSize(4);
        assertThat(GRID.edges()).filteredOn(lit::calm).hasSize(GRID.edges().size() - 4);

        moveTo(between(FIRST, MIDDLE));
        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> with("near", ".card").isEmpty());
        assertThat(GRID.edges()).noneMatch(canvas.painting().lit()::calm);
    }

    @Test
    void tabReadsThroughTheCardsAndGoesOn() {
        interact(() ->
                Objects.requireNonNull(lookup("before").queryAs(Button.class)).requestFocus());
        type(KeyCode.TAB);
        assertThat(canvas.isFocused()).isTrue();

        List<String> read = new ArrayList<>();
        for (int i = 0; i < GRID.cards().size(); i++) {
            type(KeyCode.TAB);
            read.add(focused());
        }
        assertThat(read).isSorted().hasSize(9).doesNotHaveDuplicates();

        type(KeyCode.TAB);
        assertThat(lookup("after").queryAs(Button.class).isFocused()).isTrue();
    }

    @Test
    void arrowsGoFromCardToCardAndEnterSelects() {
        interact(() -> canvas.focusOn(FIRST));

        type(KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(focused()).isEqualTo("service-01-01");
        assertThat(ring().isVisible()).isTrue();

        type(KeyCode.SPACE, KeyCode.ENTER, KeyCode.ESCAPE);
        assertThat(heard).containsExactly("selected service-01-01", "activated service-01-01", "selected null");
    }

    @Test
    void arrowsPanWhereNoCardHasTheKeyboard() {
        interact(canvas::requestFocus);
        double before = canvas.viewportProperty().get().x();

        type(KeyCode.RIGHT);

        assertThat(canvas.viewportProperty().get().x()).isLessThan(before);
    }

    @Test
    void altWithAnArrowMovesACard() {
        interact(() -> canvas.focusOn(MIDDLE));

        press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);

        assertThat(heard).containsExactly("pinned service-01-01 at 238,108");
    }

    @Test
    void keysZoomAndFit() {
        interact(canvas::requestFocus);
        Viewport fitted = canvas.viewportProperty().get();

        type(KeyCode.PLUS);
        assertThat(canvas.viewportProperty().get().zoom()).isEqualTo(1.25);
        type(KeyCode.MINUS, KeyCode.MINUS);
        assertThat(canvas.viewportProperty().get().zoom()).isEqualTo(0.8);
        type(KeyCode.DIGIT0);
        assertThat(canvas.viewportProperty().get().zoom()).isEqualTo(1);
        type(KeyCode.LEFT, KeyCode.HOME);
        assertThat(canvas.viewportProperty().get()).isEqualTo(fitted);
    }

    @Test
    void anotherHealthRestylesThatCardAlone() {
        Set<Node> before = new HashSet<>(lookupAll(".card"));
        Rectangle bar = bar(MIDDLE);

        interact(() -> canvas.show(with(GRID, Pictures.card(1, 1, Health.DOWN)), false));
        interact(() -> canvas.applyCss());

        assertThat(new HashSet<>(lookupAll(".card"))).isEqualTo(before);
        assertThat(bar(MIDDLE)).isSameAs(bar);
        assertThat(fill(bar)).isEqualTo(Palette.LIGHT.hex(Colour.DOWN));
        assertThat(fill(bar(FIRST))).isEqualTo(Palette.LIGHT.hex(Colour.UP));
        assertThat(card(MIDDLE).getAccessibleText())
                .isEqualTo("service-01-01, service, down, needs 2, needed by 2, last answer 5 s ago");
    }

    @Test
    void collapsingKeepsTheTouchedBoundaryUnderTheCursor() {
        Pictures booking = Pictures.sample("booking/microservices.yaml");
        NodeId boundary = NodeId.boundary("customers");
        interact(() -> canvas.show(booking.diagram(), false));
        interact(() -> canvas.setViewport(new Viewport(-40, -200, 1)));
        Point2D before = corner(boundary);

        interact(() -> canvas.show(booking.collapsed("customers").diagram(), true, boundary));

        assertThat(card(boundary)).isNotNull();
        assertThat(corner(boundary).distance(before)).isLessThan(1);
    }

    @Test
    void aBoundaryIsToggledByItsChevronAndByEnter() {
        Pictures booking = Pictures.sample("booking/microservices.yaml");
        interact(() -> canvas.show(booking.collapsed("customers").diagram(), false));
        interact(canvas::zoomToActualSize);

        interact(() -> canvas.focusOn(NodeId.boundary("booking")));
        type(KeyCode.ENTER);
        interact(() -> canvas.focusOn(NodeId.boundary("customers")));
        clickOn(card(NodeId.boundary("customers")).lookup(".chevron"));

        assertThat(heard).containsExactly("toggled booking", "toggled customers");
    }

    @Test
    void aCardKeepsTheKeyboardWhenItsBoundaryTurnsIntoOne() {
        Pictures booking = Pictures.sample("booking/microservices.yaml");
        NodeId boundary = NodeId.boundary("booking");
        interact(() -> canvas.show(booking.diagram(), false));
        interact(() -> canvas.focusOn(boundary));

        interact(() -> canvas.show(booking.collapsed("booking").diagram(), false, boundary));

        assertThat(card(boundary).isFocused()).isTrue();
        assertThat(ring().isVisible()).isTrue();
    }

    @Test
    void smallPrintGoesBeforeNamesDo() {
        interact(() -> canvas.setViewport(new Viewport(40, 40, 0.5)));
        assertThat(card(MIDDLE).lookup(".card-note").isVisible()).isFalse();
        assertThat(card(MIDDLE).lookup(".card-name").isVisible()).isTrue();

        interact(() -> canvas.setViewport(new Viewport(40, 40, 0.1)));
        assertThat(card(MIDDLE).lookup(".card-name").isVisible()).isFalse();
        assertThat(bar(MIDDLE).isVisible()).isTrue();
    }

    @Test
    void whatIsOutOfSightIsNotDrawnAndRevealBringsItIn() {
        interact(() -> canvas.setViewport(new Viewport(5000, 5000, 1)));
        assertThat(card(MIDDLE).isVisible()).isFalse();

        interact(() -> canvas.reveal(MIDDLE));

        assertThat(card(MIDDLE).isVisible()).isTrue();
        Bounds seen = canvas.localToScreen(canvas.getBoundsInLocal());
        assertThat(seen.contains(centre(MIDDLE))).isTrue();
    }

    @Test
    void stateColoursFadeWhereMotionIsWanted() throws Exception {
        interact(() -> canvas.reducedMotionProperty().set(false));
        interact(() -> canvas.show(with(GRID, Pictures.card(1, 1, Health.DOWN)), false));

        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> fill(bar(MIDDLE)).equals(Palette.LIGHT.hex(Colour.DOWN)));
        assertThat(bar(FIRST).getFill()).isNotEqualTo(bar(MIDDLE).getFill());
    }

    @Test
    void aGlideArrivesWhereTheDiagramSays() throws Exception {
        Pictures booking = Pictures.sample("booking/microservices.yaml").answering("reservations-db", Verdict.FAIL);
        interact(() -> canvas.reducedMotionProperty().set(false));
        interact(() -> canvas.show(booking.diagram(), false));
        Diagram collapsed = booking.collapsed("booking").diagram();

        interact(() -> canvas.show(collapsed, true, NodeId.boundary("booking")));

        for (Diagram.Card card : collapsed.cards()) {
            // A machine with much to do draws few frames, and a card may have no node before the last of them.
            WaitForAsyncUtils.waitFor(
                    30,
                    TimeUnit.SECONDS,
                    () -> nodes(card.id()).anyMatch(node -> node.place().equals(card.box())));
        }
        assertThat(canvas.diagram()).isSameAs(collapsed);
    }

    private static Diagram with(Diagram diagram, Diagram.Card changed) {
        List<Diagram.Card> cards = diagram.cards().stream()
                .map(card -> card.id().equals(changed.id()) ? changed : card)
                .toList();
        return new Diagram(diagram.title(), diagram.bounds(), diagram.frames(), diagram.edges(), cards);
    }

    private CardNode card(NodeId id) {
        return nodes(id).findFirst().orElseThrow();
    }

    private Stream<CardNode> nodes(NodeId id) {
        return lookupAll(".card").stream()
                .map(CardNode.class::cast)
                .filter(card -> card.stopId().equals(id));
    }

    private Rectangle bar(NodeId id) {
        return (Rectangle) card(id).lookup(".health-bar");
    }

    private Node ring() {
        return lookup(".focus-ring").query();
    }

    private static String fill(Shape shape) {
        return "#" + shape.getFill().toString().substring(2, 8);
    }

    private String focused() {
        return canvas.getScene().getFocusOwner() instanceof CardNode card
                ? card.stopId().id()
                : "nothing";
    }

    private List<Node> with(String state, String selector) {
        return lookupAll(selector).stream()
                .filter(node -> node.getPseudoClassStates().stream()
                        .anyMatch(found -> found.getPseudoClassName().equals(state)))
                .toList();
    }

    private Set<Node> lookupAll(String selector) {
        return ((Parent) canvas).lookupAll(selector);
    }

    private Point2D centre(NodeId id) {
        Box box = card(id).place();
        return screen(new Point(box.centerX(), box.centerY()));
    }

    private Point2D between(NodeId one, NodeId other) {
        return centre(one).midpoint(centre(other));
    }

    private Point2D corner(NodeId id) {
        Box box = canvas.diagram().frames().stream()
                .filter(frame -> NodeId.boundary(frame.id()).equals(id))
                .map(Diagram.Frame::box)
                .findFirst()
                .orElseGet(() -> card(id).place());
        return screen(new Point(box.x(), box.y()));
    }

    private Point2D screen(Point at) {
        Point on = canvas.viewportProperty().get().toCanvas(at);
        return canvas.localToScreen(on.x(), on.y());
    }

    private Point underCursor(Point2D cursor) {
        Point2D local = canvas.screenToLocal(cursor);
        return canvas.viewportProperty().get().toDiagram(local.getX(), local.getY());
    }

    private ScrollEvent wheel(Point2D screen, int notches) {
        Point2D scene = canvas.localToScene(canvas.screenToLocal(screen));
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                scene.getX(),
                scene.getY(),
                screen.getX(),
                screen.getY(),
                false,
                false,
                false,
                false,
                true,
                false,
                0,
                40 * notches,
                0,
                40 * notches,
                40,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.LINES,
                3 * notches,
                0,
                null);
    }

    private final class Recorder implements CanvasListener {
        @Override
        public void selected(@Nullable NodeId id) {
            heard.add("selected " + (id == null ? "null" : id.id()));
        }

        @Override
        public void joined(NodeId id) {
            heard.add("joined " + id.id());
        }

        @Override
        public void escaped() {
            heard.add("selected null");
        }

        @Override
        public void activated(NodeId id) {
            heard.add("activated " + id.id());
        }

        @Override
        public void toggled(String boundary) {
            heard.add("toggled " + boundary);
        }

        @Override
        public void unfolded(Set<EdgeId> lines) {
            heard.add("unfolded " + lines.size());
        }

        @Override
        public void pinned(SortedMap<NodeId, Point> topLefts) {
            topLefts.forEach(
                    (id, topLeft) -> heard.add("pinned %s at %.0f,%.0f".formatted(id.id(), topLeft.x(), topLeft.y())));
        }

        @Override
        public void contextMenu(@Nullable NodeId id, Point2D screen) {
            heard.add("menu " + (id == null ? "null" : id.id()));
        }
    }
}
