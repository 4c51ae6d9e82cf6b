package dev.orrery.diagram;

import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a what-if or a comparison says of the parts of a picture. It moves nothing.
///
/// @param boxes of cards and frames; what is not here has no mark
/// @param edges of lines
/// @param hidden boxes that are not to be seen at all, with their lines
/// @param hiddenEdges lines that are not to be seen
public record Marks(Map<NodeId, Mark> boxes, Map<EdgeId, Mark> edges, Set<NodeId> hidden, Set<EdgeId> hiddenEdges) {
    public static final Marks NONE = new Marks(Map.of(), Map.of(), Set.of(), Set.of());

    public Marks {
        boxes = Map.copyOf(boxes);
        edges = Map.copyOf(edges);
        hidden = Set.copyOf(hidden);
        hiddenEdges = Set.copyOf(hiddenEdges);
    }

    /// The same picture with them.
    public Diagram on(Diagram diagram) {
        if (equals(NONE)) {
            return diagram;
        }
        List<Frame> frames = diagram.frames().stream()
                .filter(frame -> !hidden.contains(NodeId.boundary(frame.id())))
                .map(frame -> frame.marked(boxes.get(NodeId.boundary(frame.id()))))
                .toList();
        List<Card> cards = diagram.cards().stream()
                .filter(card -> !hidden.contains(card.id()))
                .map(card -> card.marked(boxes.get(card.id())))
                .toList();
        return new Diagram(
                diagram.title(),
                diagram.bounds(),
                frames,
                seen(diagram.edges()).toList(),
                seen(diagram.folded()).toList(),
                cards,
                diagram.notes().stream()
                        .filter(note -> !hidden.contains(note.on()))
                        .toList(),
                diagram.caption(),
                diagram.legend(),
                diagram.legendPlace());
    }

    private Stream<Edge> seen(List<Edge> all) {
        return all.stream()
                .filter(edge -> !hiddenEdges.contains(edge.id())
                        && !hidden.contains(edge.id().from())
                        && !hidden.contains(edge.id().to()))
                .map(edge -> edge.marked(edges.get(edge.id())));
    }
}
