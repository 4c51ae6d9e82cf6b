package dev.orrery.app.canvas;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Point;
import java.util.Set;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// What the user does on the picture. Called on the FX thread; nothing on the picture changes until a new diagram is
/// shown.
public interface CanvasListener {
    /// A box, an opened boundary (by its title) or nothing was chosen.
    void selected(@Nullable NodeId id);

    /// A box was clicked with Shift held: it is the other end of a path from what is selected.
    void joined(NodeId id);

    /// Escape, while nothing is in the hand.
    void escaped();

    /// A service or a missing target was double-clicked or entered.
    void activated(NodeId id);

    /// A boundary is to be collapsed or expanded.
    void toggled(String boundary);

    /// A badge was clicked: the lines for which it stands are to be shown or hidden.
    void unfolded(Set<EdgeId> lines);

    /// A box was dropped at a new place, or moved by keys.
    ///
    /// @param topLeft in the coordinates of the diagram
    void pinned(NodeId id, Point topLeft);

    /// What it would change to let something go there, in words.
    ///
    /// @param dragged the card, or that at which a line begins
    /// @return null where it would only put the card there, or draw no line
    default @Nullable String offered(NodeId dragged, Landing landing) {
        return null;
    }

    /// Something was let go where that was offered to change something.
    default void landed(NodeId dragged, Landing landing) {}

    /// A menu was asked for.
    ///
    /// @param id null on the ground
    /// @param screen where to open it
    void contextMenu(@Nullable NodeId id, Point2D screen);
}
