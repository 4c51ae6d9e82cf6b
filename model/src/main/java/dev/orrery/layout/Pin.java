package dev.orrery.layout;

import dev.orrery.graph.NodeId;

/// A position set by hand.
///
/// @param x left edge of the box
/// @param y top edge of the box
public record Pin(NodeId node, double x, double y) {}
