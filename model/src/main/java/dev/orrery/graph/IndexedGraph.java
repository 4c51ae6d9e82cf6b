package dev.orrery.graph;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Services and what some of their dependencies lead to, as numbers: for questions that look at everything, also
/// in ten thousand services. Services come first, sorted; missing targets follow.
final class IndexedGraph {
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int services;
    /// Of each, where what it needs begins in `targets`; one more at the end.
    private final int[] firsts;
    private final int[] targets;

    private IndexedGraph(Topology topology, Predicate<Dependency> followed) {
        topology.services().stream().map(Service::id).forEach(this::number);
        services = ids.size();
        List<Dependency> kept = topology.dependencies().stream()
                .filter(dependency -> !dependency.isOnlyAllowed())
                .filter(followed)
                .toList();
        kept.forEach(dependency -> number(dependency.to()));
        firsts = new int[ids.size() + 1];
        kept.forEach(dependency -> firsts[number(dependency.from()) + 1]++);
        for (int node = 0; node < ids.size(); node++) {
            firsts[node + 1] += firsts[node];
        }
        targets = new int[kept.size()];
        int[] next = firsts.clone();
        kept.forEach(dependency -> targets[next[number(dependency.from())]++] = number(dependency.to()));
    }

    /// @param followed which dependencies count; those that a policy merely allows never do
    static IndexedGraph of(Topology topology, Predicate<Dependency> followed) {
        return new IndexedGraph(topology, followed);
    }

    private int number(String id) {
        return numbers.computeIfAbsent(id, added -> {
            ids.add(added);
            return ids.size() - 1;
        });
    }

    int size() {
        return ids.size();
    }

    String id(int node) {
        return ids.get(node);
    }

    boolean isService(int node) {
        return node < services;
    }

    /// Where what a node needs begins; it ends where that of the next begins.
    int first(int node) {
        return firsts[node];
    }

    int target(int edge) {
        return targets[edge];
    }

    /// The number of an id; -1 where it is not known.
    int numberOf(String id) {
        return numbers.getOrDefault(id, -1);
    }
}
