package dev.orrery.graph;

import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Services that so many of the others need that lines to them say little: a database, a cache, a broker.
///
/// @param ids of the hubs, all of them services
public record Hubs(SortedSet<NodeId> ids) {
    public static final Hubs NONE = new Hubs(new TreeSet<>());

    /// In a smaller picture every line can be followed.
    static final int FEWEST_OTHERS = 8;

    /// A hub is needed by more than one in so many of the others.
    static final int ONE_IN = 3;

    public Hubs {
        ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
    }

    /// The hubs of a picture: services that more than a third of all other boxes need, where there are eight others
    /// at least. A collapsed boundary counts as one box, and is itself never a hub, since it can be opened; neither
    /// is what nothing defines. Only what a text says is needed counts, so that what servers see makes no hub and
    /// unmakes none. A hub may need another.
    public static Hubs of(VisibleGraph graph) {
        int others = graph.nodes().size() - 1;
        if (others < FEWEST_OTHERS) {
            return NONE;
        }
        Map<NodeId, Integer> dependents = new TreeMap<>();
        for (VisibleGraph.Edge edge : graph.needed().edges()) {
            if (edge.id().to().of() == NodeId.Of.SERVICE) {
                dependents.merge(edge.id().to(), 1, Integer::sum);
            }
        }
        dependents.values().removeIf(count -> count * ONE_IN <= others);
        return dependents.isEmpty() ? NONE : new Hubs(new TreeSet<>(dependents.keySet()));
    }

    public boolean isNone() {
        return ids.isEmpty();
    }

    public boolean holds(NodeId id) {
        return ids.contains(id);
    }

    /// Whether a badge stands for this edge where the hubs are folded: every edge that leads to a hub.
    public boolean folds(EdgeId edge) {
        return ids.contains(edge.to());
    }

    /// The same boxes with the edges that are drawn where the hubs are folded.
    public VisibleGraph without(VisibleGraph graph) {
        return isNone()
                ? graph
                : new VisibleGraph(
                        graph.nodes(),
                        graph.boundaries(),
                        graph.edges().stream().filter(edge -> !folds(edge.id())).toList());
    }
}
