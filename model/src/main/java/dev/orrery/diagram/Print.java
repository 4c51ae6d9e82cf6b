package dev.orrery.diagram;

import dev.orrery.layout.TextMeasure;

/// The three sizes of type on a picture, with the widths of text in them.
enum Print {
    NAME(Measures.NAME_SIZE, true),
    TITLE(Measures.TITLE_SIZE, true),
    SMALL(Measures.SMALL_SIZE, false);

    private final double size;
    private final boolean semibold;

    Print(double size, boolean semibold) {
        this.size = size;
        this.semibold = semibold;
    }

    double width(String text) {
        return TextMeasure.inter().width(text, size, semibold);
    }

    /// The text, or as much of its beginning as fits with an ellipsis.
    String fit(String text, double width) {
        return TextMeasure.inter().fit(text, size, semibold, width);
    }
}
