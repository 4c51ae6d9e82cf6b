package dev.orrery.graph;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// What is within some steps of one box: those that need it on one side, those that it needs on the other.
///
/// @param center level 0
/// @param levels of all boxes within reach: below 0 what needs the center, by how many steps, above 0 what it needs.
///     What does both, on a circle, is on the nearer side; where both are as near, among those that it needs
public record Neighbourhood(NodeId center, SortedMap<NodeId, Integer> levels) {
    public static final int MOST_HOPS = 5;

    public Neighbourhood {
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
    }

    /// @param hops at least 1
    public static Neighbourhood of(VisibleGraph graph, NodeId center, int hops) {
        Map<NodeId, Set<NodeId>> needs = new HashMap<>();
        Map<NodeId, Set<NodeId>> dependents = new HashMap<>();
        for (VisibleGraph.Edge edge : graph.edges()) {
            needs.computeIfAbsent(edge.id().from(), _ -> new HashSet<>())
                    .add(edge.id().to());
            dependents
                    .computeIfAbsent(edge.id().to(), _ -> new HashSet<>())
                    .add(edge.id().from());
        }
        Map<NodeId, Integer> right = steps(center, hops, id -> needs.getOrDefault(id, Set.of()));
        Map<NodeId, Integer> left = steps(center, hops, id -> dependents.getOrDefault(id, Set.of()));
        SortedMap<NodeId, Integer> levels = new TreeMap<>(right);
        left.forEach((id, steps) -> {
            Integer other = right.get(id);
            if (other == null || steps < other) {
                levels.put(id, -steps);
            }
        });
        levels.put(center, 0);
        return new Neighbourhood(center, levels);
    }

    /// The boxes of one level.
    public SortedSet<NodeId> at(int level) {
        SortedSet<NodeId> at = new TreeSet<>();
        levels.forEach((id, of) -> {
            if (of == level) {
                at.add(id);
            }
        });
        return at;
    }

    /// How many need the center.
    public int dependents() {
        return (int) levels.values().stream().filter(level -> level < 0).count();
    }

    /// How many it needs.
    public int dependencies() {
        return (int) levels.values().stream().filter(level -> level > 0).count();
    }

    /// The edges that lead from one level to the next; those inside a level, and back, say nothing about the center.
    public List<VisibleGraph.Edge> edges(VisibleGraph graph) {
        return graph.edges().stream()
                .filter(edge -> {
                    Integer from = levels.get(edge.id().from());
                    Integer to = levels.get(edge.id().to());
                    return from != null && to != null && to - from == 1;
                })
                .toList();
    }

    private static Map<NodeId, Integer> steps(NodeId center, int most, Function<NodeId, Set<NodeId>> next) {
        Map<NodeId, Integer> steps = new HashMap<>();
        Deque<NodeId> open = new ArrayDeque<>();
        steps.put(center, 0);
        open.add(center);
        for (NodeId at = open.poll(); at != null; at = open.poll()) {
            int further = steps.getOrDefault(at, 0) + 1;
            for (NodeId other : next.apply(at)) {
                if (further <= most && steps.putIfAbsent(other, further) == null) {
                    open.add(other);
                }
            }
        }
        return steps;
    }
}
