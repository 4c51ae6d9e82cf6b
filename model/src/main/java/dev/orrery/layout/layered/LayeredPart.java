package dev.orrery.layout.layered;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Block;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.layout.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One connected graph, drawn.
///
/// @param corners the top left corner of each box
/// @param routes of the edges
/// @param width lines at the sides included
record LayeredPart(List<Point> corners, List<Route> routes, double width, double height) {
    /// Larger graphs get layers that are only nearly the best.
    private static final int MOST_FOR_SIMPLEX = 3_000;

    private static final int PIVOTS = 4;

    /// @param graph connected
    static LayeredPart of(Digraph graph, List<Size> sizes, Cancellation cancellation) {
        Acyclic acyclic = Acyclic.of(graph.nodes(), graph.from(), graph.to());
        Levels levels = new Levels(acyclic.graph(), layers(acyclic.graph()));
        double[] widths = sizes.stream().mapToDouble(Size::width).toArray();
        Strands strands = Strands.of(acyclic.edgeOf(), levels, widths);
        Gaps gaps = new Gaps(graph.nodes(), strands.widths());
        Arrangement arrangement = Arrangement.of(levels, gaps, Effort.of(levels), cancellation);
        cancellation.check();
        double[] x = fromZero(Alignment.of(arrangement, gaps, Ports.CORNER), strands.widths());
        double[] heights = sizes.stream().mapToDouble(Size::height).toArray();
        Ports ports = Ports.of(arrangement.rows(), strands, x);
        Alignment.meet(arrangement.rows(), gaps, x, strands, ports);
        Descent descent = new Descent(levels, strands, ports, x, heights);
        List<Point> corners = new ArrayList<>();
        for (int node = 0; node < graph.nodes(); node++) {
            corners.add(new Point(x[node] - widths[node] / 2, descent.top(node)));
        }
        List<Route> routes = new ArrayList<>();
        for (int edge = 0; edge < graph.edges(); edge++) {
            List<Point> points = descent.route(edge);
            routes.add(new Route(acyclic.turned()[edge] ? points.reversed() : points));
        }
        double right = 0;
        for (int item = 0; item < x.length; item++) {
            right = Math.max(right, x[item] + strands.widths()[item] / 2);
        }
        return new LayeredPart(corners, routes, Math.ceil(right), descent.height());
    }

    /// @param graph connected, without circles
    static int[] layers(Digraph graph) {
        return graph.nodes() <= MOST_FOR_SIMPLEX
                ? NetworkSimplex.layers(graph, PIVOTS * graph.nodes())
                : Layering.promoted(graph);
    }

    Block block(List<NodeId> ids, List<Size> sizes) {
        SortedMap<NodeId, Box> boxes = new TreeMap<>();
        for (int i = 0; i < ids.size(); i++) {
            Point corner = corners.get(i);
            Size size = sizes.get(i);
            boxes.put(ids.get(i), new Box(corner.x(), corner.y(), size.width(), size.height()));
        }
        return new Block(width, height, boxes);
    }

    private static double[] fromZero(double[] x, double[] widths) {
        double left = Double.MAX_VALUE;
        for (int item = 0; item < x.length; item++) {
            left = Math.min(left, x[item] - widths[item] / 2);
        }
        double shift = Math.floor(left);
        return Arrays.stream(x).map(at -> at - shift).toArray();
    }
}
