package dev.orrery.layout;

import java.util.Arrays;

/// Where the lines cross, which steps from crossing to crossing are free, in which frame each crossing
/// lies, and which steps earlier routes have taken.
final class Grid {
    /// A route keeps this far from a box that it runs along.
    private static final double MARGIN = 5;

    final double[] xs;
    final double[] ys;
    final int width;
    final Lines lines;
    /// Of a step: whether it is closed.
    static final int CLOSED = 1;
    /// Of a step: whether it runs along the narrow room between a frame's border and its content: open, but not liked.
    static final int NARROW = 2;
    /// How far up in a step the number of routes is that take it.
    static final int USED = 2;

    private static final int ROUTE = 1 << USED;

    /// The steps to the right from each crossing, and those down from it.
    final int[] right;

    final int[] down;
    /// How long the steps from each line to the next are, rounded up.
    final int[] widths;

    final int[] heights;
    /// For each crossing the innermost frame around it, or -1.
    final int[] frameAt;

    Grid(Ground ground, Lines lines) {
        this.lines = lines;
        xs = lines.xs;
        ys = lines.ys;
        width = xs.length;
        int size = width * ys.length;
        right = new int[size];
        down = new int[size];
        widths = lengths(xs);
        heights = lengths(ys);
        frameAt = new int[size];
        Arrays.fill(frameAt, -1);
        for (int frame = 0; frame < ground.frames().size(); frame++) {
            Box box = ground.frames().get(frame);
            for (int row = first(ys, box.y()); row < ys.length && ys[row] < box.bottom(); row++) {
                int from = row * width + first(xs, box.x());
                int to = row * width + before(xs, box.right()) + 1;
                if (from < to) {
                    Arrays.fill(frameAt, from, to, frame);
                }
            }
            Box left = new Box(box.x(), box.y(), Spacing.INSET, box.height());
            markDown(NARROW, left, 0);
            markDown(NARROW, left.moved(box.width() - Spacing.INSET, 0), 0);
            markRight(NARROW, new Box(box.x(), box.bottom() - Spacing.INSET, box.width(), Spacing.INSET), 0);
            markRight(CLOSED, ground.band(frame), 0);
            markDown(CLOSED, ground.titles().get(frame), MARGIN);
        }
        for (Box box : ground.boxes()) {
            markRight(CLOSED, box, MARGIN);
            markDown(CLOSED, box, MARGIN);
        }
    }

    private static int[] lengths(double[] lines) {
        int[] lengths = new int[Math.max(0, lines.length - 1)];
        Arrays.setAll(lengths, line -> (int) Math.ceil(lines[line + 1] - lines[line]));
        return lengths;
    }

    private void markRight(int mark, Box box, double margin) {
        for (int row = first(ys, box.y() - margin); row < ys.length && ys[row] < box.bottom() + margin; row++) {
            int from = Math.max(0, first(xs, box.x()) - 1);
            int to = before(xs, box.right()) + 1;
            mark(right, mark, row * width + from, row * width + Math.min(to, width));
        }
    }

    private void markDown(int mark, Box box, double margin) {
        int from = first(xs, box.x() - margin);
        int to = before(xs, box.right() + margin) + 1;
        if (from >= to) {
            return;
        }
        int last = before(ys, box.bottom());
        for (int row = Math.max(0, first(ys, box.y()) - 1); row <= last; row++) {
            mark(down, mark, row * width + from, row * width + to);
        }
    }

    private static void mark(int[] steps, int mark, int from, int to) {
        for (int step = from; step < to; step++) {
            steps[step] |= mark;
        }
    }

    /// The number of the first line after `at`.
    static int first(double[] lines, double at) {
        int found = Arrays.binarySearch(lines, at);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The number of the last line before `at`, or -1.
    static int before(double[] lines, double at) {
        int found = Arrays.binarySearch(lines, at);
        return found >= 0 ? found - 1 : -found - 2;
    }

    /// Notes (`by` 1) or forgets (-1) that a route runs along a line between two crossings.
    void use(int from, int to, int by) {
        int low = Math.min(from, to);
        int high = Math.max(from, to);
        boolean vertical = low % width == high % width;
        int[] steps = vertical ? down : right;
        for (int at = low; at < high; at += vertical ? width : 1) {
            steps[at] += by * ROUTE;
        }
    }
}
