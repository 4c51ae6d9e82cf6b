package dev.orrery.session;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.topology.Topology;
import org.jspecify.annotations.Nullable;

/// A picture whose layout is being made.
///
/// @param touched see [Picture#touched]
/// @param byEdit whether an edit asked for it, which is then taken back where the work is given up
public record Arranging(
        Topology topology, VisibleGraph graph, @Nullable NodeId touched, boolean byEdit) {}
