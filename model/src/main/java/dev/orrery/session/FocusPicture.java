package dev.orrery.session;

import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.FocusDiagram;
import dev.orrery.graph.Layers;
import dev.orrery.graph.Neighbourhood;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.topology.Topology;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The neighbourhood that is looked at, on its own picture: all services one by one, but for a boundary that is itself
/// in focus.
///
/// @param topology that it is of
/// @param focus that was asked for
/// @param layers which evidence counts
public record FocusPicture(Topology topology, Inquiry.Focus focus, Layers layers, FocusDiagram places) {

    /// @param last an older one, which is given back where it still holds; null for none
    /// @return null where nothing is in focus
    @SuppressWarnings("ReferenceEquality") // To compare topologies takes longer than to see that none has changed.
    public static @Nullable FocusPicture of(Session session, @Nullable FocusPicture last) {
        Opened opened = session.opened();
        if (opened == null || !(session.inquiry() instanceof Inquiry.Focus focus)) {
            return null;
        }
        Topology topology = opened.pictured();
        Layers layers = session.layers();
        if (last != null && last.topology == topology && last.focus.equals(focus) && last.layers.equals(layers)) {
            return last;
        }
        NodeId node = focus.node();
        Visibility visibility = node.of() == NodeId.Of.BOUNDARY ? new Visibility(Set.of(node.id())) : Visibility.ALL;
        VisibleGraph graph = layers.of(VisibleGraph.of(topology, visibility, layers));
        Neighbourhood near = Neighbourhood.of(graph, node, focus.hops());
        return new FocusPicture(topology, focus, layers, FocusDiagram.of(topology, graph, near));
    }

    public Neighbourhood near() {
        return places.near();
    }

    /// Ready to draw.
    public Diagram diagram(Session session) {
        Diagram diagram = places.with(layers, session.board(), session.attention(), session.selected(), session.now());
        return ExcursionMarks.of(session.excursion(), places.shown()).on(diagram);
    }
}
