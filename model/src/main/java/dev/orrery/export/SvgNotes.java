package dev.orrery.export;

import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Measures;
import dev.orrery.diagram.NoteMark;
import dev.orrery.diagram.Palette;
import dev.orrery.layout.Box;

/// Draws the signs of notes into an SVG: each a `<g>` with `data-note`, and all of its text as `<title>`.
record SvgNotes(Markup svg, Palette palette) {
    void draw(NoteMark note) {
        String place = "translate(" + Markup.number(note.mark().x()) + " "
                + Markup.number(note.mark().y()) + ")";
        svg.open(
                "g",
                "data-note",
                note.on().id(),
                "data-of",
                SvgExporter.of(note.on()),
                "opacity",
                note.emphasis().opacity());
        svg.text("title", note.text());
        String line = palette.hex(Colour.SECOND_TEXT);
        svg.empty("path", "d", NoteMark.SHEET, "transform", place, "fill", palette.hex(Colour.CARD), "stroke", line);
        svg.empty("path", "d", NoteMark.LINES, "transform", place, "fill", "none", "stroke", line);
        Box words = note.wordsAt();
        if (words != null) {
            svg.text(
                    "text",
                    note.words(),
                    "x",
                    words.x(),
                    "y",
                    words.y() + NoteMark.BASELINE,
                    "font-size",
                    Measures.SMALL_SIZE,
                    "fill",
                    line);
        }
        svg.close();
    }
}
