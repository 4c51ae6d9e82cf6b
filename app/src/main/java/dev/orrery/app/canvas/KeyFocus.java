package dev.orrery.app.canvas;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Which card or title has the keyboard, and the ring around it. Cards take no part in the window's own order of Tab,
/// so that a picture of a thousand cards is one stop; [KeyGestures] walks inside.
final class KeyFocus {
    private static final double GAP = 3;

    private final DiagramCanvas canvas;
    private final PictureNode picture;
    private final Rectangle ring = new Rectangle();
    private boolean byKeyboard;

    KeyFocus(DiagramCanvas canvas, PictureNode picture) {
        this.canvas = canvas;
        this.picture = picture;
        ring.getStyleClass().add("focus-ring");
        ring.setManaged(false);
        ring.setVisible(false);
        ring.setArcWidth(20);
        ring.setArcHeight(20);
        picture.addFloating(ring);
        canvas.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::follow);
            }
        });
    }

    /// What has the keyboard; null where it is the ground or elsewhere.
    @Nullable
    NodeId current() {
        Stop stop = stop();
        return stop == null ? null : stop.stopId();
    }

    /// By the keyboard: with a ring, and revealed.
    void to(NodeId id) {
        picture.hold(id);
        Stop stop = picture.stop(id);
        if (stop != null) {
            byKeyboard = true;
            stop.node().requestFocus();
            follow();
            canvas.reveal(id);
        }
    }

    /// By the mouse: without a ring. Null for the ground.
    void silentlyTo(@Nullable NodeId card) {
        byKeyboard = false;
        picture.hold(card);
        Stop stop = card == null ? null : picture.stop(card);
        (stop == null ? canvas : stop.node()).requestFocus();
        follow();
    }

    /// Back to the ground.
    void leave() {
        byKeyboard = true;
        canvas.requestFocus();
        follow();
    }

    /// After the picture has changed: the node may be another, or gone.
    void restore(@Nullable NodeId focused) {
        if (focused != null && !focused.equals(current())) {
            picture.hold(picture.has(focused) ? focused : null);
            Stop stop = picture.stop(focused);
            if (stop == null) {
                canvas.requestFocus();
            } else {
                stop.node().requestFocus();
            }
        }
        follow();
    }

    /// Puts the ring where it belongs.
    void follow() {
        Stop stop = byKeyboard ? stop() : null;
        ring.setVisible(stop != null);
        if (stop != null) {
            Box box = stop.stopBox().grown(GAP);
            ring.setX(box.x());
            ring.setY(box.y());
            ring.setWidth(box.width());
            ring.setHeight(box.height());
        }
    }

    private @Nullable Stop stop() {
        Node owner = canvas.getScene() == null ? null : canvas.getScene().getFocusOwner();
        return owner instanceof Stop stop && stop.equals(picture.stop(stop.stopId())) ? stop : null;
    }
}
