package dev.orrery.layout;

import dev.orrery.graph.NodeId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Places without routes: what a router is given.
///
/// @param boxes of every node
/// @param frames of every opened boundary, title band included
public record Placement(SortedMap<NodeId, Box> boxes, SortedMap<String, Box> frames) {
    public Placement {
        boxes = Collections.unmodifiableSortedMap(new TreeMap<>(boxes));
        frames = Collections.unmodifiableSortedMap(new TreeMap<>(frames));
    }
}
