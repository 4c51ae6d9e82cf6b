package dev.orrery.layout.steady;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.EdgeRouter;
import dev.orrery.layout.Frames;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Placement;
import dev.orrery.layout.Route;
import dev.orrery.layout.Standing;
import java.util.Optional;
import java.util.SortedMap;

/// Changes a picture no more than it must. Without one to follow, and where most of it would be new, another engine
/// draws it.
public final class SteadyEngine implements LayoutEngine {
    private final LayoutEngine fresh;

    /// @param fresh draws what follows nothing
    public SteadyEngine(LayoutEngine fresh) {
        this.fresh = fresh;
    }

    @Override
    public String id() {
        return "steady";
    }

    @Override
    public Layout layout(LayoutRequest request, Cancellation cancellation) {
        if (request.isPlaced() || request.standing().equals(Standing.NONE)) {
            return fresh.layout(request, cancellation);
        }
        Optional<SortedMap<NodeId, Box>> places = Places.of(request, fresh, cancellation);
        return places.map(boxes -> routed(request, boxes, cancellation))
                .orElseGet(() -> fresh.layout(request.withStanding(Standing.NONE), cancellation));
    }

    private static Layout routed(LayoutRequest request, SortedMap<NodeId, Box> boxes, Cancellation cancellation) {
        Placement now = new Placement(boxes, Frames.around(request.graph(), boxes, request.titles()));
        SortedMap<EdgeId, Route> kept =
                Ways.kept(request.graph(), request.standing().layout(), now, request.titles());
        return Layout.of(now, EdgeRouter.route(request.graph(), now, request.titles(), kept, cancellation));
    }
}
