package dev.orrery.layout.elk;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Placement;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.layout.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// ELK's layered algorithm as it comes, boxes and routes, to measure others by. Boundaries and pins are not heeded.
public final class PlainElkEngine implements LayoutEngine {
    private static final long STACK_BYTES = 1L << 30;

    @Override
    public String id() {
        return "plain elk";
    }

    @Override
    public Layout layout(LayoutRequest request, Cancellation cancellation) {
        return DeepStack.call(STACK_BYTES, cancellation, _ -> draw(request));
    }

    private static Layout draw(LayoutRequest request) {
        // Makes ELK's types known to ELK; done once, however often it is asked.
        LayoutMetaDataService.getInstance();
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        Map<NodeId, ElkNode> nodes = new HashMap<>();
        for (VisibleGraph.Node node : request.graph().nodes()) {
            Size size = request.sizes().getOrDefault(node.id(), new Size(0, 0));
            ElkNode drawn = ElkGraphUtil.createNode(graph);
            drawn.setDimensions(size.width(), size.height());
            nodes.put(node.id(), drawn);
        }
        Map<EdgeId, ElkEdge> edges = new HashMap<>();
        for (VisibleGraph.Edge edge : request.graph().edges()) {
            edges.put(
                    edge.id(),
                    ElkGraphUtil.createSimpleEdge(
                            nodes.get(edge.id().from()), nodes.get(edge.id().to())));
        }
        new LayeredLayoutProvider().layout(graph, new NullElkProgressMonitor());
        SortedMap<NodeId, Box> boxes = new TreeMap<>();
        nodes.forEach(
                (id, node) -> boxes.put(id, new Box(node.getX(), node.getY(), node.getWidth(), node.getHeight())));
        SortedMap<EdgeId, Route> routes = new TreeMap<>();
        edges.forEach((id, edge) -> routes.put(id, route(edge.getSections().getFirst())));
        return Layout.of(new Placement(boxes, new TreeMap<>()), routes);
    }

    private static Route route(ElkEdgeSection section) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        return new Route(points);
    }
}
