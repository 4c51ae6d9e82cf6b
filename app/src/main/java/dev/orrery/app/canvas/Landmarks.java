package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// The names that are written where cards are too small for theirs: boundaries from the outside in, then services by
/// how many lines they have, each only where it covers no name before it. They are chosen for the whole picture at one
/// zoom, so that a part that is painted alone fits to the rest, and without regard to health, so that none comes or
/// goes with it. Immutable.
///
/// @param zoom that they were chosen for
/// @param names in the order of their choice
record Landmarks(PlaceIndex index, double zoom, List<Name> names) {
    static final Landmarks NONE = new Landmarks(PlaceIndex.EMPTY, 0, List.of());

    /// Of letters, in pixels on the screen.
    static final double FRAME_SIZE = 11.5;
    static final double CARD_SIZE = 10;
    /// Between two names, in pixels on the screen.
    private static final double APART = 10;

    private static final double LINE = 16;
    private static final int LONGEST = 40;

    /// @param box around the name, in the diagram
    record Name(String text, Box box, boolean frame) {}

    /// @param index of the diagram
    /// @param width of a text at size 1
    static Landmarks of(Diagram diagram, PlaceIndex index, double zoom, ToDoubleFunction<String> width) {
        List<Name> names = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        List<Frame> frames = diagram.frames().stream()
                .filter(frame -> PlaceIndex.isPlace(frame.box()))
                .sorted(Comparator.comparingInt(Frame::depth)
                        .thenComparingDouble(
                                frame -> -frame.box().width() * frame.box().height())
                        .thenComparing(Frame::id))
                .toList();
        for (Frame frame : frames) {
            add(frame.fullTitle(), frame.box(), true, zoom, width, taken, names);
        }
        Map<NodeId, Integer> lines = new HashMap<>();
        for (List<Edge> edges : List.of(diagram.edges(), diagram.folded())) {
            for (Edge edge : edges) {
                lines.merge(edge.id().from(), 1, Integer::sum);
                lines.merge(edge.id().to(), 1, Integer::sum);
            }
        }
        List<Card> cards = diagram.cards().stream()
                .filter(card -> PlaceIndex.isPlace(card.box()))
                .sorted(Comparator.comparingInt((Card card) -> -lines.getOrDefault(card.id(), 0))
                        .thenComparing(Card::id))
                .toList();
        for (Card card : cards) {
            add(card.fullTitle(), card.box(), false, zoom, width, taken, names);
        }
        return new Landmarks(index, zoom, List.copyOf(names));
    }

    private static void add(
            String title,
            Box at,
            boolean frame,
            double zoom,
            ToDoubleFunction<String> width,
            Set<Long> taken,
            List<Name> names) {
        String text = title.length() <= LONGEST ? title : title.substring(0, LONGEST) + "…";
        double wide = width.applyAsDouble(text) * (frame ? FRAME_SIZE : CARD_SIZE) + APART;
        // A name that is much wider than its frame says nothing about where that is.
        if (frame && wide > at.width() * zoom * 1.2) {
            return;
        }
        double left = at.centerX() * zoom - wide / 2;
        double top = at.centerY() * zoom - LINE / 2;
        // Cells of half a line; a name takes all that it touches.
        List<Long> cells = new ArrayList<>();
        for (long row = (long) Math.floor(top / LINE); row <= (long) Math.floor((top + LINE) / LINE); row++) {
            for (long column = (long) Math.floor(left / LINE);
                    column <= (long) Math.floor((left + wide) / LINE);
                    column++) {
                long cell = (row << 32) ^ (column & 0xffffffffL);
                if (taken.contains(cell)) {
                    return;
                }
                cells.add(cell);
            }
        }
        taken.addAll(cells);
        double width0 = wide - APART;
        names.add(new Name(
                text,
                new Box(at.centerX() - width0 / 2 / zoom, at.centerY() - LINE / 2 / zoom, width0 / zoom, LINE / zoom),
                frame));
    }
}
