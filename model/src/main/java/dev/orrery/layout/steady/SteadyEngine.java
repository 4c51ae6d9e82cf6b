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
import java.util.TreeMap;

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

    /// Beside ways that stay there is not always room for another. Then those near it are looked for again, and where
    /// that does not help, all of them.
    private static Layout routed(LayoutRequest request, SortedMap<NodeId, Box> boxes, Cancellation cancellation) {
        Placement now = new Placement(boxes, Frames.around(request.graph(), boxes, request.titles()));
        Ways ways = new Ways(request.graph(), request.standing().layout(), now, request.titles());
        SortedMap<EdgeId, Route> kept = ways.kept(request.graph());
        SortedMap<EdgeId, Route> routes = route(request, now, kept, cancellation);
        SortedMap<EdgeId, Route> unsound = ways.unsound(routes, kept.keySet());
        if (!unsound.isEmpty()) {
            SortedMap<EdgeId, Route> fewer = ways.awayFrom(unsound.values(), kept);
            routes = route(request, now, fewer, cancellation);
            if (!ways.unsound(routes, fewer.keySet()).isEmpty()) {
                routes = route(request, now, new TreeMap<>(), cancellation);
            }
        }
        return Layout.of(now, routes);
    }

    private static SortedMap<EdgeId, Route> route(
            LayoutRequest request, Placement now, SortedMap<EdgeId, Route> kept, Cancellation cancellation) {
        return EdgeRouter.route(request.graph(), now, request.titles(), kept, cancellation);
    }
}
