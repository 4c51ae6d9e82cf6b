package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.diagram.DiagramDiff;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;

/// The nodes of a diagram, by id, in layers: frames from the outside in, lines, counts, cards, and what floats above.
/// Only what a [DiagramDiff] names is touched.
final class PictureNode extends Parent {
    private final Map<String, FrameNode> frames = new HashMap<>();
    private final Map<EdgeId, EdgeNode> edges = new HashMap<>();
    private final Map<NodeId, CardNode> cards = new HashMap<>();
    private final Group frameLayer = layer();
    private final Group edgeLayer = layer();
    private final Group labelLayer = layer();
    private final Group cardLayer = layer();
    private final Group floating = layer();
    private final Translate offset = new Translate();
    private final Scale zoom = new Scale(1, 1);
    private Diagram diagram = Diagram.EMPTY;
    private Detail detail = Detail.FULL;

    PictureNode() {
        setManaged(false);
        edgeLayer.setMouseTransparent(true);
        labelLayer.setMouseTransparent(true);
        floating.setMouseTransparent(true);
        getTransforms().addAll(offset, zoom);
        getChildren().addAll(frameLayer, edgeLayer, labelLayer, cardLayer, floating);
    }

    Diagram diagram() {
        return diagram;
    }

    /// Shows another diagram. Nodes that stay take on their new look at once, and their place too unless the caller
    /// moves them.
    ///
    /// @return how to go from the places before to the new ones, 0 to 1; does nothing where nothing moved
    DoubleConsumer show(Diagram next) {
        DiagramDiff diff = DiagramDiff.between(diagram, next);
        boolean rewired =
                !diff.edges().added().isEmpty() || !diff.edges().removed().isEmpty();
        diagram = next;
        SpokenWords words = new SpokenWords(next);
        List<DoubleConsumer> moves = new ArrayList<>();
        frames(diff.frames(), words, moves);
        edges(diff.edges(), moves);
        cards(diff.cards(), words, moves);
        if (rewired) {
            cards.values().forEach(card -> card.setAccessibleText(words.of(card.card())));
        }
        return part -> moves.forEach(move -> move.accept(part));
    }

    void look(Viewport viewport) {
        offset.setX(viewport.x());
        offset.setY(viewport.y());
        zoom.setX(viewport.zoom());
        zoom.setY(viewport.zoom());
        Detail level = Detail.of(viewport.zoom());
        if (!level.equals(detail)) {
            detail = level;
            frames.values().forEach(frame -> frame.detail(level));
            edges.values().forEach(edge -> edge.detail(level));
            cards.values().forEach(card -> card.detail(level));
        }
    }

    /// Leaves out of drawing what lies outside a part of the diagram.
    void cull(Box seen) {
        Box near = seen.grown(40);
        for (CardNode card : cards.values()) {
            // Hiding the focused card would take the focus from it.
            card.setVisible(card.isFocused() || card.place().overlaps(near));
        }
        for (EdgeNode edge : edges.values()) {
            edge.setVisible(edge.bounds().overlaps(near));
        }
        for (FrameNode frame : frames.values()) {
            frame.setVisible(frame.isFocused() || frame.place().overlaps(near));
        }
    }

    @Nullable
    CardNode card(NodeId id) {
        return cards.get(id);
    }

    /// The card, or the opened boundary.
    @Nullable
    Stop stop(NodeId id) {
        Stop card = cards.get(id);
        return card != null || id.of() != NodeId.Of.BOUNDARY ? card : frames.get(id.id());
    }

    /// Where something lies, as it was last shown.
    @Nullable
    Box place(NodeId id) {
        CardNode card = cards.get(id);
        if (card != null) {
            return card.place();
        }
        FrameNode frame = id.of() == NodeId.Of.BOUNDARY ? frames.get(id.id()) : null;
        return frame == null ? null : frame.place();
    }

    Iterable<EdgeNode> edges() {
        return edges.values();
    }

    /// Above everything, and not seen by the mouse.
    void addFloating(Node node) {
        floating.getChildren().add(node);
    }

    void removeFloating(Node node) {
        floating.getChildren().remove(node);
    }

    private void frames(DiagramDiff.Changes<String, Frame> changes, SpokenWords words, List<DoubleConsumer> moves) {
        for (String id : changes.removed()) {
            frameLayer.getChildren().remove(frames.remove(id));
        }
        for (Frame frame : changes.added()) {
            FrameNode node = new FrameNode(frame);
            node.setAccessibleText(words.of(frame));
            node.detail(detail);
            frames.put(frame.id(), node);
        }
        for (Frame frame : changes.restyled()) {
            restyle(frame, words);
        }
        for (Frame frame : changes.moved()) {
            FrameNode node = restyle(frame, words);
            Box from = node.place();
            moves.add(part -> node.place(between(from, frame.box(), part)));
        }
        if (!changes.added().isEmpty()) {
            // From the outside in.
            frameLayer
                    .getChildren()
                    .setAll(diagram.frames().stream()
                            .map(frame -> (Node) frames.get(frame.id()))
                            .toList());
        }
    }

    private FrameNode restyle(Frame frame, SpokenWords words) {
        FrameNode node = frames.get(frame.id());
        if (node == null) {
            throw new IllegalStateException("no frame " + frame.id());
        }
        node.show(frame);
        node.setAccessibleText(words.of(frame));
        return node;
    }

    private void edges(DiagramDiff.Changes<EdgeId, Edge> changes, List<DoubleConsumer> moves) {
        for (EdgeId id : changes.removed()) {
            EdgeNode node = edges.remove(id);
            if (node != null) {
                edgeLayer.getChildren().remove(node);
                labelLayer.getChildren().remove(node.label());
            }
        }
        List<Node> lines = new ArrayList<>();
        List<Node> labels = new ArrayList<>();
        for (Edge edge : changes.added()) {
            EdgeNode node = new EdgeNode(edge);
            node.detail(detail);
            edges.put(edge.id(), node);
            lines.add(node);
            labels.add(node.label());
            moves.add(node::fade);
        }
        edgeLayer.getChildren().addAll(lines);
        labelLayer.getChildren().addAll(labels);
        for (Edge edge : changes.restyled()) {
            restyle(edge);
        }
        for (Edge edge : changes.moved()) {
            EdgeNode node = restyle(edge);
            moves.add(node::fade);
        }
    }

    private EdgeNode restyle(Edge edge) {
        EdgeNode node = edges.get(edge.id());
        if (node == null) {
            throw new IllegalStateException("no edge " + edge.id());
        }
        node.show(edge);
        node.detail(detail);
        return node;
    }

    private void cards(DiagramDiff.Changes<NodeId, Card> changes, SpokenWords words, List<DoubleConsumer> moves) {
        for (NodeId id : changes.removed()) {
            cardLayer.getChildren().remove(cards.remove(id));
        }
        List<Node> added = new ArrayList<>();
        for (Card card : changes.added()) {
            CardNode node = new CardNode(card);
            node.setAccessibleText(words.of(card));
            node.detail(detail);
            cards.put(card.id(), node);
            added.add(node);
            moves.add(node::setOpacity);
        }
        cardLayer.getChildren().addAll(added);
        for (Card card : changes.restyled()) {
            restyle(card, words);
        }
        for (Card card : changes.moved()) {
            CardNode node = restyle(card, words);
            Box from = node.place();
            moves.add(part -> node.place(between(from, card.box(), part)));
        }
    }

    private CardNode restyle(Card card, SpokenWords words) {
        CardNode node = cards.get(card.id());
        if (node == null) {
            throw new IllegalStateException("no card " + card.id());
        }
        node.show(card);
        node.setAccessibleText(words.of(card));
        return node;
    }

    private static Box between(Box from, Box to, double part) {
        if (part >= 1) {
            return to;
        }
        return new Box(
                from.x() + (to.x() - from.x()) * part,
                from.y() + (to.y() - from.y()) * part,
                from.width() + (to.width() - from.width()) * part,
                from.height() + (to.height() - from.height()) * part);
    }

    private static Group layer() {
        Group layer = new Group();
        // Children are placed by hand; a group would ask each for its size.
        layer.setAutoSizeChildren(false);
        layer.setManaged(false);
        return layer;
    }
}
