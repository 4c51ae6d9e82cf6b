package dev.orrery.app.canvas;

import dev.orrery.diagram.Measures;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The mouse and the pad.
final class MouseGestures {
    /// A hand that clicks moves a little.
    private static final double SLACK = 4;

    private static final double GRID = 8;

    private final DiagramCanvas canvas;
    private final PictureNode picture;
    private final Neighbours neighbours;
    private final EdgeHint hint;
    private final KeyFocus focus;
    private final CanvasListener listener;
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
            @Nullable CardNode card,
            Viewport viewport,
            State state,
            @Nullable Rectangle ghost) {
        Press turned(State next, @Nullable Rectangle with) {
            return new Press(x, y, button, card, viewport, next, with);
        }
    }

    private enum State {
        DOWN,
        PANNING,
        LIFTING,
        GIVEN_UP
    }

    MouseGestures(
            DiagramCanvas canvas,
            PictureNode picture,
            Neighbours neighbours,
            EdgeHint hint,
            KeyFocus focus,
            CanvasListener listener) {
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

    /// Whether a card is in the hand; if so it is put back.
    boolean cancel() {
        Press at = press;
        if (at == null || at.state() != State.LIFTING) {
            return false;
        }
        putDown(at);
        press = at.turned(State.GIVEN_UP, null);
        return true;
    }

    /// A card in the hand may be gone.
    void pictureChanged() {
        Press at = press;
        if (at != null
                && at.card() != null
                && !at.card().equals(picture.card(at.card().stopId()))) {
            cancel();
        }
    }

    private void moved(MouseEvent event) {
        NodeId card = cardId(event);
        neighbours.hover(card);
        if (card == null) {
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
        CardNode card = hit(event.getTarget(), CardNode.class);
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        if (primary) {
            focus.silentlyTo(card == null ? canvas : card);
        }
        if (primary || event.getButton() == MouseButton.MIDDLE) {
            press = new Press(
                    event.getX(),
                    event.getY(),
                    event.getButton(),
                    primary ? card : null,
                    canvas.viewportProperty().get(),
                    State.DOWN,
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
            at = at.card() == null ? at.turned(State.PANNING, null) : lift(at, at.card());
            press = at;
            canvas.setCursor(at.state() == State.PANNING ? Cursor.CLOSED_HAND : Cursor.MOVE);
            neighbours.hover(null);
        }
        if (at.state() == State.PANNING) {
            canvas.take(at.viewport().panned(dx, dy));
        }
        Rectangle ghost = at.ghost();
        if (ghost != null && at.card() != null) {
            Point to = dropped(at, at.card(), event);
            ghost.setX(to.x());
            ghost.setY(to.y());
        }
    }

    private void released(MouseEvent event) {
        Press at = press;
        if (at == null || event.getButton() != at.button()) {
            return;
        }
        press = null;
        canvas.setCursor(null);
        CardNode card = at.card();
        if (at.state() == State.LIFTING && card != null) {
            putDown(at);
            listener.pinned(card.stopId(), dropped(at, card, event));
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
        NodeId id = stopAt(event);
        if (event.getClickCount() == 2 && id != null) {
            activate(listener, id);
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
            listener.contextMenu(stopUnder(event.getTarget(), event.getX(), event.getY()), screen(event));
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

    private Press lift(Press at, CardNode card) {
        Rectangle ghost = new Rectangle(
                card.place().x(),
                card.place().y(),
                card.place().width(),
                card.place().height());
        ghost.getStyleClass().add("ghost");
        ghost.setManaged(false);
        ghost.setArcWidth(2 * Measures.CARD_RADIUS);
        ghost.setArcHeight(2 * Measures.CARD_RADIUS);
        picture.addFloating(ghost);
        card.lifted(true);
        return at.turned(State.LIFTING, ghost);
    }

    private void putDown(Press at) {
        canvas.setCursor(null);
        if (at.ghost() != null) {
            picture.removeFloating(at.ghost());
        }
        if (at.card() != null) {
            at.card().lifted(false);
        }
    }

    /// Where a card goes: on a grid, unless Alt is held.
    private Point dropped(Press at, CardNode card, MouseEvent event) {
        double zoom = canvas.viewportProperty().get().zoom();
        double x = card.place().x() + (event.getX() - at.x()) / zoom;
        double y = card.place().y() + (event.getY() - at.y()) / zoom;
        return event.isAltDown()
                ? new Point(x, y)
                : new Point(Math.round(x / GRID) * GRID, Math.round(y / GRID) * GRID);
    }

    private @Nullable NodeId cardId(MouseEvent event) {
        CardNode card = hit(event.getTarget(), CardNode.class);
        return card == null ? null : card.stopId();
    }

    private @Nullable NodeId stopAt(MouseEvent event) {
        return stopUnder(event.getTarget(), event.getX(), event.getY());
    }

    /// Of an opened boundary only the title; its panel is ground.
    private @Nullable NodeId stopUnder(Object target, double x, double y) {
        CardNode card = hit(target, CardNode.class);
        if (card != null) {
            return card.stopId();
        }
        FrameNode frame = hit(target, FrameNode.class);
        Point at = canvas.viewportProperty().get().toDiagram(x, y);
        return frame != null && frame.stopBox().contains(at) ? frame.stopId() : null;
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
