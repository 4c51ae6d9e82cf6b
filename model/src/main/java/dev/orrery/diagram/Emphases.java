package dev.orrery.diagram;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.ServiceGraph;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who stands out because of what is selected, and who because of the spotlight.
///
/// @param selected the boxes and frames that show what is selected
/// @param hit services that would be hit; null while impact is not shown
/// @param meant the services that are selected
/// @param spotlight what does not step back while impact is not shown
/// @param hides whether what is outside the spotlight is left out
/// @param boxes boxes and frames that hold a service that is hit, meant or in the spotlight
record Emphases(
        Set<NodeId> selected,
        @Nullable Set<String> hit,
        Set<String> meant,
        Spotlight spotlight,
        boolean hides,
        Set<NodeId> boxes) {

    static Emphases of(Highlight highlight, Topology topology, VisibleGraph graph) {
        Spotlight spotlight = highlight.spotlight();
        Set<String> meant = new HashSet<>();
        Set<NodeId> shown = new HashSet<>();
        selected(highlight).forEach(selected -> {
            Set<String> here = meant(selected, topology);
            meant.addAll(here);
            shown.add(shown(selected, here, graph));
        });
        if (shown.isEmpty() || !highlight.impact()) {
            Set<NodeId> lit =
                    spotlight instanceof Spotlight.Everything ? Set.of() : boxes(topology, graph, spotlight::lights);
            return new Emphases(shown, null, meant, spotlight, highlight.hides(), lit);
        }
        ServiceGraph services = ServiceGraph.of(topology);
        Set<String> hit = new HashSet<>();
        meant.forEach(id -> hit.addAll(services.impact(id, ServiceGraph.Follow.ALL)));
        hit.removeAll(meant);
        Set<NodeId> boxes = boxes(topology, graph, id -> hit.contains(id) || meant.contains(id));
        return new Emphases(shown, hit, meant, spotlight, highlight.hides(), boxes);
    }

    private static Stream<NodeId> selected(Highlight highlight) {
        return Stream.concat(Stream.ofNullable(highlight.selected()), highlight.also().stream());
    }

    private static Set<NodeId> boxes(Topology topology, VisibleGraph graph, Predicate<String> lit) {
        Set<NodeId> boxes = new HashSet<>();
        for (VisibleGraph.Node node : graph.nodes()) {
            boolean missing =
                    node.id().of() == NodeId.Of.MISSING && lit.test(node.id().id());
            if (!missing && node.members().stream().noneMatch(lit)) {
                continue;
            }
            boxes.add(node.id());
            if (node.boundary() != null && topology.boundary(node.boundary()).isPresent()) {
                topology.enclosing(node.boundary()).forEach(frame -> boxes.add(NodeId.boundary(frame.id())));
            }
        }
        return boxes;
    }

    /// Whether it is drawn at all: what is outside the spotlight may be left out.
    boolean shows(NodeId id) {
        return !hides || hit != null || spotlight instanceof Spotlight.Everything || boxes.contains(id);
    }

    /// Whether it is drawn at all.
    boolean shows(VisibleGraph.Edge edge) {
        return !hides || hit != null || of(edge) != Emphasis.DIMMED;
    }

    /// Frames around what stands out do not stand out themselves, but neither do they step back.
    Emphasis of(NodeId id) {
        if (selected.contains(id)) {
            return Emphasis.SELECTED;
        }
        if (hit == null && spotlight instanceof Spotlight.Everything) {
            return Emphasis.NORMAL;
        }
        if (!boxes.contains(id)) {
            return Emphasis.DIMMED;
        }
        return hit == null || id.of() == NodeId.Of.BOUNDARY ? Emphasis.NORMAL : Emphasis.IMPACT;
    }

    /// An edge is on the way where one of its dependencies leads from a service that is hit to one that is hit or
    /// meant; it is in the spotlight where one of its dependencies is.
    Emphasis of(VisibleGraph.Edge edge) {
        Set<String> reached = hit;
        if (reached == null) {
            boolean lit = spotlight instanceof Spotlight.Everything
                    || edge.dependencies().stream().anyMatch(spotlight::lights);
            return lit ? Emphasis.NORMAL : Emphasis.DIMMED;
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
