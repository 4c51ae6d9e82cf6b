package dev.orrery.export;

import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.FindingMark;
import dev.orrery.diagram.MarkShape;
import dev.orrery.diagram.Measures;
import dev.orrery.diagram.Palette;
import dev.orrery.inspection.Finding;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.util.stream.Collectors;

/// Draws what inspections found into an SVG, over everything: each mark a `<g>` with its severity and rules.
final class SvgMarks {
    private static final double BASELINE = 3.7;

    private final Markup svg;
    private final Palette palette;

    SvgMarks(Markup svg, Palette palette) {
        this.svg = svg;
        this.palette = palette;
    }

    void draw(Diagram diagram) {
        for (Diagram.Edge edge : diagram.edges()) {
            Point at = edge.findingsAt();
            if (at != null) {
                mark(
                        edge.findings(),
                        edge.findings().around(at.x(), at.y(), 1),
                        edge.emphasis().opacity());
            }
        }
        for (Diagram.Card card : diagram.cards()) {
            mark(
                    card.findings(),
                    card.findings().onCard(card.box(), 1),
                    card.emphasis().opacity());
        }
    }

    private void mark(FindingMark mark, Box place, double opacity) {
        if (mark.isNone()) {
            return;
        }
        String ink = palette.hex(MarkShape.colour(mark.severity()));
        String rules = mark.findings().stream().map(Finding::rule).distinct().collect(Collectors.joining(" "));
        svg.open("g", "data-finding", mark.severity().word(), "data-rules", rules, "opacity", opacity);
        svg.text("title", String.join("\n", mark.lines()));
        svg.empty(
                "rect",
                "x",
                place.x() + 0.5,
                "y",
                place.y() + 0.5,
                "width",
                place.width() - 1,
                "height",
                place.height() - 1,
                "rx",
                (place.height() - 1) / 2,
                "fill",
                palette.hex(Colour.CARD),
                "stroke",
                palette.hex(Colour.LINE));
        String move = "translate(" + Markup.number(place.x() + FindingMark.shapeX(1)) + " "
                + Markup.number(place.centerY() - FindingMark.SHAPE_SIZE / 2) + ") scale("
                + Markup.number(FindingMark.SHAPE_SIZE) + ")";
        svg.empty("path", "d", MarkShape.path(mark.severity()), "transform", move, "fill", ink);
        if (!mark.label().isEmpty()) {
            svg.text(
                    "text",
                    mark.label(),
                    "x",
                    place.x() + FindingMark.labelX(1),
                    "y",
                    place.centerY() + BASELINE,
                    "font-size",
                    Measures.SMALL_SIZE,
                    "fill",
                    ink);
        }
        svg.close();
    }
}
