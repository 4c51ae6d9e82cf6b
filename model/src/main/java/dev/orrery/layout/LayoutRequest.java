package dev.orrery.layout;

import dev.orrery.graph.Hubs;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What to place.
///
/// @param sizes of every node
/// @param titles least width and height of every opened boundary's title band
/// @param pins boxes that stay where they were put by hand
/// @param placed places of all boxes, where only lines are wanted; else empty
/// @param kept of placed boxes the ways that stay as they are
/// @param standing the picture that this one follows, to be changed no more than it must; [Standing#NONE] to place
///     everything anew
/// @param folded hubs to which the graph has no edges; they may lie apart from the rest
public record LayoutRequest(
        VisibleGraph graph,
        SortedMap<NodeId, Size> sizes,
        SortedMap<String, Size> titles,
        List<Pin> pins,
        SortedMap<NodeId, Box> placed,
        SortedMap<EdgeId, Route> kept,
        Standing standing,
        Hubs folded) {
    public LayoutRequest {
        sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
        titles = Collections.unmodifiableSortedMap(new TreeMap<>(titles));
        pins = List.copyOf(pins);
        placed = Collections.unmodifiableSortedMap(new TreeMap<>(placed));
        kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
    }

    /// For boxes that have no places yet.
    public LayoutRequest(
            VisibleGraph graph, SortedMap<NodeId, Size> sizes, SortedMap<String, Size> titles, List<Pin> pins) {
        this(graph, sizes, titles, pins, new TreeMap<>(), new TreeMap<>(), Standing.NONE, Hubs.NONE);
    }

    /// Whether every box has its place already.
    public boolean isPlaced() {
        return !placed.isEmpty()
                && graph.nodes().stream().map(VisibleGraph.Node::id).allMatch(id -> placed.containsKey(id));
    }

    /// The same request for boxes that stay where they are.
    public LayoutRequest withPlaced(SortedMap<NodeId, Box> boxes) {
        return new LayoutRequest(graph, sizes, titles, pins, boxes, kept, standing, folded);
    }

    /// The same request for lines that go where they go; only those that have no way yet get one.
    public LayoutRequest withKept(SortedMap<EdgeId, Route> routes) {
        return new LayoutRequest(graph, sizes, titles, pins, placed, routes, standing, folded);
    }

    /// The same request for other edges.
    public LayoutRequest withGraph(VisibleGraph other) {
        return new LayoutRequest(other, sizes, titles, pins, placed, kept, standing, folded);
    }

    /// The same request for a picture that follows another.
    public LayoutRequest withStanding(Standing before) {
        return new LayoutRequest(graph, sizes, titles, pins, placed, kept, before, folded);
    }

    /// The same request, for a graph without the edges to these.
    public LayoutRequest withFolded(Hubs hubs) {
        return new LayoutRequest(graph, sizes, titles, pins, placed, kept, standing, hubs);
    }
}
