package dev.orrery.layout.elk;

import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Point;
import dev.orrery.layout.Size;
import dev.orrery.layout.Spacing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.GreedySwitchType;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.IElkProgressMonitor;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Places boxes that lie in no boundary of their own in layers, top down, with ELK: one connected graph
/// at a time.
final class FlatLayers {
    /// ELK takes 0 for "another picture every time".
    private static final int SEED = 1;

    private FlatLayers() {}

    /// An edge between two of the boxes.
    ///
    /// @param fromX where it leaves the box at `from`, from the box's left edge
    /// @param toX where it enters the box at `to`
    record Edge(int from, int to, double fromX, double toX) {}

    /// The top left corners of the boxes, in whole pixels, in the order of `sizes`.
    ///
    /// @param widestLayer how many boxes a layer may hold; 0 for as many as there are
    static List<Point> place(List<Size> sizes, List<Edge> edges, int widestLayer, Cancellation cancellation) {
        // Makes ELK's types known to ELK; done once, however often it is asked.
        LayoutMetaDataService.getInstance();
        ElkNode graph = ElkGraphUtil.createGraph();
        configure(graph, widestLayer);
        List<ElkNode> nodes = new ArrayList<>();
        for (Size size : sizes) {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setDimensions(size.width(), size.height());
            node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
            node.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.noneOf(SizeConstraint.class));
            nodes.add(node);
        }
        connect(nodes, edges);
        new LayeredLayoutProvider().layout(graph, monitor(cancellation));
        cancellation.check();
        return inRows(nodes);
    }

    private static void configure(ElkNode graph, int widestLayer) {
        graph.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.RANDOM_SEED, SEED);
        graph.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        graph.setProperty(LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_TYPE, GreedySwitchType.TWO_SIDED);
        graph.setProperty(LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_ACTIVATION_THRESHOLD, 0);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
        graph.setProperty(LayeredOptions.GENERATE_POSITION_AND_LAYER_IDS, true);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, Spacing.BESIDE);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, Spacing.BELOW);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 8.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 8.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 16.0);
        if (widestLayer > 0) {
            graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.COFFMAN_GRAHAM);
            graph.setProperty(LayeredOptions.LAYERING_COFFMAN_GRAHAM_LAYER_BOUND, widestLayer);
        }
    }

    /// Circles are broken here, because ports lie where the members of a boundary lie: a turned edge
    /// then leaves at the bottom like every other, where ELK would lead it around the box.
    private static void connect(List<ElkNode> nodes, List<Edge> edges) {
        int[] from = edges.stream().mapToInt(Edge::from).toArray();
        int[] to = edges.stream().mapToInt(Edge::to).toArray();
        int[] rank = Acyclic.ranks(nodes.size(), from, to);
        for (Edge edge : edges) {
            boolean turned = rank[edge.from()] > rank[edge.to()];
            int upper = turned ? edge.to() : edge.from();
            int lower = turned ? edge.from() : edge.to();
            ElkGraphUtil.createSimpleEdge(
                    port(nodes.get(upper), PortSide.SOUTH, turned ? edge.toX() : edge.fromX()),
                    port(nodes.get(lower), PortSide.NORTH, turned ? edge.fromX() : edge.toX()));
        }
    }

    private static ElkPort port(ElkNode node, PortSide side, double x) {
        double y = side == PortSide.NORTH ? 0 : node.getHeight();
        for (ElkPort port : node.getPorts()) {
            if (port.getX() == x && port.getY() == y) {
                return port;
            }
        }
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setLocation(x, y);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        return port;
    }

    /// ELK centres the boxes of a layer on a line; rows read more calmly with their tops level.
    private static List<Point> inRows(List<ElkNode> nodes) {
        Map<Integer, Double> tops = new TreeMap<>();
        double left = Double.MAX_VALUE;
        for (ElkNode node : nodes) {
            tops.merge(node.getProperty(LayeredOptions.LAYERING_LAYER_ID), node.getY(), Math::min);
            left = Math.min(left, node.getX());
        }
        double top = tops.values().stream().mapToDouble(y -> y).min().orElse(0);
        List<Point> corners = new ArrayList<>();
        for (ElkNode node : nodes) {
            double rowTop = tops.getOrDefault(node.getProperty(LayeredOptions.LAYERING_LAYER_ID), node.getY());
            corners.add(new Point(Math.rint(node.getX() - left), Math.rint(rowTop - top)));
        }
        return corners;
    }

    private static IElkProgressMonitor monitor(Cancellation cancellation) {
        return new NullElkProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return cancellation.isCancelled();
            }

            @Override
            public IElkProgressMonitor subTask(float work) {
                return this;
            }
        };
    }
}
