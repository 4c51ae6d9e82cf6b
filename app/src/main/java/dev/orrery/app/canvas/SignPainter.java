package dev.orrery.app.canvas;

import dev.orrery.app.raster.SvgPath;
import dev.orrery.app.theme.Inks;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Mark;
import dev.orrery.diagram.Sign;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import org.jspecify.annotations.Nullable;

/// Paints what a what-if or a comparison says: a flag on a box, a sign on a line.
record SignPainter(Easel easel) {
    private static final double RADIUS = 7;
    private static final double SMALL = 8;

    /// @param box of the card or frame
    void flag(@Nullable Mark mark, Box box, double opacity) {
        boolean worded = easel.detail().small() > 0;
        Box flag = worded ? Mark.flag(mark, box) : Mark.badge(mark, box);
        Sign sign = mark == null ? null : mark.sign();
        if (flag == null || sign == null || easel.detail().plain()) {
            return;
        }
        pill(flag, sign, opacity);
        if (!worded) {
            double half = Mark.BADGE_SIGN / 2;
            path(sign, flag.centerX() - half, flag.centerY() - half, Mark.BADGE_SIGN, opacity);
            return;
        }
        path(sign, Mark.signX(flag), flag.centerY() - Mark.FLAG_SIGN / 2, Mark.FLAG_SIGN, opacity);
        int words = Inks.faded(easel.inks().of(Colour.TEXT), opacity);
        easel.small(sign.words(), Mark.wordsX(flag), flag.y() + Mark.FLAG_BASELINE, words);
    }

    void onLine(Sign sign, Point at, double opacity) {
        pill(new Box(at.x() - RADIUS, at.y() - RADIUS, 2 * RADIUS, 2 * RADIUS), sign, opacity);
        path(sign, at.x() - SMALL / 2, at.y() - SMALL / 2, SMALL, opacity);
    }

    private void pill(Box box, Sign sign, double opacity) {
        easel.round(box, box.height() / 2, Inks.faded(easel.inks().of(Colour.CARD), opacity));
        easel.ring(box, box.height() / 2, 1.2, Inks.faded(easel.inks().of(sign.colour()), opacity));
    }

    private void path(Sign sign, double x, double y, double size, double opacity) {
        double scale = size / Sign.SIZE * easel.zoom();
        easel.raster()
                .stroke(
                        SvgPath.outline(sign.path()),
                        scale,
                        easel.x(x),
                        easel.y(y),
                        Sign.LINE * scale,
                        Inks.faded(easel.inks().of(sign.colour()), opacity));
    }
}
