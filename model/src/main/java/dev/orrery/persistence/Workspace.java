package dev.orrery.persistence;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.layout.Point;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is worth sharing beside the descriptors.
///
/// @param pins top left corners of boxes put by hand
public record Workspace(Visibility visibility, SortedMap<NodeId, Point> pins) {
    public static final Workspace EMPTY = new Workspace(Visibility.ALL, new TreeMap<>());

    public Workspace {
        pins = Collections.unmodifiableSortedMap(new TreeMap<>(pins));
    }
}
