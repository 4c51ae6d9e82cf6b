package dev.orrery.layout;

import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
    /// For each line, the frames on whose level it matters, by number plus one; 0 is the outermost level.
    final List<BitSet> xLevels;

    final List<BitSet> yLevels;

    private Lines(SortedMap<Double, BitSet> xs, SortedMap<Double, BitSet> ys) {
        this.xs = array(xs);
        this.ys = array(ys);
        xLevels = List.copyOf(xs.values());
        yLevels = List.copyOf(ys.values());
    }

    static Lines of(Ground ground, List<Pair> pairs) {
        SortedMap<Double, BitSet> xs = new TreeMap<>();
        SortedMap<Double, BitSet> ys = new TreeMap<>();
        for (int number = 0; number < ground.boxes().size(); number++) {
            Box box = ground.boxes().get(number);
            int level = ground.frameOf().get(number) + 1;
            add(xs, level, box.x() - BESIDE_BOX, box.centerX(), box.right() + BESIDE_BOX);
            add(ys, level, box.y() - HIGH_ABOVE_BOX, box.y() - ABOVE_BOX, box.centerY(), box.bottom() + BESIDE_BOX);
        }
        for (int number = 0; number < ground.frames().size(); number++) {
            Box frame = ground.frames().get(number);
            int level = ground.parents().get(number) + 1;
            add(xs, level, frame.x() - BESIDE_FRAME, frame.right() + BESIDE_FRAME);
            add(ys, level, frame.y() - BESIDE_FRAME, frame.bottom() + BESIDE_FRAME);
        }
        for (Pair pair : pairs) {
            Box from = ground.boxes().get(pair.from());
            Box to = ground.boxes().get(pair.to());
            int level = ground.frameOf().get(pair.from()) + 1;
            addShared(xs, level, from.x(), from.right(), to.x(), to.right(), ground.titles());
            addShared(ys, level, from.y(), from.bottom(), to.y(), to.bottom(), List.of());
        }
        return thinned(xs, ys);
    }

    private static void add(SortedMap<Double, BitSet> lines, int level, double... at) {
        for (double line : at) {
            lines.computeIfAbsent(line, _ -> new BitSet()).set(level);
        }
    }

    /// The middle of what two sides share; also right of every title that covers the middle.
    private static void addShared(
            SortedMap<Double, BitSet> lines,
            int level,
            double from,
            double to,
            double otherFrom,
            double otherTo,
            List<Box> titles) {
        double low = Math.max(from, otherFrom) + CORNER;
        double high = Math.min(to, otherTo) - CORNER;
        if (low > high) {
            return;
        }
        double middle = Math.rint((low + high) / 2);
        add(lines, level, middle);
        for (Box title : titles) {
            double beside = title.right() + BESIDE_BOX;
            if (title.x() < middle && beside > middle && beside < high) {
                add(lines, level, beside);
            }
        }
    }

    private static Lines thinned(SortedMap<Double, BitSet> xs, SortedMap<Double, BitSet> ys) {
        double apart = 4;
        Lines lines = new Lines(xs, ys);
        while ((long) lines.xs.length * lines.ys.length > MOST_CROSSINGS) {
            lines = new Lines(thinned(xs, apart), thinned(ys, apart / 4));
            apart *= 1.5;
        }
        return lines;
    }

    private static SortedMap<Double, BitSet> thinned(SortedMap<Double, BitSet> lines, double apart) {
        SortedMap<Double, BitSet> kept = new TreeMap<>();
        lines.forEach((line, levels) -> {
            double at = kept.isEmpty() || line - kept.lastKey() >= apart ? line : kept.lastKey();
            kept.computeIfAbsent(at, _ -> new BitSet()).or(levels);
        });
        return kept;
    }

    private static double[] array(SortedMap<Double, BitSet> lines) {
        return lines.keySet().stream().mapToDouble(line -> line).toArray();
    }
}
