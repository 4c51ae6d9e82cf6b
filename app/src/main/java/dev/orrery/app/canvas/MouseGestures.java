package dev.orrery.app.canvas;

import dev.orrery.diagram.FindingMark;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// The mouse and the pad.
final class MouseGestures {
    /// A hand that clicks moves a little.
    private static final double SLACK = 4;

    private final DiagramCanvas canvas;
    private final PictureNode picture;
    private final Neighbours neighbours;
    private final EdgeHint hint;
    private final KeyFocus focus;
    private final CanvasListener listener;
    private final LandingHint landing;
    private final Line wire = new Line();
    private boolean fingers;
    private @Nullable Press press;

    /// A button that is down.
    ///
    /// @param card what it went down on, where that can be dragged
    /// @param viewport the camera at that moment
    private record Press(
            double x,
            double y,
            MouseButton button,
            @Nullable NodeId card,
            Viewport viewport,
            State state,
            @Nullable CarriedCards carried,
            @Nullable SelectionBand band) {
        Press turned(State next) {
            return new Press(x, y, button, card, viewport, next, null, null);
        }

        Press carrying(CarriedCards cards) {
            return new Press(x, y, button, card, viewport, State.LIFTING, cards, null);
        }

        Press drawing(SelectionBand over) {
            return new Press(x, y, button, card, viewport, State.BANDING, null, over);
        }
    }

    private enum State {
        DOWN,
        PANNING,
        LIFTING,
        /// A line is drawn from the card.
        WIRING,
        /// A band is drawn over what is to be selected.
        BANDING,
        GIVEN_UP
    }

    MouseGestures(
            DiagramCanvas canvas,
            PictureNode picture,
            Neighbours neighbours,
            EdgeHint hint,
            KeyFocus focus,
            LandingHint landing,
            CanvasListener listener) {
        this.landing = landing;
        wire.getStyleClass().add("wire");
        wire.setManaged(false);
        this.canvas = canvas;
        this.picture = picture;
        this.neighbours = neighbours;
        this.hint = hint;
        this.focus = focus;
        this.listener = listener;
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> {
            neighbours.hover(null);
            hint.leave();
        });
        canvas.addEventHandler(ScrollEvent.SCROLL_STARTED, _ -> fingers = true);
        canvas.addEventHandler(ScrollEvent.SCROLL_FINISHED, _ -> fingers = false);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        canvas.addEventHandler(ZoomEvent.ZOOM, this::pinched);
        canvas.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    /// Whether something is in the hand; if so it is put back.
    boolean cancel() {
        Press at = press;
        if (at == null || !isHolding(at)) {
            return false;
        }
        putDown(at);
        press = at.turned(State.GIVEN_UP);
        return true;
    }

    /// A card in the hand may be gone.
    void pictureChanged() {
        Press at = press;
        if (at != null && at.card() != null && !picture.has(at.card())) {
            cancel();
        }
    }

    private void moved(MouseEvent event) {
        NodeId card = cardAt(event.getX(), event.getY());
        neighbours.hover(card);
        FindingMark mark = picture.marked(canvas.viewportProperty().get().toDiagram(event.getX(), event.getY()));
        if (!mark.isNone()) {
            hint.over(mark, event.getX(), event.getY());
        } else if (card == null) {
            hint.over(event.getX(), event.getY());
        } else {
            hint.leave();
        }
    }

    private void pressed(MouseEvent event) {
        hint.leave();
        if (press != null || hit(event.getTarget(), Chevron.class) != null) {
            return;
        }
        NodeId card = cardAt(event.getX(), event.getY());
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        if (primary) {
            focus.silentlyTo(card);
        }
        if (primary || event.getButton() == MouseButton.MIDDLE) {
            press = new Press(
                    event.getX(),
                    event.getY(),
                    event.getButton(),
                    primary ? card : null,
                    canvas.viewportProperty().get(),
                    State.DOWN,
                    null,
                    null);
        }
    }

    private void dragged(MouseEvent event) {
        Press at = press;
        if (at == null) {
            return;
        }
        double dx = event.getX() - at.x();
        double dy = event.getY() - at.y();
        if (at.state() == State.DOWN && Math.hypot(dx, dy) > SLACK) {
            at = begun(at, event);
            press = at;
            canvas.setCursor(cursor(at.state()));
            neighbours.hover(null);
        }
        if (at.state() == State.PANNING) {
            canvas.take(at.viewport().panned(dx, dy));
        }
        CarriedCards carried = at.carried();
        if (carried != null) {
            double zoom = canvas.viewportProperty().get().zoom();
            carried.over(dx / zoom, dy / zoom, event.isAltDown());
            SortedSet<NodeId> cards = carried.cards();
            landing.over(cards, landing.at(diagram(event), cards), event.getX(), event.getY());
        }
        SelectionBand band = at.band();
        if (band != null) {
            band.to(diagram(event));
        }
        if (at.state() == State.WIRING && at.card() != null) {
            draw(at.card(), event);
        }
    }

    private void released(MouseEvent event) {
        Press at = press;
        if (at == null || event.getButton() != at.button()) {
            return;
        }
        press = null;
        canvas.setCursor(null);
        if (!isHolding(at)) {
            return;
        }
        Optional<Landing> there = landing.end();
        putDown(at);
        CarriedCards carried = at.carried();
        SelectionBand band = at.band();
        if (carried != null && there.isPresent()) {
            listener.landed(carried.cards(), there.get());
        } else if (carried != null) {
            double zoom = canvas.viewportProperty().get().zoom();
            listener.pinned(
                    carried.places((event.getX() - at.x()) / zoom, (event.getY() - at.y()) / zoom, event.isAltDown()));
        } else if (band != null) {
            listener.selectedAll(band.among(picture.diagram().cards()), event.isShortcutDown());
        } else if (at.card() != null && there.isPresent()) {
            listener.landed(new TreeSet<>(Set.of(at.card())), there.get());
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        Chevron chevron = hit(event.getTarget(), Chevron.class);
        if (chevron != null) {
            listener.toggled(chevron.boundary());
            return;
        }
        FindingMark mark = picture.marked(canvas.viewportProperty().get().toDiagram(event.getX(), event.getY()));
        if (!mark.isNone()) {
            if (event.getClickCount() == 1) {
                listener.found(mark.findings());
            }
            return;
        }
        Set<EdgeId> lines = picture.folded(canvas.viewportProperty().get().toDiagram(event.getX(), event.getY()));
        if (!lines.isEmpty()) {
            if (event.getClickCount() == 1) {
                listener.unfolded(lines);
            }
            return;
        }
        NodeId id = stopAt(event.getX(), event.getY());
        if (event.getClickCount() == 2 && id != null) {
            activate(listener, id);
        } else if (event.getClickCount() == 1 && event.isShiftDown() && id != null) {
            listener.joined(id);
        } else if (event.getClickCount() == 1 && event.isShortcutDown() && id != null) {
            listener.selectedMore(id);
        } else if (event.getClickCount() == 1) {
            listener.selected(id);
        }
    }

    /// Enter and the double click: boundaries open and close, all else is looked at closely.
    static void activate(CanvasListener listener, NodeId id) {
        if (id.of() == NodeId.Of.BOUNDARY) {
            listener.toggled(id.id());
        } else {
            listener.activated(id);
        }
    }

    private void scrolled(ScrollEvent event) {
        hint.leave();
        event.consume();
        Viewport viewport = canvas.viewportProperty().get();
        switch (ScrollMeaning.of(
                event.getDeltaX(),
                event.getDeltaY(),
                event.getMultiplierY(),
                fingers || event.isInertia(),
                event.isShortcutDown())) {
            case ScrollMeaning.Pan(double dx, double dy) -> canvas.take(viewport.panned(dx, dy));
            case ScrollMeaning.Zoom(double factor) ->
                canvas.take(viewport.zoomedAbout(event.getX(), event.getY(), factor));
        }
    }

    private void pinched(ZoomEvent event) {
        event.consume();
        canvas.take(canvas.viewportProperty().get().zoomedAbout(event.getX(), event.getY(), event.getZoomFactor()));
    }

    private void menu(ContextMenuEvent event) {
        event.consume();
        if (!event.isKeyboardTrigger()) {
            listener.contextMenu(stopAt(event.getX(), event.getY()), screen(event));
            return;
        }
        NodeId id = focus.current();
        Box box = id == null ? null : picture.place(id);
        Point middle = box == null
                ? new Point(canvas.getWidth() / 2, canvas.getHeight() / 2)
                : canvas.viewportProperty().get().toCanvas(new Point(box.centerX(), box.centerY()));
        Point2D screen = canvas.localToScreen(middle.x(), middle.y());
        listener.contextMenu(id, Objects.requireNonNullElseGet(screen, () -> screen(event)));
    }

    /// What a hand that moves is about: on a card it lifts or, with Ctrl, draws a line; on the ground it moves the
    /// camera or, with Shift, draws a band.
    private Press begun(Press at, MouseEvent event) {
        NodeId card = at.card();
        if (card != null) {
            return event.isShortcutDown()
                    ? wire(at, card)
                    : at.carrying(new CarriedCards(picture, card, picture.carriedWith(card)));
        }
        if (!event.isShiftDown() || at.button() != MouseButton.PRIMARY) {
            return at.turned(State.PANNING);
        }
        SelectionBand band = new SelectionBand(canvas.viewportProperty().get().toDiagram(at.x(), at.y()));
        picture.addFloating(band);
        return at.drawing(band);
    }

    private static Cursor cursor(State state) {
        return switch (state) {
            case PANNING -> Cursor.CLOSED_HAND;
            case WIRING, BANDING -> Cursor.CROSSHAIR;
            case DOWN, LIFTING, GIVEN_UP -> Cursor.MOVE;
        };
    }

    private static boolean isHolding(Press at) {
        return switch (at.state()) {
            case LIFTING, WIRING, BANDING -> true;
            case DOWN, PANNING, GIVEN_UP -> false;
        };
    }

    /// A line begins at the card, for what it is to need.
    private Press wire(Press at, NodeId card) {
        Box place = Objects.requireNonNullElse(picture.place(card), new Box(0, 0, 0, 0));
        wire.setStartX(place.centerX());
        wire.setStartY(place.centerY());
        wire.setEndX(place.centerX());
        wire.setEndY(place.centerY());
        picture.addFloating(wire);
        return at.turned(State.WIRING);
    }

    private void draw(NodeId card, MouseEvent event) {
        Point to = diagram(event);
        wire.setEndX(to.x());
        wire.setEndY(to.y());
        NodeId under = cardAt(event.getX(), event.getY());
        landing.over(
                new TreeSet<>(Set.of(card)),
                under == null || under.equals(card) ? new Landing.Ground() : new Landing.On(under),
                event.getX(),
                event.getY());
    }

    private Point diagram(MouseEvent event) {
        return canvas.viewportProperty().get().toDiagram(event.getX(), event.getY());
    }

    private void putDown(Press at) {
        canvas.setCursor(null);
        landing.end();
        picture.removeFloating(wire);
        if (at.carried() != null) {
            at.carried().putDown();
        }
        if (at.band() != null) {
            picture.removeFloating(at.band());
        }
    }

    private @Nullable NodeId cardAt(double x, double y) {
        NodeId id = stopAt(x, y);
        return id != null && picture.isCard(id) ? id : null;
    }

    /// Of an opened boundary only the title; its panel is ground.
    private @Nullable NodeId stopAt(double x, double y) {
        return picture.at(canvas.viewportProperty().get().toDiagram(x, y));
    }

    private static Point2D screen(ContextMenuEvent event) {
        return new Point2D(event.getScreenX(), event.getScreenY());
    }

    private static <T extends Node> @Nullable T hit(Object target, Class<T> type) {
        for (Node node = target instanceof Node start ? start : null; node != null; node = node.getParent()) {
            if (type.isInstance(node)) {
                return type.cast(node);
            }
        }
        return null;
    }
}
