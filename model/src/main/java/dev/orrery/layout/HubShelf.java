package dev.orrery.layout;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Puts folded hubs, which no line ties to a place any more, in a row of their own above the picture that another
/// engine makes of the rest: there they are found at once, and what grows below moves none of them. A hub that has
/// lines to what it needs itself, lies in a boundary or is pinned stays among the rest.
public final class HubShelf implements LayoutEngine {
    private static final double BETWEEN = 40;
    private static final double BELOW = 56;
    private static final double LEAST_WIDTH = 1_000;

    private final LayoutEngine engine;

    public HubShelf(LayoutEngine engine) {
        this.engine = engine;
    }

    @Override
    public String id() {
        return engine.id();
    }

    @Override
    public Layout layout(LayoutRequest request, Cancellation cancellation) {
        SortedSet<NodeId> shelved = request.isPlaced() ? new TreeSet<>() : shelved(request);
        if (shelved.isEmpty()) {
            return engine.layout(request, cancellation);
        }
        VisibleGraph graph = request.graph();
        VisibleGraph rest = new VisibleGraph(
                graph.nodes().stream()
                        .filter(node -> !shelved.contains(node.id()))
                        .toList(),
                graph.boundaries(),
                graph.edges());
        Layout below = engine.layout(request.withGraph(rest), cancellation);
        SortedMap<NodeId, Box> boxes = new TreeMap<>(below.boxes());
        boxes.putAll(row(shelved, request.sizes(), below.bounds()));
        return Layout.of(new Placement(boxes, below.frames()), below.routes());
    }

    private static SortedSet<NodeId> shelved(LayoutRequest request) {
        Set<NodeId> tied = new HashSet<>();
        for (VisibleGraph.Edge edge : request.graph().edges()) {
            EdgeId id = edge.id();
            tied.add(id.from());
            tied.add(id.to());
        }
        request.pins().forEach(pin -> tied.add(pin.node()));
        SortedSet<NodeId> shelved = new TreeSet<>();
        for (VisibleGraph.Node node : request.graph().nodes()) {
            if (request.folded().holds(node.id()) && node.boundary() == null && !tied.contains(node.id())) {
                shelved.add(node.id());
            }
        }
        // Somebody has to lie below.
        return shelved.size() < request.graph().nodes().size() ? shelved : new TreeSet<>();
    }

    /// From the left, in as many rows as the width of the rest needs; the lowest ends above it.
    private static SortedMap<NodeId, Box> row(SortedSet<NodeId> hubs, SortedMap<NodeId, Size> sizes, Box below) {
        double most = below.x() + Math.max(LEAST_WIDTH, below.width());
        SortedMap<NodeId, Box> boxes = new TreeMap<>();
        double x = below.x();
        double y = 0;
        double height = 0;
        for (NodeId hub : hubs) {
            Size size = sizes.getOrDefault(hub, new Size(0, 0));
            if (x > below.x() && x + size.width() > most) {
                x = below.x();
                y += height + BETWEEN;
                height = 0;
            }
            boxes.put(hub, new Box(x, y, size.width(), size.height()));
            x += size.width() + BETWEEN;
            height = Math.max(height, size.height());
        }
        double up = below.y() - BELOW - y - height;
        boxes.replaceAll((_, box) -> box.moved(0, up));
        return boxes;
    }
}
