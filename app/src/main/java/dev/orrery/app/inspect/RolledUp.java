package dev.orrery.app.inspect;

import dev.orrery.diagram.EdgeSummary;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.health.Health;
import dev.orrery.health.Rollup;
import dev.orrery.session.Session;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Topology;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// The lines of a collapsed boundary on the picture as neighbours, those that stand for most first. An opened one has
/// none: its members have them.
final class RolledUp {
    private RolledUp() {}

    /// What is needed, with the kinds of the dependencies.
    static List<Neighbours.Neighbour> neededBy(Session session, VisibleGraph graph, NodeId box) {
        return neighbours(
                session,
                graph,
                graph.edges().stream().filter(edge -> edge.id().from().equals(box)),
                edge -> edge.id().to());
    }

    static List<Neighbours.Neighbour> needing(Session session, VisibleGraph graph, NodeId box) {
        return neighbours(
                session,
                graph,
                graph.edges().stream().filter(edge -> edge.id().to().equals(box)),
                edge -> edge.id().from());
    }

    private static List<Neighbours.Neighbour> neighbours(
            Session session,
            VisibleGraph graph,
            Stream<VisibleGraph.Edge> edges,
            Function<VisibleGraph.Edge, NodeId> other) {
        List<VisibleGraph.Edge> widest = edges.sorted(Comparator.comparingInt(
                                (VisibleGraph.Edge edge) -> edge.dependencies().size())
                        .reversed())
                .toList();
        if (widest.isEmpty()) {
            return List.of();
        }
        Map<NodeId, VisibleGraph.Node> nodes = new HashMap<>();
        graph.nodes().forEach(node -> nodes.put(node.id(), node));
        return widest.stream()
                .map(edge -> {
                    NodeId id = other.apply(edge);
                    VisibleGraph.Node node = nodes.get(id);
                    Rollup rollup = session.board().rollup(node == null ? List.of() : node.members());
                    return new Neighbours.Neighbour(
                            id,
                            name(session.picture().topology(), id),
                            rollup.asked() == 0 ? Health.UNKNOWN : rollup.health(),
                            EdgeSummary.kinds(edge.dependencies()),
                            List.of());
                })
                .toList();
    }

    private static String name(Topology topology, NodeId id) {
        return id.of() == NodeId.Of.BOUNDARY
                ? topology.boundary(id.id()).map(Boundary::name).orElse(id.id())
                : topology.nameOf(id.id());
    }
}
