package dev.orrery.layout;

import java.util.Arrays;
import java.util.BitSet;

/// Where the lines cross, which steps from crossing to crossing are free, in which frame each crossing
/// lies, and which steps earlier routes have taken.
final class Grid {
    /// A route keeps this far from a box that it runs along.
    private static final double MARGIN = 5;

    final double[] xs;
    final double[] ys;
    final int width;
    final Lines lines;
    private final BitSet closedRight;
    private final BitSet closedDown;
    /// Steps along the narrow room between a frame's border and its content: open, but not liked.
    private final BitSet narrowRight;
    private final BitSet narrowDown;
    private final int[] frameAt;
    private final short[] usedRight;
    private final short[] usedDown;

    Grid(Ground ground, Lines lines) {
        this.lines = lines;
        xs = lines.xs;
        ys = lines.ys;
        width = xs.length;
        int size = width * ys.length;
        closedRight = new BitSet(size);
        closedDown = new BitSet(size);
        narrowRight = new BitSet(size);
        narrowDown = new BitSet(size);
        frameAt = new int[size];
        usedRight = new short[size];
        usedDown = new short[size];
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
            markDown(narrowDown, left, 0);
            markDown(narrowDown, left.moved(box.width() - Spacing.INSET, 0), 0);
            markRight(narrowRight, new Box(box.x(), box.bottom() - Spacing.INSET, box.width(), Spacing.INSET), 0);
            markRight(closedRight, ground.band(frame), 0);
            markDown(closedDown, ground.titles().get(frame), MARGIN);
        }
        for (Box box : ground.boxes()) {
            markRight(closedRight, box, MARGIN);
            markDown(closedDown, box, MARGIN);
        }
    }

    private void markRight(BitSet steps, Box box, double margin) {
        for (int row = first(ys, box.y() - margin); row < ys.length && ys[row] < box.bottom() + margin; row++) {
            int from = Math.max(0, first(xs, box.x()) - 1);
            int to = before(xs, box.right()) + 1;
            steps.set(row * width + from, Math.max(row * width + from, row * width + Math.min(to, width)));
        }
    }

    private void markDown(BitSet steps, Box box, double margin) {
        int from = first(xs, box.x() - margin);
        int to = before(xs, box.right() + margin) + 1;
        if (from >= to) {
            return;
        }
        int last = before(ys, box.bottom());
        for (int row = Math.max(0, first(ys, box.y()) - 1); row <= last; row++) {
            steps.set(row * width + from, row * width + to);
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

    boolean freeRight(int crossing) {
        return !closedRight.get(crossing);
    }

    boolean freeDown(int crossing) {
        return !closedDown.get(crossing);
    }

    /// Whether the step to the right of, or down from, this crossing squeezes along the border of a frame.
    boolean narrow(int crossing, boolean down) {
        return (down ? narrowDown : narrowRight).get(crossing);
    }

    int frameAt(int crossing) {
        return frameAt[crossing];
    }

    /// How many routes take the step to the right of, or down from, this crossing.
    int used(int crossing, boolean down) {
        return down ? usedDown[crossing] : usedRight[crossing];
    }

    /// Notes (`by` 1) or forgets (-1) that a route runs along a line between two crossings.
    void use(int from, int to, int by) {
        int low = Math.min(from, to);
        int high = Math.max(from, to);
        boolean down = low % width == high % width;
        short[] used = down ? usedDown : usedRight;
        for (int at = low; at < high; at += down ? width : 1) {
            used[at] += (short) by;
        }
    }
}
