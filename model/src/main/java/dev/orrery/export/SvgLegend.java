package dev.orrery.export;

import dev.orrery.diagram.Colour;
import dev.orrery.diagram.HealthShape;
import dev.orrery.diagram.Legend;
import dev.orrery.diagram.LegendRows;
import dev.orrery.diagram.Measures;
import dev.orrery.diagram.Palette;
import dev.orrery.layout.Point;

/// Draws what colours mean below the picture.
record SvgLegend(Markup svg, Palette palette) {

    void draw(Legend legend, Point place, double width) {
        svg.open("g", "data-lens", legend.lens().word());
        text(legend.lens().title(), place.x(), place.y() + LegendRows.BASELINE, 600, Colour.TEXT, Measures.TITLE_SIZE);
        for (LegendRows.Item item : LegendRows.of(legend, width).items()) {
            double x = place.x() + item.x();
            double y = place.y() + item.y();
            sign(item.entry(), x, y + LegendRows.BASELINE - LegendRows.SIGN + 1);
            text(
                    item.words(),
                    x + LegendRows.LABEL_X,
                    y + LegendRows.BASELINE,
                    400,
                    Colour.SECOND_TEXT,
                    Measures.SMALL_SIZE);
        }
        svg.close();
    }

    private void sign(Legend.Entry entry, double x, double y) {
        String colour = palette.hex(entry.colour());
        if (entry.health() != null) {
            String move = "translate(" + Markup.number(x) + " " + Markup.number(y) + ") scale("
                    + Markup.number(LegendRows.SIGN) + ")";
            svg.empty("path", "d", HealthShape.path(entry.health()), "transform", move, "fill", colour);
        } else if (entry.hollow()) {
            svg.empty(
                    "rect",
                    "x",
                    x + 0.5,
                    "y",
                    y + 0.5,
                    "width",
                    LegendRows.SIGN - 1,
                    "height",
                    LegendRows.SIGN - 1,
                    "rx",
                    2,
                    "fill",
                    "none",
                    "stroke",
                    colour,
                    "stroke-dasharray",
                    "2 1.5");
        } else {
            svg.empty(
                    "rect",
                    "x",
                    x,
                    "y",
                    y,
                    "width",
                    LegendRows.SIGN,
                    "height",
                    LegendRows.SIGN,
                    "rx",
                    2,
                    "fill",
                    colour);
        }
    }

    private void text(String words, double x, double y, int weight, Colour colour, double size) {
        svg.text("text", words, "x", x, "y", y, "font-size", size, "font-weight", weight, "fill", palette.hex(colour));
    }
}
