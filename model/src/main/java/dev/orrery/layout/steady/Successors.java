package dev.orrery.layout.steady;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Boxes that are most likely old ones under another name: in the same boundary, joined to mostly the same others.
/// They get the old one's place.
final class Successors {
    private Successors() {}

    /// For new boxes, the one that is gone.
    static SortedMap<NodeId, NodeId> of(VisibleGraph graph, Standing standing) {
        SortedMap<NodeId, VisibleGraph.Node> gone = byId(standing.graph());
        SortedMap<NodeId, VisibleGraph.Node> come = byId(graph);
        Set<NodeId> both = new HashSet<>(gone.keySet());
        both.retainAll(come.keySet());
        gone.keySet().removeAll(both);
        come.keySet().removeAll(both);
        SortedMap<NodeId, NodeId> successors = new TreeMap<>();
        if (gone.isEmpty() || come.isEmpty()) {
            return successors;
        }
        SortedMap<NodeId, Set<NodeId>> joinedBefore = joined(standing.graph(), gone.keySet());
        SortedMap<NodeId, Set<NodeId>> joined = joined(graph, come.keySet());
        come.forEach((id, node) -> gone.values().stream()
                .filter(old -> isSame(old, node) || alike(old, node, joinedBefore, joined))
                .findFirst()
                .ifPresent(old -> {
                    successors.put(id, old.id());
                    gone.remove(old.id());
                }));
        return successors;
    }

    private static SortedMap<NodeId, VisibleGraph.Node> byId(VisibleGraph graph) {
        SortedMap<NodeId, VisibleGraph.Node> nodes = new TreeMap<>();
        graph.nodes().forEach(node -> nodes.put(node.id(), node));
        return nodes;
    }

    private static SortedMap<NodeId, Set<NodeId>> joined(VisibleGraph graph, Set<NodeId> asked) {
        SortedMap<NodeId, Set<NodeId>> joined = new TreeMap<>();
        asked.forEach(id -> joined.put(id, new TreeSet<>()));
        for (VisibleGraph.Edge edge : graph.edges()) {
            for (List<NodeId> ends : List.of(
                    List.of(edge.id().from(), edge.id().to()),
                    List.of(edge.id().to(), edge.id().from()))) {
                Set<NodeId> others = joined.get(ends.getFirst());
                if (others != null) {
                    others.add(ends.getLast());
                }
            }
        }
        return joined;
    }

    /// What was missing, and now is defined, or the other way round.
    private static boolean isSame(VisibleGraph.Node old, VisibleGraph.Node node) {
        return old.id().id().equals(node.id().id())
                && old.id().of() != NodeId.Of.BOUNDARY
                && node.id().of() != NodeId.Of.BOUNDARY
                && beside(old, node);
    }

    private static boolean beside(VisibleGraph.Node old, VisibleGraph.Node node) {
        return Objects.equals(old.boundary(), node.boundary());
    }

    private static boolean alike(
            VisibleGraph.Node old,
            VisibleGraph.Node node,
            SortedMap<NodeId, Set<NodeId>> joinedBefore,
            SortedMap<NodeId, Set<NodeId>> joined) {
        if (old.id().of() != node.id().of() || !beside(old, node)) {
            return false;
        }
        Set<NodeId> one = joinedBefore.getOrDefault(old.id(), Set.of());
        Set<NodeId> other = joined.getOrDefault(node.id(), Set.of());
        Set<NodeId> shared = new HashSet<>(one);
        shared.retainAll(other);
        return 2 * shared.size() > Math.max(one.size(), other.size());
    }
}
