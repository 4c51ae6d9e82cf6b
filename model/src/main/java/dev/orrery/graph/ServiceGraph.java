package dev.orrery.graph;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.graph.EdgeReversedGraph;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/// All services of a topology and what they need, as a graph that answers questions.
///
/// Questions may be about any id, also about a missing target; an id that the topology does not know has no
/// neighbours. Answers name services only. Nothing here recurses, so a chain of any length is fine.
public final class ServiceGraph {
    /// Which dependencies a question follows.
    public enum Follow {
        ALL,
        /// Only those without which the service that needs does not go on.
        REQUIRED
    }

    private final Graph<String, Dependency> graph;
    private final SortedSet<String> services;

    private ServiceGraph(Graph<String, Dependency> graph, SortedSet<String> services) {
        this.graph = graph;
        this.services = services;
    }

    public static ServiceGraph of(Topology topology) {
        Graph<String, Dependency> graph = new DirectedPseudograph<>(Dependency.class);
        SortedSet<String> services = new TreeSet<>();
        for (Service service : topology.services()) {
            services.add(service.id());
            graph.addVertex(service.id());
        }
        for (Dependency dependency : topology.needs()) {
            graph.addVertex(dependency.to());
            graph.addEdge(dependency.from(), dependency.to(), dependency);
        }
        return new ServiceGraph(graph, services);
    }

    /// The services that `id` needs directly.
    public SortedSet<String> dependencies(String id) {
        return graph.containsVertex(id)
                ? answer(
                        id,
                        graph.outgoingEdgesOf(id).stream().map(Dependency::to).toList())
                : answer(id, List.of());
    }

    /// The services that need `id` directly.
    public SortedSet<String> dependents(String id) {
        return graph.containsVertex(id)
                ? answer(
                        id,
                        graph.incomingEdgesOf(id).stream().map(Dependency::from).toList())
                : answer(id, List.of());
    }

    /// All services that `id` needs, directly or through others; without itself, even on a cycle.
    public SortedSet<String> reach(String id, Follow follow) {
        return reached(followed(follow), id);
    }

    /// All services that need `id`, directly or through others: whom its failure can hit. Without
    /// itself, even on a cycle.
    public SortedSet<String> impact(String id, Follow follow) {
        return reached(new EdgeReversedGraph<>(followed(follow)), id);
    }

    /// The fewest steps from a service to one that it needs, both ends included; of several the same
    /// one every time. Empty where there is no way.
    public List<String> shortestPath(String from, String to) {
        if (!graph.containsVertex(from) || !graph.containsVertex(to)) {
            return List.of();
        }
        GraphPath<String, Dependency> path = new BFSShortestPath<>(graph).getPath(from, to);
        return path == null ? List.of() : List.copyOf(path.getVertexList());
    }

    /// Services that need nobody else and that nobody else needs, missing targets counted as somebody.
    public SortedSet<String> isolated() {
        SortedSet<String> alone = new TreeSet<>();
        for (String service : services) {
            if (graph.edgesOf(service).stream().allMatch(edge -> edge.from().equals(edge.to()))) {
                alone.add(service);
            }
        }
        return Collections.unmodifiableSortedSet(alone);
    }

    private Graph<String, Dependency> followed(Follow follow) {
        return switch (follow) {
            case ALL -> graph;
            case REQUIRED -> new MaskSubgraph<>(graph, _ -> false, dependency -> !dependency.required());
        };
    }

    private SortedSet<String> reached(Graph<String, Dependency> along, String id) {
        if (!along.containsVertex(id)) {
            return answer(id, List.of());
        }
        Set<String> seen = new TreeSet<>();
        new BreadthFirstIterator<>(along, id).forEachRemaining(seen::add);
        return answer(id, seen);
    }

    private SortedSet<String> answer(String asked, Iterable<String> found) {
        SortedSet<String> answer = new TreeSet<>();
        for (String id : found) {
            if (!id.equals(asked) && services.contains(id)) {
                answer.add(id);
            }
        }
        return Collections.unmodifiableSortedSet(answer);
    }
}
