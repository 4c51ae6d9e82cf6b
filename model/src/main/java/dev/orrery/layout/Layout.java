package dev.orrery.layout;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Where everything of a visible graph lies.
///
/// @param boxes of every node
/// @param frames of every opened boundary, title band included
/// @param routes of every edge
/// @param bounds around all of it
public record Layout(
        SortedMap<NodeId, Box> boxes, SortedMap<String, Box> frames, SortedMap<EdgeId, Route> routes, Box bounds) {

    public static final Layout EMPTY =
            new Layout(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new Box(0, 0, 0, 0));

    public Layout {
        boxes = Collections.unmodifiableSortedMap(new TreeMap<>(boxes));
        frames = Collections.unmodifiableSortedMap(new TreeMap<>(frames));
        routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
    }

    /// The same without the ways of all other edges.
    public Layout withRoutesOf(Set<EdgeId> edges) {
        SortedMap<EdgeId, Route> left = new TreeMap<>(routes);
        return left.keySet().retainAll(edges) ? new Layout(boxes, frames, left, bounds) : this;
    }

    /// The picture of boxes that have their places: frames around them and routes between them.
    ///
    /// @param titles least width and height of every opened boundary's title band
    /// @param kept ways that stay as they are
    /// @throws java.util.concurrent.CancellationException soon after `cancellation` says so
    public static Layout routed(
            VisibleGraph graph,
            SortedMap<NodeId, Box> boxes,
            SortedMap<String, Size> titles,
            SortedMap<EdgeId, Route> kept,
            Cancellation cancellation) {
        Placement placement = new Placement(boxes, Frames.around(graph, boxes, titles));
        SortedMap<EdgeId, Route> routes = EdgeRouter.route(graph, placement, titles, kept, cancellation);
        return of(placement, routes);
    }

    /// The picture of what has its places and routes.
    public static Layout of(Placement placement, SortedMap<EdgeId, Route> routes) {
        Stream<Box> corners = routes.values().stream()
                .flatMap(route -> route.points().stream())
                .map(point -> new Box(point.x(), point.y(), 0, 0));
        Box bounds = Stream.of(placement.boxes().values().stream(), placement.frames().values().stream(), corners)
                .flatMap(Function.identity())
                .reduce(Frames::hull)
                .orElse(EMPTY.bounds());
        return new Layout(placement.boxes(), placement.frames(), routes, bounds);
    }
}
