package dev.orrery.layout.layered;

/// The lines to be drawn: one for each edge as it was given. Those between the same two nodes run side by side in one
/// chain of dummies.
///
/// @param chain for each line, the edge of the layered graph along which it runs
/// @param aside for each line, how far to the right of the middle of its dummies it runs
/// @param widths of all items, those of dummies with room for their lines
@SuppressWarnings("ArrayRecordComponent") // Seen by this package alone, which copies nothing that large.
record Strands(int[] chain, double[] aside, double[] widths) {
    private static final double APART = 8;

    static Strands of(int[] chain, Levels levels, double[] nodeWidths) {
        int[] lines = new int[levels.graph.edges()];
        double[] aside = new double[chain.length];
        for (int line = 0; line < chain.length; line++) {
            aside[line] = APART * lines[chain[line]]++;
        }
        double[] widths = new double[levels.items()];
        System.arraycopy(nodeWidths, 0, widths, 0, nodeWidths.length);
        for (int edge = 0; edge < lines.length; edge++) {
            for (int dummy = levels.firstDummy(edge); dummy < levels.endOfDummies(edge); dummy++) {
                widths[dummy] = APART * (lines[edge] - 1);
            }
        }
        for (int line = 0; line < chain.length; line++) {
            aside[line] -= APART * (lines[chain[line]] - 1) / 2;
        }
        return new Strands(chain, aside, widths);
    }

    int count() {
        return chain.length;
    }
}
