package dev.orrery.app.parts;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Keeps the focus inside a layer while that lies over the window, and gives it back afterwards.
public final class FocusTrap {
    private final Node layer;
    private final Node home;
    private final ChangeListener<Node> hold = (_, _, owner) -> holdBack(owner);
    private @Nullable Scene scene;
    private @Nullable Node before;

    /// @param home in the layer; gets the focus at first, and whenever it would get away
    public FocusTrap(Node layer, Node home) {
        this.layer = layer;
        this.home = home;
    }

    /// Nothing happens where it is shut already.
    public void shut() {
        Scene now = layer.getScene();
        if (scene == null && now != null) {
            scene = now;
            before = now.getFocusOwner();
            now.focusOwnerProperty().addListener(hold);
        }
        home.requestFocus();
    }

    public void open() {
        if (scene != null) {
            scene.focusOwnerProperty().removeListener(hold);
            scene = null;
        }
        if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    private void holdBack(@Nullable Node owner) {
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at.equals(layer)) {
                return;
            }
        }
        home.requestFocus();
    }
}
