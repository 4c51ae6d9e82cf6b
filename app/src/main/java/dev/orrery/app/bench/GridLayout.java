package dev.orrery.app.bench;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.layout.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Boxes in a grid, those of a boundary in a grid of their own, and lines with two bends: for measuring how fast a
/// picture is drawn, however long a good layout of it would take.
final class GridLayout {
    private static final double GAP_X = 60;
    private static final double GAP_Y = 56;
    private static final double INSET = 20;
    private static final double BAND = 30;

    private final SortedMap<NodeId, Box> boxes = new TreeMap<>();
    private final SortedMap<String, Box> frames = new TreeMap<>();

    private GridLayout() {}

    static Layout of(LayoutRequest request) {
        GridLayout grid = new GridLayout();
        SortedMap<String, List<NodeId>> members = new TreeMap<>();
        List<NodeId> loose = new ArrayList<>();
        for (VisibleGraph.Node node : request.graph().nodes()) {
            String boundary = node.boundary();
            (boundary == null ? loose : members.computeIfAbsent(boundary, _ -> new ArrayList<>())).add(node.id());
        }
        double y = 0;
        double x = 0;
        double row = 0;
        int columns = columns(members.size());
        int at = 0;
        for (var boundary : members.entrySet()) {
            Box frame = grid.block(boundary.getKey(), boundary.getValue(), request.sizes(), x, y);
            row = Math.max(row, frame.height());
            x = frame.right() + GAP_X;
            if (++at % columns == 0) {
                x = 0;
                y += row + GAP_Y;
                row = 0;
            }
        }
        grid.block(null, loose, request.sizes(), 0, y + row + GAP_Y);
        SortedMap<EdgeId, Route> routes = new TreeMap<>();
        for (VisibleGraph.Edge edge : request.graph().edges()) {
            Box from = grid.boxes.get(edge.id().from());
            Box to = grid.boxes.get(edge.id().to());
            if (from != null && to != null) {
                routes.put(edge.id(), route(from, to, routes.size()));
            }
        }
        double right = 0;
        double bottom = 0;
        for (Box box : grid.boxes.values()) {
            right = Math.max(right, box.right() + INSET);
            bottom = Math.max(bottom, box.bottom() + INSET);
        }
        return new Layout(grid.boxes, grid.frames, routes, new Box(0, 0, right, bottom));
    }

    private Box block(
            @Nullable String boundary, List<NodeId> nodes, SortedMap<NodeId, Size> sizes, double left, double top) {
        int columns = columns(nodes.size());
        double x = left + INSET;
        double y = top + BAND;
        double row = 0;
        double right = left;
        int at = 0;
        for (NodeId node : nodes) {
            Size size = sizes.get(node);
            if (size == null) {
                throw new IllegalStateException("no size of " + node);
            }
            boxes.put(node, new Box(x, y, size.width(), size.height()));
            row = Math.max(row, size.height());
            x += size.width() + GAP_X;
            right = Math.max(right, x - GAP_X);
            if (++at % columns == 0 && at < nodes.size()) {
                x = left + INSET;
                y += row + GAP_Y;
                row = 0;
            }
        }
        Box frame = new Box(left, top, right + INSET - left, y + row + INSET - top);
        if (boundary != null) {
            frames.put(boundary, frame);
        }
        return frame;
    }

    private static Route route(Box from, Box to, int number) {
        double lane = from.right() + 8 + number % 11 * 4;
        double out = from.centerY() - 12 + number % 7 * 4;
        double in = to.centerY() - 12 + number % 5 * 6;
        return new Route(List.of(
                new Point(from.right(), out), new Point(lane, out), new Point(lane, in), new Point(to.x(), in)));
    }

    /// A little wider than high, as screens are.
    private static int columns(int count) {
        return Math.max(1, (int) Math.ceil(Math.sqrt(count) * 0.8));
    }
}
