package dev.orrery.layout.steady;

import dev.orrery.layout.Box;
import dev.orrery.layout.Spacing;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Finds room for something new among boxes that stay.
final class FreeSpot {
    /// To all sides, in pixels.
    private static final double CLEAR = Spacing.CLOSE;
    /// How far is looked at first.
    private static final double NEAR = 400;
    /// A place on a line of the picture is as bad as one that is so much further away.
    private static final double ON_A_LINE = 120;

    private final List<Box> taken;
    private final List<Box> lines;
    private final ToDoubleFunction<Box> harm;

    /// @param lines pieces of ways
    /// @param harm how bad it is to be at a free place, as pixels that it is further away
    FreeSpot(List<Box> taken, List<Box> lines, ToDoubleFunction<Box> harm) {
        this.taken = taken;
        this.lines = lines;
        this.harm = harm;
    }

    /// The place nearest to the one that is wanted, on no line and without harm if may be.
    Box nearest(Box wanted) {
        Box found = null;
        for (double reach = NEAR; found == null; reach *= 2) {
            found = search(wanted, reach);
        }
        return found;
    }

    private @Nullable Box search(Box wanted, double reach) {
        Box ground = wanted.grown(reach + CLEAR);
        List<Box> near = taken.stream().filter(ground::overlaps).toList();
        List<Box> crossed = lines.stream().filter(ground::overlaps).toList();
        SortedSet<Double> xs = new TreeSet<>(List.of(wanted.x()));
        SortedSet<Double> ys = new TreeSet<>(List.of(wanted.y()));
        for (Box other : near) {
            xs.add(other.x());
            xs.add(other.x() - CLEAR - wanted.width());
            xs.add(other.right() + CLEAR);
            ys.add(other.y());
            ys.add(other.y() - CLEAR - wanted.height());
            ys.add(other.bottom() + CLEAR);
        }
        Box best = null;
        double least = Double.MAX_VALUE;
        for (double y : ys) {
            for (double x : xs) {
                double way = Math.hypot(x - wanted.x(), y - wanted.y());
                if (way < Math.min(least, reach)) {
                    Box place = new Box(x, y, wanted.width(), wanted.height());
                    if (isFree(place, near)) {
                        double badness = way + harm.applyAsDouble(place);
                        badness += badness < least ? ON_A_LINE * on(place, crossed) : 0;
                        if (badness < least) {
                            best = place;
                            least = badness;
                        }
                    }
                }
            }
        }
        return best;
    }

    private static boolean isFree(Box place, List<Box> near) {
        Box around = place.grown(CLEAR);
        return near.stream().noneMatch(around::overlaps);
    }

    private static long on(Box place, List<Box> lines) {
        return lines.stream().filter(place::overlaps).count();
    }
}
