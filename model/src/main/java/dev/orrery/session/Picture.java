package dev.orrery.session;

import dev.orrery.graph.Hubs;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Standing;
import dev.orrery.topology.Topology;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is on the picture and where it lies.
///
/// @param topology that the graph shows; older than the opened one while a new layout is being made
/// @param graph that the layout was made for
/// @param hubs those of the graph, folded or not
/// @param folded the hubs that are folded; their edges have no route
/// @param touched the box or frame by which the user changed the picture, to be kept under the cursor; null where
///     none
public record Picture(
        Topology topology,
        VisibleGraph graph,
        Hubs hubs,
        Hubs folded,
        Layout layout,
        @Nullable NodeId touched) {
    public static final Picture EMPTY = new Picture(
            Topology.EMPTY,
            new VisibleGraph(List.of(), List.of(), List.of()),
            Hubs.NONE,
            Hubs.NONE,
            Layout.EMPTY,
            null);

    /// The same, changed by that box or frame.
    Picture touchedAt(@Nullable NodeId node) {
        return new Picture(topology, graph, hubs, folded, layout, node);
    }

    Standing standing() {
        return new Standing(graph, layout);
    }
}
