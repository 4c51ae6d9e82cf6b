package dev.orrery.app.canvas;

import dev.orrery.graph.NodeId;

/// Where something that is dragged over the picture would be let go.
public sealed interface Landing {
    /// In an opened boundary, the innermost there, or on the card of a collapsed one.
    record Inside(String boundary) implements Landing {}

    /// In no boundary.
    record Ground() implements Landing {}

    /// On a card, at the end of a line that is drawn.
    record On(NodeId card) implements Landing {}
}
