package dev.orrery.app.canvas;

import dev.orrery.graph.NodeId;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Lifts the edges of the card that the mouse rests on, and the cards at their other ends, while the other edges step
/// back. A short wait keeps the picture calm while the mouse only passes.
final class Neighbours {
    private final PictureNode picture;
    private final PauseTransition rest = new PauseTransition(Duration.millis(90));
    private @Nullable NodeId hovered;
    private @Nullable NodeId lit;

    Neighbours(PictureNode picture) {
        this.picture = picture;
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
        NodeId again = lit;
        if (again != null) {
            light(null);
            light(picture.card(again) == null ? null : again);
        }
    }

    private void light(@Nullable NodeId id) {
        if (lit == null && id == null) {
            return;
        }
        if (lit != null) {
            near(lit, false);
        }
        lit = id;
        for (EdgeNode edge : picture.edges()) {
            NodeId from = edge.edge().id().from();
            NodeId to = edge.edge().id().to();
            boolean near = from.equals(id) || to.equals(id);
            edge.near(near, id != null && !near);
        }
        if (id != null) {
            near(id, true);
        }
    }

    private void near(NodeId id, boolean near) {
        mark(id, near);
        for (EdgeNode edge : picture.edges()) {
            NodeId from = edge.edge().id().from();
            NodeId to = edge.edge().id().to();
            if (from.equals(id)) {
                mark(to, near);
            } else if (to.equals(id)) {
                mark(from, near);
            }
        }
    }

    private void mark(NodeId id, boolean near) {
        CardNode card = picture.card(id);
        if (card != null) {
            card.pseudoClassStateChanged(Looks.NEAR, near);
        }
    }
}
