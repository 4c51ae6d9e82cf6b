package dev.orrery.app.canvas;

import dev.orrery.app.canvas.CardOrder.Direction;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keyboard. A key that means nothing here goes on to the window.
final class KeyGestures {
    private static final double MOVE_STEP = 8;
    private static final double LARGER = 4;

    private final DiagramCanvas canvas;
    private final PictureNode picture;
    private final KeyFocus focus;
    private final MouseGestures mouse;
    private final CanvasListener listener;

    KeyGestures(
            DiagramCanvas canvas, PictureNode picture, KeyFocus focus, MouseGestures mouse, CanvasListener listener) {
        this.canvas = canvas;
        this.picture = picture;
        this.focus = focus;
        this.mouse = mouse;
        this.listener = listener;
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (pressed(event)) {
                event.consume();
            }
        });
    }

    private boolean pressed(KeyEvent event) {
        NodeId at = focus.current();
        return switch (event.getCode()) {
            case TAB -> !event.isShortcutDown() && tab(at, !event.isShiftDown());
            case LEFT, RIGHT, UP, DOWN -> arrow(at, direction(event.getCode()), event);
            case ENTER -> enter(at);
            case SPACE -> select(at, event.isShortcutDown());
            case ESCAPE -> escape();
            case PLUS, EQUALS, ADD -> did(canvas::zoomIn);
            case MINUS, SUBTRACT -> did(canvas::zoomOut);
            case DIGIT0, NUMPAD0 -> did(canvas::zoomToActualSize);
            case DIGIT1 -> event.isShiftDown() && did(canvas::fit);
            case HOME -> did(canvas::fit);
            default -> false;
        };
    }

    /// Out of the picture at either end of it.
    private boolean tab(@Nullable NodeId at, boolean forward) {
        List<NodeId> order = new CardOrder(picture.diagram()).reading();
        int index = at == null ? -1 : order.indexOf(at);
        if (!forward && index < 0) {
            return false;
        }
        int next = index + (forward ? 1 : -1);
        if (next < 0) {
            focus.leave();
        } else if (next < order.size()) {
            focus.to(order.get(next));
        } else {
            canvas.requestFocusTraversal(TraversalDirection.NEXT);
        }
        return true;
    }

    private boolean arrow(@Nullable NodeId at, Direction direction, KeyEvent event) {
        double steps = event.isShiftDown() ? LARGER : 1;
        if (event.isAltDown()) {
            return at != null && move(at, direction, steps);
        }
        if (at == null || event.isShortcutDown()) {
            // The camera goes where the arrow points, so the picture goes the other way.
            canvas.pan(steps, -across(direction), -along(direction));
            return true;
        }
        Optional<NodeId> next = new CardOrder(picture.diagram()).nearest(at, direction);
        next.ifPresent(to -> {
            focus.to(to);
            if (event.isShiftDown()) {
                listener.selectedAll(List.of(to, at), true);
            }
        });
        return true;
    }

    private boolean move(NodeId id, Direction direction, double steps) {
        if (!picture.isCard(id)) {
            return false;
        }
        double dx = across(direction) * steps * MOVE_STEP;
        double dy = along(direction) * steps * MOVE_STEP;
        TreeMap<NodeId, Point> places = new TreeMap<>();
        for (NodeId card : picture.carriedWith(id)) {
            Box place = picture.place(card);
            if (place != null) {
                places.put(card, new Point(place.x() + dx, place.y() + dy));
            }
        }
        listener.pinned(places);
        return true;
    }

    private boolean enter(@Nullable NodeId at) {
        if (at != null) {
            MouseGestures.activate(listener, at);
        }
        return at != null;
    }

    private boolean select(@Nullable NodeId at, boolean more) {
        if (at != null && more) {
            listener.selectedMore(at);
        } else if (at != null) {
            listener.selected(at);
        }
        return at != null;
    }

    private boolean escape() {
        if (!mouse.cancel()) {
            listener.escaped();
        }
        return true;
    }

    private static boolean did(Runnable what) {
        what.run();
        return true;
    }

    private static Direction direction(KeyCode code) {
        return switch (code) {
            case LEFT -> Direction.LEFT;
            case RIGHT -> Direction.RIGHT;
            case UP -> Direction.UP;
            case DOWN -> Direction.DOWN;
            default -> throw new IllegalArgumentException("no arrow: " + code);
        };
    }

    private static int across(Direction direction) {
        return switch (direction) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP, DOWN -> 0;
        };
    }

    private static int along(Direction direction) {
        return switch (direction) {
            case UP -> -1;
            case DOWN -> 1;
            case LEFT, RIGHT -> 0;
        };
    }
}
