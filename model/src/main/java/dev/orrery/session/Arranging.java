package dev.orrery.session;

import dev.orrery.graph.Folding;
import dev.orrery.graph.Hubs;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Layout;
import dev.orrery.topology.Topology;
import org.jspecify.annotations.Nullable;

/// A picture whose layout is being made.
///
/// @param hubs of the graph
/// @param folding whether they are to be folded; automatic where it turns out with the layout
/// @param touched see [Picture#touched]
/// @param byEdit whether an edit asked for it, which is then taken back where the work is given up
public record Arranging(
        Topology topology,
        VisibleGraph graph,
        Hubs hubs,
        Folding folding,
        @Nullable NodeId touched,
        boolean byEdit) {

    /// The picture of a layout.
    ///
    /// @param calmer whether it is that with the hubs folded, where there was a choice
    Picture with(Layout layout, boolean calmer) {
        Hubs folded = switch (folding) {
            case FOLDED -> hubs;
            case DRAWN -> Hubs.NONE;
            case AUTOMATIC -> calmer ? hubs : Hubs.NONE;
        };
        return new Picture(topology, graph, hubs, folded, layout, touched);
    }
}
