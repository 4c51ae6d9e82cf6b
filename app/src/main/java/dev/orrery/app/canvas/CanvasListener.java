package dev.orrery.app.canvas;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.inspection.Finding;
import dev.orrery.layout.Point;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// What the user does on the picture. Called on the FX thread; nothing on the picture changes until a new diagram is
/// shown.
public interface CanvasListener {
    /// A box, an opened boundary (by its title) or nothing was chosen.
    void selected(@Nullable NodeId id);

    /// A box was clicked with Ctrl or Command held: it is selected too, or no longer.
    default void selectedMore(NodeId id) {}

    /// Boxes inside a band that was drawn over the picture, or that a key takes in.
    ///
    /// @param ids in order; empty where nothing is in the band
    /// @param more whether what is selected stays so
    default void selectedAll(List<NodeId> ids, boolean more) {}

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

    /// The mark of these findings was clicked.
    default void found(List<Finding> findings) {}

    /// Boxes were dropped at new places, or moved by keys.
    ///
    /// @param topLefts in the coordinates of the diagram
    void pinned(SortedMap<NodeId, Point> topLefts);

    /// What it would change to let something go there, in words.
    ///
    /// @param dragged the cards, or that at which a line begins
    /// @return null where it would only put the cards there, or draw no line
    default @Nullable String offered(SortedSet<NodeId> dragged, Landing landing) {
        return null;
    }

    /// Something was let go where that was offered to change something.
    default void landed(SortedSet<NodeId> dragged, Landing landing) {}

    /// A menu was asked for.
    ///
    /// @param id null on the ground
    /// @param screen where to open it
    void contextMenu(@Nullable NodeId id, Point2D screen);
}
