package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.diagram.DiagramDiff;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Box;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The way from one picture to the next: what moves glides, what is new comes in.
///
/// @param cards where those that move came from
/// @param frames where those that move came from
/// @param newCards that come in
/// @param newEdges that come in, those with another route among them
/// @param part 0 at the beginning, 1 when all has arrived
record Transit(
        Map<NodeId, Box> cards, Map<String, Box> frames, Set<NodeId> newCards, Set<EdgeId> newEdges, double part) {
    static final Transit ARRIVED = new Transit(Map.of(), Map.of(), Set.of(), Set.of(), 1);

    static Transit of(DiagramDiff diff, Function<NodeId, @Nullable Box> cards, Function<String, @Nullable Box> frames) {
        Map<NodeId, Box> cardsFrom = new HashMap<>();
        diff.cards()
                .moved()
                .forEach(card ->
                        cardsFrom.put(card.id(), Objects.requireNonNullElse(cards.apply(card.id()), card.box())));
        Map<String, Box> framesFrom = new HashMap<>();
        diff.frames()
                .moved()
                .forEach(frame ->
                        framesFrom.put(frame.id(), Objects.requireNonNullElse(frames.apply(frame.id()), frame.box())));
        Set<NodeId> newCards = new HashSet<>();
        diff.cards().added().forEach(card -> newCards.add(card.id()));
        Set<EdgeId> newEdges = new HashSet<>();
        diff.edges().added().forEach(edge -> newEdges.add(edge.id()));
        diff.edges().moved().forEach(edge -> newEdges.add(edge.id()));
        return new Transit(cardsFrom, framesFrom, newCards, newEdges, 0);
    }

    Transit at(double next) {
        return next >= 1 ? ARRIVED : new Transit(cards, frames, newCards, newEdges, next);
    }

    boolean arrived() {
        return part >= 1;
    }

    Box place(Card card) {
        Box from = arrived() ? null : cards.get(card.id());
        return from == null ? card.box() : between(from, card.box());
    }

    Box place(Frame frame) {
        Box from = arrived() ? null : frames.get(frame.id());
        return from == null ? frame.box() : between(from, frame.box());
    }

    double opacity(Card card) {
        return newCards.contains(card.id()) ? part : 1;
    }

    double opacity(Edge edge) {
        return newEdges.contains(edge.id()) ? part : 1;
    }

    private Box between(Box from, Box to) {
        return new Box(
                from.x() + (to.x() - from.x()) * part,
                from.y() + (to.y() - from.y()) * part,
                from.width() + (to.width() - from.width()) * part,
                from.height() + (to.height() - from.height()) * part);
    }
}
