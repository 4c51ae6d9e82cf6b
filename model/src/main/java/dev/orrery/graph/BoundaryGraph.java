package dev.orrery.graph;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/// Who needs whom among boundaries that stand side by side: in the same boundary, or outermost. A dependency
/// between two services counts between the two boundaries in which their ways from the outside part.
public final class BoundaryGraph {
    private BoundaryGraph() {}

    /// The outermost first.
    private static List<String> path(Topology topology, String innermost) {
        return topology.enclosing(innermost).reversed().stream()
                .map(Boundary::id)
                .toList();
    }

    /// Boundaries that need each other in a circle, each sorted, and sorted by their first.
    public static List<List<String>> cycles(Topology topology) {
        Graph<String, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);
        topology.boundaries().forEach(boundary -> graph.addVertex(boundary.id()));
        Map<String, List<String>> paths = new HashMap<>();
        Map<String, List<String>> around = new HashMap<>();
        for (Service service : topology.services()) {
            String innermost = service.boundary();
            if (innermost != null) {
                around.put(service.id(), paths.computeIfAbsent(innermost, boundary -> path(topology, boundary)));
            }
        }
        Set<List<String>> seen = new HashSet<>();
        for (Dependency dependency : topology.dependencies()) {
            List<String> from = around.getOrDefault(dependency.from(), List.of());
            List<String> to = around.getOrDefault(dependency.to(), List.of());
            int part = 0;
            while (part < Math.min(from.size(), to.size()) && from.get(part).equals(to.get(part))) {
                part++;
            }
            if (part < Math.min(from.size(), to.size())
                    && !dependency.isOnlyAllowed()
                    && seen.add(List.of(from.get(part), to.get(part)))) {
                graph.addEdge(from.get(part), to.get(part));
            }
        }
        List<List<String>> cycles = new ArrayList<>();
        for (Set<String> knot : new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
            if (knot.size() > 1) {
                cycles.add(knot.stream().sorted().toList());
            }
        }
        cycles.sort(Comparator.comparing(List::getFirst));
        return List.copyOf(cycles);
    }
}
