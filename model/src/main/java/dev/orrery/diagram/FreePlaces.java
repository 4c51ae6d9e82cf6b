package dev.orrery.diagram;

import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.LabelPlacement;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.layout.Size;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where words have room among the lines of a layout.
///
/// @param labels centres of the labels of edges; only an edge that stands for several dependencies has one, its count
/// @param bands width at the right end of each frame's title band that no line crosses
record FreePlaces(Map<EdgeId, Point> labels, Map<String, Double> bands) {
    /// Between a line and a word.
    private static final double CLEAR = 4;

    /// Finding places takes longer than all the rest of a picture, and they depend on neither health nor time, for
    /// which most pictures are made anew. So the last ones are kept, as long as what they were found for is.
    private static volatile @Nullable Kept last;

    private record Kept(WeakReference<VisibleGraph> graph, WeakReference<Layout> layout, FreePlaces found) {}

    static FreePlaces of(VisibleGraph graph, Layout layout) {
        Kept kept = last;
        if (kept != null && graph.equals(kept.graph.get()) && layout.equals(kept.layout.get())) {
            return kept.found;
        }
        FreePlaces found = new FreePlaces(labels(graph, layout), bands(layout));
        last = new Kept(new WeakReference<>(graph), new WeakReference<>(layout), found);
        return found;
    }

    static String label(VisibleGraph.Edge edge) {
        return Integer.toString(edge.dependencies().size());
    }

    private static Map<EdgeId, Point> labels(VisibleGraph graph, Layout layout) {
        SortedMap<EdgeId, Size> labels = new TreeMap<>();
        for (VisibleGraph.Edge edge : graph.edges()) {
            if (edge.dependencies().size() > 1) {
                labels.put(edge.id(), Measures.label(label(edge)));
            }
        }
        if (labels.isEmpty()) {
            return Map.of();
        }
        // The owner stands at the right end of the band, so all of it is taken.
        SortedMap<String, Size> titles = new TreeMap<>();
        layout.frames().forEach((id, frame) -> titles.put(id, new Size(frame.width(), Measures.TITLE_BAND)));
        return LabelPlacement.place(layout, titles, labels);
    }

    private static Map<String, Double> bands(Layout layout) {
        Map<String, Double> free = new HashMap<>();
        NavigableMap<Double, List<Map.Entry<String, Box>>> byTop = new TreeMap<>();
        for (Map.Entry<String, Box> frame : layout.frames().entrySet()) {
            free.put(frame.getKey(), frame.getValue().width());
            byTop.computeIfAbsent(frame.getValue().y(), _ -> new ArrayList<>()).add(frame);
        }
        for (Route route : layout.routes().values()) {
            for (int at = 1; at < route.points().size(); at++) {
                Box piece = piece(route.points().get(at - 1), route.points().get(at));
                byTop.subMap(piece.y() - Measures.TITLE_BAND, piece.bottom()).values().stream()
                        .flatMap(List::stream)
                        .filter(frame -> piece.x() < frame.getValue().right()
                                && frame.getValue().x() < piece.right())
                        .forEach(frame -> free.merge(
                                frame.getKey(), Math.max(0, frame.getValue().right() - piece.right()), Math::min));
            }
        }
        return free;
    }

    private static Box piece(Point a, Point b) {
        return new Box(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()))
                .grown(CLEAR);
    }
}
