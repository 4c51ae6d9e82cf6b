package dev.orrery.diagram;

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
        return text.length() * size * (semibold ? 0.58 : 0.55);
    }

    /// The text, or as much of its beginning as fits with an ellipsis.
    String fit(String text, double width) {
        if (width(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…") > width) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
