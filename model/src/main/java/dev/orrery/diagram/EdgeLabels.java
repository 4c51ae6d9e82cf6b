package dev.orrery.diagram;

import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the labels of edges stand. Only an edge that stands for several dependencies has one: their count.
record EdgeLabels(Map<EdgeId, Point> places) {
    static EdgeLabels of(List<VisibleGraph.Edge> edges, Layout layout) {
        Map<EdgeId, Point> places = new HashMap<>();
        for (VisibleGraph.Edge edge : edges) {
            Route route = layout.routes().get(edge.id());
            if (edge.dependencies().size() > 1 && route != null) {
                int middle = route.points().size() / 2;
                Point a = route.points().get(middle - 1);
                Point b = route.points().get(middle);
                places.put(edge.id(), new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2));
            }
        }
        return new EdgeLabels(places);
    }

    static String text(VisibleGraph.Edge edge) {
        return Integer.toString(edge.dependencies().size());
    }

    @Nullable
    Point at(EdgeId edge) {
        return places.get(edge);
    }
}
