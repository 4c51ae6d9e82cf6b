package dev.orrery.layout;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What to place.
///
/// @param sizes of every node
/// @param titles least width and height of every opened boundary's title band
/// @param pins boxes that stay where they were put by hand
public record LayoutRequest(
        VisibleGraph graph, SortedMap<NodeId, Size> sizes, SortedMap<String, Size> titles, List<Pin> pins) {
    public LayoutRequest {
        sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
        titles = Collections.unmodifiableSortedMap(new TreeMap<>(titles));
        pins = List.copyOf(pins);
    }
}
