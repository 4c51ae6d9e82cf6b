package dev.orrery.layout.layered;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Pinning;
import dev.orrery.layout.Placement;
import java.util.SortedMap;
import java.util.TreeMap;

/// Orrery's own layers from top to bottom, what needs above what is needed. Its routes are used while its boxes lie
/// where it put them, and no boundary is open; else the router finds the lines.
public final class LayeredEngine implements LayoutEngine {
    @Override
    public String id() {
        return "layered";
    }

    @Override
    public Layout layout(LayoutRequest request, Cancellation cancellation) {
        if (request.isPlaced()) {
            return Layout.routed(request.graph(), request.placed(), request.titles(), request.kept(), cancellation);
        }
        cancellation.check();
        VisibleGraph needed = request.graph().needed();
        FlatPicture picture = needed.boundaries().isEmpty() || needed.nodes().isEmpty()
                ? FlatPicture.of(needed, request.sizes(), cancellation)
                : new FlatPicture(NestedPicture.of(request.withGraph(needed), cancellation), new TreeMap<>());
        SortedMap<NodeId, Box> settled = Pinning.settle(
                needed, Pinning.towards(picture.boxes(), request.pins()), request.titles(), request.pins());
        if (!settled.equals(picture.boxes()) || !needed.boundaries().isEmpty()) {
            return Layout.routed(request.graph(), settled, request.titles(), new TreeMap<>(), cancellation);
        }
        return needed.edges().equals(request.graph().edges())
                ? Layout.of(new Placement(settled, new TreeMap<>()), picture.routes())
                : Layout.routed(request.graph(), settled, request.titles(), picture.routes(), cancellation);
    }
}
