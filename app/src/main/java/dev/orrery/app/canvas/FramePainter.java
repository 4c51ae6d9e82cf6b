package dev.orrery.app.canvas;

import dev.orrery.app.theme.Inks;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.diagram.LineStyle;
import dev.orrery.diagram.Measures;
import dev.orrery.layout.Box;

/// Paints opened boundaries as [FrameNode] would show them.
record FramePainter(Easel easel) {
    void panel(Frame frame, Box box) {
        LineStyle style = LineStyle.of(frame);
        Inks inks = easel.inks();
        double seen = frame.mark() == null ? 1 : frame.mark().opacity();
        int ground = frame.depth() % 2 == 1 ? inks.of(Inks.Mixed.INNER_BOUNDARY) : inks.of(Colour.BOUNDARY);
        int line = Inks.faded(inks.of(style.colour()), seen);
        easel.round(box, Measures.FRAME_RADIUS, Inks.faded(ground, seen));
        if (style.dashes().isEmpty()) {
            easel.ring(box, Measures.FRAME_RADIUS, style.width(), line);
        } else {
            easel.dashed(box, Measures.FRAME_RADIUS, style.width(), style.dashes(), line);
        }
        if (easel.detail().small() > 0) {
            new SignPainter(easel).flag(frame.mark(), box, seen);
        }
    }

    void words(Frame frame, Box box) {
        Detail detail = easel.detail();
        double opacity = frame.opacity();
        int colour = easel.inks().of(Colour.SECOND_TEXT);
        if (detail.names() * opacity > 0) {
            double scale = FrameNode.titleScale(box, easel.boldWidth(frame.title(), Measures.TITLE_SIZE), detail);
            easel.bold(
                    frame.title(),
                    box.x() + Measures.FRAME_INSET,
                    box.y() + FrameNode.titleLine(scale),
                    Measures.TITLE_SIZE * scale,
                    Inks.faded(colour, detail.names() * opacity));
            double wide = easel.boldWidth(frame.title(), Measures.TITLE_SIZE) * scale;
            new MarkPainter(easel)
                    .mark(
                            frame.findings(),
                            FrameNode.mark(frame, box, wide, scale, detail),
                            FrameNode.markSize(detail),
                            FrameNode.markOpacity(frame, box, wide, detail));
        }
        if (detail.small() * opacity > 0) {
            int faded = Inks.faded(colour, detail.small() * opacity);
            if (frame.owner() != null) {
                easel.smallTo(
                        frame.owner(), box.right() - Measures.FRAME_INSET, box.y() + FrameNode.titleLine(1), faded);
            }
            CardPainter.chevron(
                    easel,
                    true,
                    box.x() + Measures.FRAME_INSET / 2 - Chevron.SIZE / 2 + 0.5,
                    box.y() + FrameNode.titleLine(1) - 4 - Chevron.SIZE / 2,
                    faded);
        }
    }
}
