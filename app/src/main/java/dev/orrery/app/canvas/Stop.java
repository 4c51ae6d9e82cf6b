package dev.orrery.app.canvas;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import javafx.scene.Node;

/// What the keyboard and the mouse can be at: a card, or the title of an opened boundary.
sealed interface Stop permits CardNode, FrameNode {
    NodeId stopId();

    Node node();

    /// Where the focus ring goes.
    Box stopBox();
}
