package dev.orrery.layout.layered;

import dev.orrery.layout.Spacing;

/// How far items of one row keep apart.
///
/// @param nodes how many of the items are boxes; the others are lines
/// @param widths of all items
@SuppressWarnings("ArrayRecordComponent") // Seen by this package alone, which copies nothing that large.
record Gaps(int nodes, double[] widths) {
    /// Between two lines that run side by side.
    static final double LINES = 12;
    /// Between a box and a line that passes it.
    static final double LINE_TO_BOX = Spacing.BESIDE / 2;

    /// The least distance of the centres of two neighbours.
    double apart(int left, int right) {
        boolean isLine = left >= nodes;
        boolean toLine = right >= nodes;
        double gap = isLine && toLine ? LINES : isLine || toLine ? LINE_TO_BOX : Spacing.BESIDE;
        return gap + (widths[left] + widths[right]) / 2;
    }
}
