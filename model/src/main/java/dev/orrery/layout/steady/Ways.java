package dev.orrery.layout.steady;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Frames;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Placement;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.layout.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which ways of edges can stay: both ends moved alike or not at all, and nothing that moved otherwise came into
/// them.
final class Ways {
    /// From a box that came near.
    private static final double CLEAR = 4;
    /// Ways that are no further away may be in the way of another: the second and third where there are too many.
    private static final List<Double> NEAR = List.of(40.0, 20.0, 10.0);

    private static final int TOO_MANY = 30;

    private final Layout before;
    private final Placement now;
    private final SortedMap<String, Size> titles;
    private final Map<NodeId, Set<String>> around = new HashMap<>();
    /// What came into the way of what moved so.
    private final Map<Point, Obstacles> obstacles = new HashMap<>();

    private record Obstacles(List<Box> boxes, Map<String, Box> frames) {}

    Ways(VisibleGraph graph, Layout before, Placement now, SortedMap<String, Size> titles) {
        this.before = before;
        this.now = now;
        this.titles = titles;
        Map<String, VisibleGraph.Frame> frames = new HashMap<>();
        graph.boundaries().forEach(frame -> frames.put(frame.id(), frame));
        for (VisibleGraph.Node node : graph.nodes()) {
            Set<String> enclosing = new HashSet<>();
            for (String id = node.boundary(); id != null && enclosing.add(id); ) {
                VisibleGraph.Frame frame = frames.get(id);
                id = frame == null ? null : frame.within();
            }
            around.put(node.id(), enclosing);
        }
    }

    /// The ways that need not be looked for again.
    SortedMap<EdgeId, Route> kept(VisibleGraph graph) {
        SortedMap<EdgeId, Route> kept = new TreeMap<>();
        for (VisibleGraph.Edge edge : graph.edges()) {
            Route route = before.routes().get(edge.id());
            Point moved = moved(before.boxes(), now.boxes(), edge.id().from());
            if (route != null
                    && moved != null
                    && moved.equals(moved(before.boxes(), now.boxes(), edge.id().to()))) {
                Route there = new Route(route.points().stream()
                        .map(point -> new Point(point.x() + moved.x(), point.y() + moved.y()))
                        .toList());
                if (isFree(edge.id(), there, obstacles.computeIfAbsent(moved, this::obstacles), CLEAR)) {
                    kept.put(edge.id(), there);
                }
            }
        }
        return kept;
    }

    /// Those that run through a box, or through a boundary where they have no business.
    ///
    /// @param known sound
    SortedMap<EdgeId, Route> unsound(SortedMap<EdgeId, Route> routes, Set<EdgeId> known) {
        Obstacles all = new Obstacles(List.copyOf(now.boxes().values()), now.frames());
        SortedMap<EdgeId, Route> unsound = new TreeMap<>();
        routes.forEach((edge, route) -> {
            if (!known.contains(edge) && !isFree(edge, route, all, 0)) {
                unsound.put(edge, route);
            }
        });
        return unsound;
    }

    /// Those that come near none of the others; the fewer are looked for again, the sooner that is done.
    SortedMap<EdgeId, Route> awayFrom(Collection<Route> others, SortedMap<EdgeId, Route> routes) {
        SortedMap<EdgeId, Route> away = routes;
        for (double near : NEAR) {
            away = awayFrom(others, routes, near);
            if (routes.size() - away.size() <= TOO_MANY) {
                break;
            }
        }
        return away;
    }

    private static SortedMap<EdgeId, Route> awayFrom(
            Collection<Route> others, SortedMap<EdgeId, Route> routes, double distance) {
        List<Box> near = new ArrayList<>();
        others.forEach(route -> pieces(route).forEach(piece -> near.add(piece.grown(distance))));
        SortedMap<EdgeId, Route> away = new TreeMap<>(routes);
        away.values()
                .removeIf(route ->
                        pieces(route).stream().anyMatch(piece -> near.stream().anyMatch(piece::overlaps)));
        return away;
    }

    /// How far something moved without changing its size; null where it is new or changed.
    private static <K> @Nullable Point moved(SortedMap<K, Box> before, SortedMap<K, Box> now, K id) {
        Box old = before.get(id);
        Box box = now.get(id);
        return old == null || box == null || old.width() != box.width() || old.height() != box.height()
                ? null
                : new Point(box.x() - old.x(), box.y() - old.y());
    }

    private Obstacles obstacles(Point moved) {
        List<Box> boxes = new ArrayList<>();
        now.boxes().forEach((id, box) -> {
            if (!moved.equals(moved(before.boxes(), now.boxes(), id))) {
                boxes.add(box);
            }
        });
        Map<String, Box> frames = new TreeMap<>();
        now.frames().forEach((id, box) -> {
            if (!moved.equals(moved(before.frames(), now.frames(), id))) {
                frames.put(id, box);
            }
        });
        return new Obstacles(boxes, frames);
    }

    static List<Box> pieces(Route route) {
        List<Box> pieces = new ArrayList<>();
        for (int i = 1; i < route.points().size(); i++) {
            Point a = route.points().get(i - 1);
            Point b = route.points().get(i);
            pieces.add(Frames.hull(new Box(a.x(), a.y(), 0, 0), new Box(b.x(), b.y(), 0, 0)));
        }
        return pieces;
    }

    /// @param room to boxes
    private boolean isFree(EdgeId edge, Route route, Obstacles obstacles, double room) {
        List<Box> pieces = pieces(route);
        for (Box box : obstacles.boxes()) {
            Box clear = box.grown(room);
            if (pieces.stream().anyMatch(clear::overlaps)) {
                return false;
            }
        }
        return obstacles.frames().entrySet().stream()
                .allMatch(frame -> fits(edge, route, pieces, frame.getKey(), frame.getValue()));
    }

    private boolean fits(EdgeId edge, Route route, List<Box> pieces, String id, Box frame) {
        Box title = Frames.title(frame, titles.getOrDefault(id, new Size(0, 0)));
        if (pieces.stream().anyMatch(title::overlaps)) {
            return false;
        }
        boolean from = around.getOrDefault(edge.from(), Set.of()).contains(id);
        boolean to = around.getOrDefault(edge.to(), Set.of()).contains(id);
        if (!from && !to) {
            return pieces.stream().noneMatch(frame::overlaps);
        }
        int borders = 0;
        for (int i = 1; i < route.points().size(); i++) {
            boolean inside = frame.contains(route.points().get(i - 1));
            boolean next = frame.contains(route.points().get(i));
            borders += inside == next ? (!inside && frame.overlaps(pieces.get(i - 1)) ? 2 : 0) : 1;
        }
        return borders == (from == to ? 0 : 1);
    }
}
