package dev.orrery.guide;

import dev.orrery.graph.NodeId;

/// What a named view asks of the picture.
public sealed interface Asked {
    Asked NOTHING = new Nothing();

    record Nothing() implements Asked {}

    /// The neighbourhood of one thing.
    ///
    /// @param hops how many steps away, from 1
    record Focus(NodeId on, int hops) implements Asked {}

    /// The shortest path from the one to the other.
    record Path(NodeId from, NodeId to) implements Asked {}
}
