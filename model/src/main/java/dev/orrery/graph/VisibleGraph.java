package dev.orrery.graph;

import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is left to place and draw of a topology once boundaries are collapsed.
///
/// @param nodes the boxes, sorted by id: visible services, collapsed boundaries, missing targets
/// @param boundaries the opened boundaries that hold at least one box at any depth, sorted by id
/// @param edges rolled up to visible ends, one for each pair, sorted; none starts and ends at the same box
public record VisibleGraph(List<Node> nodes, List<Frame> boundaries, List<Edge> edges) {
    public VisibleGraph {
        nodes = nodes.stream().sorted(Comparator.comparing(Node::id)).toList();
        boundaries = boundaries.stream().sorted(Comparator.comparing(Frame::id)).toList();
        edges = edges.stream().sorted(Comparator.comparing(Edge::id)).toList();
    }

    /// The same boxes with the edges that a text says are needed. Boxes are placed by these alone, so that showing what
    /// policies allow moves nothing, and neither does what servers see.
    public VisibleGraph needed() {
        boolean isAll = edges.stream().allMatch(Edge::isWritten);
        return isAll
                ? this
                : new VisibleGraph(
                        nodes,
                        boundaries,
                        edges.stream().filter(Edge::isWritten).toList());
    }

    /// What is seen of a topology: collapsed boundaries as one box (of nested ones the outermost), missing
    /// targets as boxes inside no boundary, dependencies rolled up to the boxes at their ends. A boundary
    /// without any service is left out. What policies merely allow is no edge.
    public static VisibleGraph of(Topology topology, Visibility visibility) {
        return of(topology, visibility, Layers.DEFAULT);
    }

    /// As above, and where the layers show it, with what policies merely allow.
    public static VisibleGraph of(Topology topology, Visibility visibility, Layers layers) {
        return new RollUp(topology, visibility, layers.shows(Certainty.ALLOWED)).visible();
    }

    /// How many boxes there are while everything is open.
    static int boxes(Topology topology) {
        return topology.services().size() + missing(topology);
    }

    static int missing(Topology topology) {
        return (int) topology.dependencies().stream()
                .filter(Dependency::dangling)
                .map(Dependency::to)
                .distinct()
                .count();
    }

    /// A box.
    ///
    /// @param boundary id of the innermost opened boundary around it
    /// @param members ids of the services inside, sorted: the service itself, or all of a collapsed boundary
    public record Node(NodeId id, @Nullable String boundary, List<String> members) {
        public Node {
            members = members.stream().sorted().toList();
        }
    }

    /// An opened boundary: a frame around boxes.
    ///
    /// @param within id of the opened boundary around it
    public record Frame(String id, @Nullable String within) {}

    /// The dependencies between two boxes.
    ///
    /// @param dependencies at least one, sorted
    public record Edge(EdgeId id, List<Dependency> dependencies) {
        public Edge {
            dependencies = dependencies.stream().sorted().toList();
        }

        boolean isWritten() {
            return dependencies.stream().anyMatch(Dependency::isWritten);
        }
    }

    /// The two ends of an edge: `from` needs `to`.
    public record EdgeId(NodeId from, NodeId to) implements Comparable<EdgeId> {
        @Override
        public int compareTo(EdgeId other) {
            int byFrom = from.compareTo(other.from);
            return byFrom != 0 ? byFrom : to.compareTo(other.to);
        }
    }
}
