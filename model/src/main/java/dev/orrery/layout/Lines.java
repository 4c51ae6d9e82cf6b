package dev.orrery.layout;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The vertical and horizontal lines along which routes are looked for: beside every box and frame,
/// through the middle of every box, and where an edge can run straight.
final class Lines {
    /// More crossings than this are not searched; lines that lie close to each other are then taken as
    /// one, so large pictures get coarser routes rather than late ones.
    static final int MOST_CROSSINGS = 3_000_000;

    private static final double BESIDE_BOX = 7;
    /// Above a box is the title band of its frame, so a route turns no closer than this.
    private static final double ABOVE_BOX = 3;
    private static final double HIGH_ABOVE_BOX = 14;
    private static final double BESIDE_FRAME = 10;
    /// Ends keep this far from a corner of their box.
    static final double CORNER = 12;

    /// Two boxes to be joined, by number.
    record Pair(int from, int to) {}

    /// Of the vertical lines, ascending.
    final double[] xs;
    /// Of the horizontal lines, ascending.
    final double[] ys;

    private Lines(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    static Lines of(Ground ground, List<Pair> pairs) {
        SortedSet<Double> xs = new TreeSet<>();
        SortedSet<Double> ys = new TreeSet<>();
        for (Box box : ground.boxes()) {
            xs.addAll(List.of(box.x() - BESIDE_BOX, box.centerX(), box.right() + BESIDE_BOX));
            ys.addAll(List.of(box.y() - HIGH_ABOVE_BOX, box.y() - ABOVE_BOX, box.centerY(), box.bottom() + BESIDE_BOX));
        }
        for (Box frame : ground.frames()) {
            xs.addAll(List.of(frame.x() - BESIDE_FRAME, frame.right() + BESIDE_FRAME));
            ys.addAll(List.of(frame.y() - BESIDE_FRAME, frame.bottom() + BESIDE_FRAME));
        }
        if (tooMany(xs.size(), ys.size())) {
            return thinned(xs, ys);
        }
        for (Pair pair : pairs) {
            Box from = ground.boxes().get(pair.from());
            Box to = ground.boxes().get(pair.to());
            addShared(xs, from.x(), from.right(), to.x(), to.right(), ground.titles());
            addShared(ys, from.y(), from.bottom(), to.y(), to.bottom(), List.of());
        }
        return tooMany(xs.size(), ys.size()) ? thinned(xs, ys) : new Lines(array(xs), array(ys));
    }

    /// The middle of what two sides share; also right of every title that covers the middle.
    private static void addShared(
            SortedSet<Double> lines, double from, double to, double otherFrom, double otherTo, List<Box> titles) {
        double low = Math.max(from, otherFrom) + CORNER;
        double high = Math.min(to, otherTo) - CORNER;
        if (low > high) {
            return;
        }
        double middle = Math.rint((low + high) / 2);
        lines.add(middle);
        for (Box title : titles) {
            double beside = title.right() + BESIDE_BOX;
            if (title.x() < middle && beside > middle && beside < high) {
                lines.add(beside);
            }
        }
    }

    private static boolean tooMany(int xs, int ys) {
        return (long) xs * ys > MOST_CROSSINGS;
    }

    private static Lines thinned(SortedSet<Double> xs, SortedSet<Double> ys) {
        double apart = 4;
        Lines lines = new Lines(array(xs), array(ys));
        while (tooMany(lines.xs.length, lines.ys.length)) {
            lines = new Lines(thinned(xs, apart), thinned(ys, apart / 4));
            apart *= 1.5;
        }
        return lines;
    }

    private static double[] thinned(SortedSet<Double> lines, double apart) {
        SortedSet<Double> kept = new TreeSet<>();
        for (double line : lines) {
            if (kept.isEmpty() || line - kept.last() >= apart) {
                kept.add(line);
            }
        }
        return array(kept);
    }

    private static double[] array(SortedSet<Double> lines) {
        return lines.stream().mapToDouble(line -> line).toArray();
    }
}
