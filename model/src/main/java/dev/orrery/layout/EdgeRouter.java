package dev.orrery.layout;

import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the ways of edges between boxes that have their places, whoever placed them.
///
/// Routes are orthogonal, from border to border; around boxes and titles; never through a frame that
/// encloses neither end; and through the border of a frame that encloses one end once. Ends are spread
/// along the sides of a box, and routes that run side by side keep a distance. First each edge looks
/// for its cheapest way over a grid of lines between the boxes, knowing the ways of others; then the
/// pieces of all ways are shifted apart.
///
/// Pictures of many boxes are searched on a coarser grid and in more of a hurry. Where boxes
/// were put so close that no way is left, an edge runs straight through.
public final class EdgeRouter {
    /// Up to this many edges, each looks a second time once it knows the ways of all others.
    private static final int WORTH_A_SECOND_LOOK = 150;

    /// The same where the others have their ways already: after an edit, the picture is waited for.
    private static final int WORTH_IT_AFTER_AN_EDIT = 25;

    /// From this many edges on, time matters more than the last bend.
    private static final int MANY = 600;

    private EdgeRouter() {}

    /// A way for every edge whose two boxes have a place.
    ///
    /// @param titles width and height of what is written at the left of each frame's title band
    /// @param kept ways that stay as they are, and around which others go
    /// @throws java.util.concurrent.CancellationException soon after `cancellation` says so
    public static SortedMap<EdgeId, Route> route(
            VisibleGraph graph,
            Placement placement,
            SortedMap<String, Size> titles,
            SortedMap<EdgeId, Route> kept,
            Cancellation cancellation) {
        SortedMap<EdgeId, Route> routes = new TreeMap<>();
        Ground ground = Ground.of(graph, placement, titles);
        List<Search> searches = new ArrayList<>();
        List<KeptWay> standing = new ArrayList<>();
        for (VisibleGraph.Edge edge : graph.edges()) {
            Integer from = ground.numbers().get(edge.id().from());
            Integer to = ground.numbers().get(edge.id().to());
            Route known = kept.get(edge.id());
            if (from != null && to != null && known != null) {
                standing.add(new KeptWay(from, to, known, open(ground, from, to)));
                routes.put(edge.id(), known);
            } else if (from != null && to != null) {
                searches.add(new Search(edge.id(), from, to, open(ground, from, to)));
            }
        }
        if (searches.isEmpty()) {
            return routes;
        }
        List<Lines.Pair> pairs = searches.stream()
                .map(search -> new Lines.Pair(search.from, search.to))
                .toList();
        Grid grid = new Grid(ground, Lines.of(ground, pairs));
        int carefully = standing.isEmpty() ? WORTH_A_SECOND_LOOK : WORTH_IT_AFTER_AN_EDIT;
        WaySearch search = new WaySearch(ground, grid, hurry(searches.size(), carefully));
        standing.forEach(way -> way.occupy(search, grid));
        List<Search> nearFirst = searches.stream()
                .sorted(Comparator.comparingDouble(s -> s.distance(ground)))
                .toList();
        for (Search edge : nearFirst) {
            cancellation.check();
            edge.look(search, grid);
        }
        if (searches.size() <= carefully) {
            for (Search edge : nearFirst) {
                cancellation.check();
                edge.look(search, grid);
            }
        }
        List<Way> ways = new ArrayList<>();
        searches.forEach(edge -> ways.add(edge.way(ground, grid)));
        standing.forEach(way -> ways.add(way.way(ground)));
        cancellation.check();
        Nudging.apart(ways, ground, cancellation);
        for (int i = 0; i < searches.size(); i++) {
            routes.put(searches.get(i).id, ways.get(i).route());
        }
        return routes;
    }

    private static int hurry(int edges, int carefully) {
        if (edges > MANY) {
            return 4;
        }
        return edges > carefully ? 1 : 0;
    }

    /// The frames around one or both ends.
    private static boolean[] open(Ground ground, int from, int to) {
        boolean[] open = new boolean[ground.frames().size()];
        for (int end : new int[] {from, to}) {
            for (int frame = ground.frameOf().get(end);
                    frame >= 0;
                    frame = ground.parents().get(frame)) {
                open[frame] = true;
            }
        }
        return open;
    }

    private static final class Search {
        final EdgeId id;
        final int from;
        final int to;
        final boolean[] open;
        WaySearch.@Nullable Found found;

        Search(EdgeId id, int from, int to, boolean[] open) {
            this.id = id;
            this.from = from;
            this.to = to;
            this.open = open;
        }

        double distance(Ground ground) {
            Box one = ground.boxes().get(from);
            Box other = ground.boxes().get(to);
            return Math.abs(one.centerX() - other.centerX()) + Math.abs(one.centerY() - other.centerY());
        }

        void look(WaySearch search, Grid grid) {
            use(search, grid, -1);
            found = search.find(from, to, open);
            use(search, grid, 1);
        }

        private void use(WaySearch search, Grid grid, int by) {
            if (found != null) {
                List<Integer> turns = found.turns();
                search.crowd(from, turns.getFirst(), found.firstDown(), by);
                search.crowd(to, turns.getLast(), found.lastDown(), by);
                for (int i = 1; i < turns.size(); i++) {
                    grid.use(turns.get(i - 1), turns.get(i), by);
                }
            }
        }

        Way way(Ground ground, Grid grid) {
            Box start = ground.boxes().get(from);
            Box end = ground.boxes().get(to);
            if (found == null) {
                return new Way(start, end, through(start, end), open, false);
            }
            List<Point> corners = new ArrayList<>();
            for (int turn : found.turns()) {
                corners.add(new Point(grid.xs[turn % grid.width], grid.ys[turn / grid.width]));
            }
            Point first = border(start, corners.getFirst(), found.firstDown());
            Point last = border(end, corners.getLast(), found.lastDown());
            // The first and last crossing lie on the pieces that touch the boxes and are no corners themselves, unless
            // the way turns there.
            List<Point> points = new ArrayList<>();
            points.add(first);
            for (int i = 0; i < corners.size(); i++) {
                Point before = points.getLast();
                Point here = corners.get(i);
                Point next = i + 1 < corners.size() ? corners.get(i + 1) : last;
                boolean straight = (before.x() == here.x() && here.x() == next.x())
                        || (before.y() == here.y() && here.y() == next.y());
                if (!straight && !here.equals(next)) {
                    points.add(here);
                }
            }
            points.add(last);
            return new Way(start, end, points, open, false);
        }

        private static Point border(Box box, Point near, boolean down) {
            return down
                    ? new Point(near.x(), near.y() < box.y() ? box.y() : box.bottom())
                    : new Point(near.x() < box.x() ? box.x() : box.right(), near.y());
        }

        private static List<Point> through(Box start, Box end) {
            boolean below = end.centerY() >= start.centerY();
            Point first = new Point(start.centerX(), below ? start.bottom() : start.y());
            Point last = new Point(end.centerX(), below ? end.y() : end.bottom());
            if (first.x() == last.x()) {
                return List.of(first, last);
            }
            double middle = Math.rint((first.y() + last.y()) / 2);
            return List.of(first, new Point(first.x(), middle), new Point(last.x(), middle), last);
        }
    }
}
