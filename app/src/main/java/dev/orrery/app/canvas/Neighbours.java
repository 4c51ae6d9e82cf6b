package dev.orrery.app.canvas;

import dev.orrery.graph.NodeId;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Lifts the edges of the card that the mouse rests on, and the cards at their other ends, while the other edges step
/// back. A short wait keeps the picture calm while the mouse only passes.
final class Neighbours {
    private final PictureNode picture;
    private final Runnable changed;
    private final PauseTransition rest = new PauseTransition(Duration.millis(90));
    private @Nullable NodeId hovered;
    private @Nullable NodeId lit;

    /// @param changed told when something else stands out
    Neighbours(PictureNode picture, Runnable changed) {
        this.picture = picture;
        this.changed = changed;
        rest.setOnFinished(_ -> light(hovered));
    }

    void hover(@Nullable NodeId id) {
        if (id == null ? hovered != null : !id.equals(hovered)) {
            hovered = id;
            rest.playFromStart();
        }
    }

    /// Once more, after the picture has changed.
    void refresh() {
        if (lit != null) {
            light(lit);
        }
    }

    private void light(@Nullable NodeId id) {
        if (lit != null || id != null) {
            picture.light(id);
            lit = picture.painting().lit().id();
            changed.run();
        }
    }
}
