package dev.orrery.diagram;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.ServiceGraph;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who stands out because of what is selected.
///
/// @param selected the box or frame that shows the selected thing; null for none
/// @param hit services that would be hit; null while impact is not shown
/// @param meant the services that are selected
/// @param boxes boxes and frames that hold a service that is hit or meant
record Emphases(@Nullable NodeId selected, @Nullable Set<String> hit, Set<String> meant, Set<NodeId> boxes) {

    static Emphases of(Highlight highlight, Topology topology, VisibleGraph graph) {
        NodeId selected = highlight.selected();
        if (selected == null) {
            return new Emphases(null, null, Set.of(), Set.of());
        }
        Set<String> meant = meant(selected, topology);
        NodeId shown = shown(selected, meant, graph);
        if (!highlight.impact()) {
            return new Emphases(shown, null, meant, Set.of());
        }
        ServiceGraph services = ServiceGraph.of(topology);
        Set<String> hit = new HashSet<>();
        meant.forEach(id -> hit.addAll(services.impact(id, ServiceGraph.Follow.ALL)));
        hit.removeAll(meant);
        Set<NodeId> boxes = new HashSet<>();
        for (VisibleGraph.Node node : graph.nodes()) {
            if (node.members().stream().anyMatch(member -> hit.contains(member) || meant.contains(member))) {
                boxes.add(node.id());
                if (node.boundary() != null
                        && topology.boundary(node.boundary()).isPresent()) {
                    topology.enclosing(node.boundary()).forEach(frame -> boxes.add(NodeId.boundary(frame.id())));
                }
            }
        }
        return new Emphases(shown, hit, meant, boxes);
    }

    /// Frames around what stands out do not stand out themselves, but neither do they step back.
    Emphasis of(NodeId id) {
        if (id.equals(selected)) {
            return Emphasis.SELECTED;
        }
        if (hit == null) {
            return Emphasis.NORMAL;
        }
        if (!boxes.contains(id)) {
            return Emphasis.DIMMED;
        }
        return id.of() == NodeId.Of.BOUNDARY ? Emphasis.NORMAL : Emphasis.IMPACT;
    }

    /// An edge is on the way where one of its dependencies leads from a service that is hit to one that is hit or
    /// meant.
    Emphasis of(VisibleGraph.Edge edge) {
        Set<String> reached = hit;
        if (reached == null) {
            return Emphasis.NORMAL;
        }
        for (Dependency dependency : edge.dependencies()) {
            String to = dependency.to();
            if (reached.contains(dependency.from()) && (reached.contains(to) || meant.contains(to))) {
                return Emphasis.IMPACT;
            }
        }
        return Emphasis.DIMMED;
    }

    private static Set<String> meant(NodeId selected, Topology topology) {
        Set<String> meant = new HashSet<>();
        switch (selected.of()) {
            case SERVICE, MISSING -> meant.add(selected.id());
            case BOUNDARY ->
                topology.services().stream()
                        .filter(service -> topology.enclosing(service.boundary()).stream()
                                .map(Boundary::id)
                                .anyMatch(selected.id()::equals))
                        .forEach(service -> meant.add(service.id()));
        }
        return meant;
    }

    /// A service inside a collapsed boundary is shown by that.
    private static NodeId shown(NodeId selected, Set<String> meant, VisibleGraph graph) {
        if (selected.of() != NodeId.Of.SERVICE) {
            return selected;
        }
        return graph.nodes().stream()
                .filter(node -> node.members().stream().anyMatch(meant::contains))
                .map(VisibleGraph.Node::id)
                .findFirst()
                .orElse(selected);
    }
}
