package dev.orrery.layout.steady;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
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
import java.util.Set;
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

    /// Beside ways that stay there is not always room for another. Then those near it are looked for again; where that
    /// does not help, it takes the way that it would take if there were no others, whoever runs there too. To look
    /// for all of them again takes ten times as long, and helped no more often.
    private static Layout routed(LayoutRequest request, SortedMap<NodeId, Box> boxes, Cancellation cancellation) {
        Placement now = new Placement(boxes, Frames.around(request.graph(), boxes, request.titles()));
        Ways ways = new Ways(request.graph(), request.standing().layout(), now, request.titles());
        SortedMap<EdgeId, Route> kept = ways.kept(request.graph());
        SortedMap<EdgeId, Route> routes = route(request, now, kept, cancellation);
        SortedMap<EdgeId, Route> unsound = ways.unsound(routes, kept.keySet());
        if (unsound.isEmpty()) {
            return Layout.of(now, routes);
        }
        SortedMap<EdgeId, Route> alone = alone(request, now, unsound.keySet(), cancellation);
        alone.keySet().removeAll(ways.unsound(alone, Set.of()).keySet());
        if (!alone.isEmpty()) {
            SortedMap<EdgeId, Route> fewer = ways.awayFrom(alone.values(), kept);
            SortedMap<EdgeId, Route> again = route(request, now, fewer, cancellation);
            Set<EdgeId> still = ways.unsound(again, fewer.keySet()).keySet();
            // Not at the cost of those that had sound ways.
            if (unsound.keySet().containsAll(still)) {
                routes = again;
                alone.keySet().retainAll(still);
            }
            routes.putAll(alone);
        }
        return Layout.of(now, routes);
    }

    /// The ways of some edges where no others have one.
    private static SortedMap<EdgeId, Route> alone(
            LayoutRequest request, Placement now, Set<EdgeId> edges, Cancellation cancellation) {
        VisibleGraph graph = request.graph();
        VisibleGraph fewer = new VisibleGraph(
                graph.nodes(),
                graph.boundaries(),
                graph.edges().stream().filter(edge -> edges.contains(edge.id())).toList());
        return route(request.withGraph(fewer), now, new TreeMap<>(), cancellation);
    }

    private static SortedMap<EdgeId, Route> route(
            LayoutRequest request, Placement now, SortedMap<EdgeId, Route> kept, Cancellation cancellation) {
        return EdgeRouter.route(request.graph(), now, request.titles(), kept, cancellation);
    }
}
