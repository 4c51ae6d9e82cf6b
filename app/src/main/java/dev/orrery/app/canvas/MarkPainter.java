package dev.orrery.app.canvas;

import dev.orrery.app.raster.Outline;
import dev.orrery.app.raster.SvgPath;
import dev.orrery.app.theme.Inks;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.FindingMark;
import dev.orrery.diagram.MarkShape;
import dev.orrery.layout.Box;

/// Paints what inspections found at one place, as [MarkNode] would show it.
record MarkPainter(Easel easel) {
    /// @param size 1 as measured
    void mark(FindingMark mark, Box place, double size, double opacity) {
        if (mark.isNone() || opacity <= 0) {
            return;
        }
        int ink = ink(MarkShape.colour(mark.severity()), opacity);
        easel.round(place, place.height() / 2, ink(Colour.CARD, opacity));
        easel.ring(place, place.height() / 2, 1, ink(Colour.LINE, opacity));
        Outline shape = SvgPath.outline(MarkShape.path(mark.severity()));
        double side = FindingMark.SHAPE_SIZE * size;
        easel.raster()
                .fill(
                        shape,
                        side * easel.zoom(),
                        easel.x(place.x() + FindingMark.shapeX(size)),
                        easel.y(place.centerY() - side / 2),
                        ink);
        if (!mark.label().isEmpty()) {
            easel.small(
                    mark.label(),
                    place.x() + FindingMark.labelX(size),
                    place.centerY() + MarkNode.BASELINE * size,
                    size,
                    ink);
        }
    }

    private int ink(Colour colour, double opacity) {
        return Inks.faded(easel.inks().of(colour), opacity);
    }
}
