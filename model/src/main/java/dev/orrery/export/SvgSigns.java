package dev.orrery.export;

import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.EdgePath;
import dev.orrery.diagram.Mark;
import dev.orrery.diagram.Measures;
import dev.orrery.diagram.Palette;
import dev.orrery.diagram.Sign;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import org.jspecify.annotations.Nullable;

/// Draws what a what-if or a comparison says: a flag on a box, a sign on a line.
record SvgSigns(Markup svg, Palette palette) {
    private static final double RADIUS = 7;
    private static final double SMALL = 8;

    /// @param box of the card or frame, in the coordinates that are drawn in
    void flag(@Nullable Mark mark, Box box) {
        Box flag = Mark.flag(mark, box);
        Sign sign = mark == null ? null : mark.sign();
        if (flag == null || sign == null) {
            return;
        }
        svg.open("g", "data-mark", sign.word());
        pill(flag, sign);
        path(sign, Mark.signX(flag), flag.centerY() - Mark.FLAG_SIGN / 2, Mark.FLAG_SIGN);
        svg.text(
                "text",
                sign.words(),
                "x",
                Mark.wordsX(flag),
                "y",
                flag.y() + Mark.FLAG_BASELINE,
                "font-size",
                Measures.SMALL_SIZE,
                "fill",
                palette.hex(Colour.TEXT));
        svg.close();
    }

    void onLine(Diagram.Edge edge) {
        Sign sign = edge.sign();
        if (sign == null) {
            return;
        }
        Point at = EdgePath.signAt(edge.route());
        svg.open("g", "data-mark", sign.word(), "opacity", edge.opacity());
        pill(new Box(at.x() - RADIUS, at.y() - RADIUS, 2 * RADIUS, 2 * RADIUS), sign);
        path(sign, at.x() - SMALL / 2, at.y() - SMALL / 2, SMALL);
        svg.close();
    }

    private void pill(Box box, Sign sign) {
        svg.empty(
                "rect",
                "x",
                box.x(),
                "y",
                box.y(),
                "width",
                box.width(),
                "height",
                box.height(),
                "rx",
                box.height() / 2,
                "fill",
                palette.hex(Colour.CARD),
                "stroke",
                palette.hex(sign.colour()),
                "stroke-width",
                1.2);
    }

    private void path(Sign sign, double x, double y, double size) {
        String place = "translate(" + Markup.number(x) + " " + Markup.number(y) + ") scale("
                + Markup.number(size / Sign.SIZE) + ")";
        svg.empty(
                "path",
                "d",
                sign.path(),
                "transform",
                place,
                "fill",
                "none",
                "stroke",
                palette.hex(sign.colour()),
                "stroke-width",
                Sign.LINE,
                "stroke-linecap",
                "round",
                "stroke-linejoin",
                "round");
    }
}
