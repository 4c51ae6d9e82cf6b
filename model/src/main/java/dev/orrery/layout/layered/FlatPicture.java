package dev.orrery.layout.layered;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Block;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Packing;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.layout.Size;
import dev.orrery.layout.Spacing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A graph without boundaries: what hangs together is layered, and the parts are packed towards the shape of a screen.
record FlatPicture(SortedMap<NodeId, Box> boxes, SortedMap<EdgeId, Route> routes) {
    private static final Size NOTHING = new Size(0, 0);

    static FlatPicture of(VisibleGraph graph, SortedMap<NodeId, Size> sizes, Cancellation cancellation) {
        List<Block> joined = new ArrayList<>();
        List<Block> alone = new ArrayList<>();
        SortedMap<EdgeId, Route> routes = new TreeMap<>();
        for (Component component : Component.of(graph)) {
            List<Size> boxes = component.nodes().stream()
                    .map(id -> sizes.getOrDefault(id, NOTHING))
                    .toList();
            if (boxes.size() == 1) {
                Size only = boxes.getFirst();
                alone.add(Block.of(component.nodes().getFirst(), only.width(), only.height()));
            } else {
                LayeredPart part = LayeredPart.of(component.graph(), boxes, cancellation);
                joined.add(part.block(component.nodes(), boxes));
                for (int edge = 0; edge < component.edges().size(); edge++) {
                    routes.put(component.edges().get(edge), part.routes().get(edge));
                }
            }
        }
        SortedMap<NodeId, Box> packed = packed(joined, alone).boxes();
        Map<NodeId, Box> before = new HashMap<>();
        joined.forEach(block -> before.putAll(block.boxes()));
        routes.replaceAll((id, route) -> {
            Box from = before.get(id.from());
            Box to = packed.get(id.from());
            return from == null || to == null ? route : shifted(route, from, to);
        });
        return new FlatPicture(packed, routes);
    }

    private static Block packed(List<Block> joined, List<Block> alone) {
        if (joined.isEmpty()) {
            return alone.isEmpty()
                    ? new Block(0, 0, new TreeMap<>())
                    : Packing.grid(alone, Packing.columns(alone, Packing.ASPECT), Spacing.CLOSE);
        }
        Block rest = Packing.rows(joined, Packing.ASPECT);
        return alone.isEmpty() ? rest : Packing.apart(rest, alone, Packing.ASPECT);
    }

    /// A route goes where its box went.
    private static Route shifted(Route route, Box from, Box to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        return new Route(route.points().stream()
                .map(point -> new Point(point.x() + dx, point.y() + dy))
                .toList());
    }
}
