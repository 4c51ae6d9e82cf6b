package dev.orrery.app.canvas;

import dev.orrery.app.raster.Raster;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.layout.Box;
import java.util.BitSet;

/// Paints a picture into pixels: frames from the outside in, lines, counts, titles, cards. One thread at a time.
final class Painter {
    /// In pixels, beyond what is asked for: lines are wide, arrows wider, and marks stand out from cards.
    private static final double AROUND = 10;

    private final Easel easel = new Easel();
    private final FramePainter frames = new FramePainter(easel);
    private final EdgePainter edges = new EdgePainter(easel);
    private final CardPainter cards = new CardPainter(easel);
    private final LandmarkPainter landmarks = new LandmarkPainter(easel);

    /// Paints all that the clip of a raster shows, over whatever was there.
    void paint(Painting painting, Projection place, Raster raster, int left, int top, int right, int bottom) {
        easel.set(raster, place, painting.inks());
        raster.clip(left, top, right, bottom);
        raster.clear(painting.inks().of(Colour.CANVAS));
        Box seen = place.under(left - AROUND, top - AROUND, right + AROUND, bottom + AROUND);
        Diagram diagram = painting.diagram();
        Transit transit = painting.transit();
        for (Frame frame : diagram.frames()) {
            Box box = transit.place(frame);
            if (PlaceIndex.isPlace(box) && box.overlaps(seen)) {
                frames.panel(frame, box);
            }
        }
        edges(painting, seen);
        for (Frame frame : diagram.frames()) {
            Box box = transit.place(frame);
            if (PlaceIndex.isPlace(box)
                    && box.overlaps(seen)
                    && !painting.nodes().contains(NodeId.boundary(frame.id()))) {
                frames.words(frame, box);
            }
        }
        BitSet found = transit.arrived()
                ? painting.index().cards(seen)
                : all(diagram.cards().size());
        cards(painting, found, false);
        // Nodes lie above all that is painted; what has the keyboard is one even among thousands of painted cards.
        if (transit.arrived() && painting.nodes().size() < 2) {
            if (landmarks.names(painting, seen)) {
                // A name never hides that something is not well.
                cards(painting, found, true);
            }
        }
        raster.clip(0, 0, raster.width(), raster.height());
    }

    /// @param unwell only those that are degraded or down
    private void cards(Painting painting, BitSet found, boolean unwell) {
        Transit transit = painting.transit();
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            Card card = painting.diagram().cards().get(i);
            Box box = transit.place(card);
            Health health = card.health().health();
            if ((!unwell || health == Health.DOWN || health == Health.DEGRADED)
                    && PlaceIndex.isPlace(box)
                    && !painting.nodes().contains(card.id())) {
                cards.card(card, box, painting.lit(), transit.opacity(card));
            }
        }
    }

    private void edges(Painting painting, Box seen) {
        Diagram diagram = painting.diagram();
        BitSet found = painting.index().edges(seen);
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            Edge edge = diagram.edges().get(i);
            edges.line(edge, painting.lit(), painting.transit().opacity(edge));
        }
        if (painting.lit().id() != null && painting.transit().arrived()) {
            diagram.folded().stream().filter(painting.lit()::near).forEach(edge -> edges.line(edge, painting.lit(), 1));
        }
        if (easel.detail().badges() > 0) {
            for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
                Edge edge = diagram.edges().get(i);
                edges.mark(edge, painting.transit().opacity(edge));
            }
        }
        if (!easel.detail().plain()) {
            for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
                Edge edge = diagram.edges().get(i);
                edges.sign(edge, painting.transit().opacity(edge));
            }
        }
        if (easel.detail().small() > 0) {
            for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
                Edge edge = diagram.edges().get(i);
                edges.label(edge, painting.lit(), painting.transit().opacity(edge));
            }
        }
    }

    private static BitSet all(int count) {
        BitSet all = new BitSet(count);
        all.set(0, count);
        return all;
    }
}
