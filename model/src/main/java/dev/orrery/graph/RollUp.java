package dev.orrery.graph;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes a [VisibleGraph]: every service is seen as the outermost collapsed boundary around it, or as itself.
final class RollUp {
    private final Topology topology;
    private final Visibility visibility;
    private final boolean showsAllowed;
    /// For every boundary asked about so far, where its members are seen.
    private final Map<String, Seen> seenBoundaries = new HashMap<>();

    RollUp(Topology topology, Visibility visibility, boolean showsAllowed) {
        this.topology = topology;
        this.visibility = visibility;
        this.showsAllowed = showsAllowed;
    }

    /// @param collapsed the outermost collapsed boundary around; null where all are open
    /// @param frame the innermost open boundary around that; null at the top
    private record Seen(
            @Nullable String collapsed, @Nullable String frame) {}

    VisibleGraph visible() {
        SortedMap<NodeId, List<String>> members = new TreeMap<>();
        Map<NodeId, @Nullable String> frameOf = new HashMap<>();
        Map<String, NodeId> seenAs = new HashMap<>();
        for (Service service : topology.services()) {
            Seen seen = seenFrom(service.boundary());
            NodeId node = seen.collapsed() == null ? NodeId.service(service.id()) : NodeId.boundary(seen.collapsed());
            members.computeIfAbsent(node, _ -> new ArrayList<>()).add(service.id());
            frameOf.put(node, seen.frame());
            seenAs.put(service.id(), node);
        }
        SortedMap<VisibleGraph.EdgeId, List<Dependency>> edges = new TreeMap<>();
        for (Dependency dependency : topology.dependencies()) {
            NodeId from = seenAs.get(dependency.from());
            NodeId to = dependency.dangling() ? NodeId.missing(dependency.to()) : seenAs.get(dependency.to());
            if (from == null || to == null) {
                throw new IllegalStateException("a valid topology knows the ends of " + dependency);
            }
            if (dependency.dangling()) {
                members.putIfAbsent(to, List.of());
            }
            if (!from.equals(to) && (showsAllowed || !dependency.isOnlyAllowed())) {
                edges.computeIfAbsent(new VisibleGraph.EdgeId(from, to), _ -> new ArrayList<>())
                        .add(dependency);
            }
        }
        List<VisibleGraph.Node> nodes = new ArrayList<>();
        members.forEach((id, inside) -> nodes.add(new VisibleGraph.Node(id, frameOf.get(id), inside)));
        List<VisibleGraph.Edge> rolledUp = new ArrayList<>();
        edges.forEach((id, dependencies) -> rolledUp.add(new VisibleGraph.Edge(id, dependencies)));
        return new VisibleGraph(nodes, framesAround(nodes), rolledUp);
    }

    private List<VisibleGraph.Frame> framesAround(List<VisibleGraph.Node> nodes) {
        SortedSet<String> open = new TreeSet<>();
        for (VisibleGraph.Node node : nodes) {
            for (Boundary boundary : topology.enclosing(node.boundary())) {
                open.add(boundary.id());
            }
        }
        return open.stream()
                .map(id -> new VisibleGraph.Frame(
                        id, topology.boundary(id).orElseThrow().within()))
                .toList();
    }

    private Seen seenFrom(@Nullable String boundary) {
        return boundary == null ? new Seen(null, null) : seenBoundaries.computeIfAbsent(boundary, this::look);
    }

    private Seen look(String innermost) {
        Seen seen = new Seen(null, innermost);
        for (Boundary boundary : topology.enclosing(innermost)) {
            if (visibility.collapsed().contains(boundary.id())) {
                seen = new Seen(boundary.id(), boundary.within());
            }
        }
        return seen;
    }
}
