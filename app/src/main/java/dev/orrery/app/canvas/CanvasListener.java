package dev.orrery.app.canvas;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Point;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// What the user does on the picture. Called on the FX thread; nothing on the picture changes until a new diagram is
/// shown.
public interface CanvasListener {
    /// A box, an opened boundary (by its title) or nothing was chosen.
    void selected(@Nullable NodeId id);

    /// A service or a missing target was double-clicked or entered.
    void activated(NodeId id);

    /// A boundary is to be collapsed or expanded.
    void toggled(String boundary);

    /// A box was dropped at a new place, or moved by keys.
    ///
    /// @param topLeft in the coordinates of the diagram
    void pinned(NodeId id, Point topLeft);

    /// A menu was asked for.
    ///
    /// @param id null on the ground
    /// @param screen where to open it
    void contextMenu(@Nullable NodeId id, Point2D screen);
}
