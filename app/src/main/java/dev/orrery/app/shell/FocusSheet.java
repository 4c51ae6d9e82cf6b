package dev.orrery.app.shell;

import dev.orrery.app.canvas.CanvasListener;
import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.FocusDiagram;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Point;
import dev.orrery.session.Action;
import dev.orrery.session.FocusPicture;
import dev.orrery.session.Session;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import javafx.animation.FadeTransition;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A sheet over the picture with the neighbourhood of one thing. The picture behind it stays as it is, dimmed, and is
/// there again when the sheet goes.
final class FocusSheet extends StackPane {
    private static final Duration FADE = Duration.millis(160);
    private static final double MARGIN = 40;
    /// Below the sheet is the bar.
    private static final double BELOW = 56;

    private final CanvasListener listener;
    private final Consumer<Action> actions;
    private final Runnable list;
    private final DiagramCanvas canvas;
    private final StackPane sheet;
    private final FadeTransition fade = new FadeTransition(FADE, this);
    private @Nullable FocusPicture shown;

    /// @param listener what is done on the picture
    /// @param list shows the list of neighbours of what is selected
    FocusSheet(CanvasListener listener, Consumer<Action> actions, Runnable list) {
        this.listener = listener;
        this.actions = actions;
        this.list = list;
        setId("focus-sheet");
        canvas = new DiagramCanvas(new Gestures());
        canvas.setId("focus-canvas");
        sheet = new StackPane(canvas);
        sheet.getStyleClass().add("focus-page");
        Region dim = new Region();
        dim.getStyleClass().add("focus-dim");
        getChildren().setAll(dim, sheet);
        setVisible(false);
        setManaged(false);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (pressed(event)) {
                event.consume();
            }
        });
        // What was pressed is typed next, and means something else elsewhere.
        addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if ("+-12345".contains(event.getCharacter())
                    && !event.getCharacter().isEmpty()) {
                event.consume();
            }
        });
    }

    DiagramCanvas canvas() {
        return canvas;
    }

    /// What is shown; null where nothing is in focus.
    @Nullable
    FocusPicture shown() {
        return shown;
    }

    /// @param back what has the keyboard when the sheet goes
    @SuppressWarnings("ReferenceEquality") // Another picture is another one.
    void render(Session session, Node back) {
        FocusPicture before = shown;
        FocusPicture next = FocusPicture.of(session, before);
        shown = next;
        if (next == null) {
            hide(back);
            return;
        }
        canvas.show(next.diagram(session), before != null && before != next);
        if (before != next) {
            canvas.fit();
            requestLayout();
        }
        if (!isVisible()) {
            setVisible(true);
            setManaged(true);
            canvas.requestFocus();
            if (!canvas.reducedMotionProperty().get()) {
                fade.setFromValue(0);
                fade.setToValue(1);
                fade.playFromStart();
            }
        }
    }

    private void hide(Node back) {
        if (isVisible()) {
            fade.stop();
            setOpacity(1);
            boolean had = isFocusWithin();
            setVisible(false);
            setManaged(false);
            if (had) {
                back.requestFocus();
            }
        }
    }

    private int hops() {
        return shown == null ? 1 : shown.focus().hops();
    }

    /// As large as what is on it, in the middle of the room.
    @Override
    protected void layoutChildren() {
        getChildren().getFirst().resizeRelocate(0, 0, getWidth(), getHeight());
        Diagram diagram = canvas.diagram();
        double room = DiagramCanvas.MARGIN * 2;
        double most = getWidth() - 2 * MARGIN;
        double highest = getHeight() - MARGIN - BELOW;
        double bounded = Math.min(
                (most - room) / Math.max(1, diagram.bounds().width()),
                (highest - room) / Math.max(1, diagram.bounds().height()));
        double zoom = Math.clamp(bounded, 0, 1);
        double width = Math.min(diagram.bounds().width() * zoom + room, most);
        double height = Math.min(diagram.bounds().height() * zoom + room, highest);
        double left = Math.rint((getWidth() - width) / 2);
        double top = Math.rint((getHeight() - BELOW + MARGIN - height) / 2);
        sheet.resizeRelocate(left, Math.max(0, top), Math.max(0, width), Math.max(0, height));
    }

    private boolean pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        KeyCode code = event.getCode();
        return switch (code) {
            case ESCAPE -> act(new Action.EndInquiry());
            case PLUS, EQUALS, ADD -> act(new Action.SetHops(hops() + 1));
            case MINUS, SUBTRACT -> act(new Action.SetHops(hops() - 1));
            case DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5 ->
                !event.isShiftDown() && act(new Action.SetHops(Integer.parseInt(code.getName())));
            default -> false;
        };
    }

    private boolean act(Action action) {
        actions.accept(action);
        return true;
    }

    /// On the sheet things are looked at; what changes the arrangement is left to the picture.
    private final class Gestures implements CanvasListener {
        @Override
        public void selected(@Nullable NodeId id) {
            if (id != null && FocusDiagram.isCounter(id)) {
                listener.selected(shown == null ? null : shown.near().center());
                list.run();
            } else {
                listener.selected(id);
            }
        }

        @Override
        public void activated(NodeId id) {
            listener.activated(id);
        }

        @Override
        public void joined(NodeId id) {
            listener.joined(id);
        }

        @Override
        public void escaped() {
            actions.accept(new Action.EndInquiry());
        }

        @Override
        public void toggled(String boundary) {
            selected(NodeId.boundary(boundary));
        }

        @Override
        public void unfolded(Set<EdgeId> lines) {
            // Nothing is folded here.
        }

        @Override
        public void pinned(SortedMap<NodeId, Point> topLefts) {
            // Places here are given by who needs whom.
        }

        @Override
        public void contextMenu(@Nullable NodeId id, Point2D screen) {
            if (id == null || !FocusDiagram.isCounter(id)) {
                listener.contextMenu(id, screen);
            }
        }
    }
}
