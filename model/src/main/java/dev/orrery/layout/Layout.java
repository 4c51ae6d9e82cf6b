package dev.orrery.layout;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where everything of a visible graph lies.
///
/// @param boxes of every node
/// @param frames of every opened boundary, title band included
/// @param routes of every edge
/// @param bounds around all of it
public record Layout(
        SortedMap<NodeId, Box> boxes, SortedMap<String, Box> frames, SortedMap<EdgeId, Route> routes, Box bounds) {

    public static final Layout EMPTY =
            new Layout(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new Box(0, 0, 0, 0));

    public Layout {
        boxes = Collections.unmodifiableSortedMap(new TreeMap<>(boxes));
        frames = Collections.unmodifiableSortedMap(new TreeMap<>(frames));
        routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
    }
}
