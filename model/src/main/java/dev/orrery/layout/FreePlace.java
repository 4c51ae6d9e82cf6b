package dev.orrery.layout;

import java.util.ArrayList;
import java.util.List;

/// Finds room among boxes that stay where they are.
final class FreePlace {
    private FreePlace() {}

    /// The place nearest to where `box` lies that keeps clear of all `taken`; where it lies if that is free.
    static Box nearest(Box box, List<Box> taken) {
        if (isFree(box, taken)) {
            return box;
        }
        List<Double> xs = new ArrayList<>(List.of(box.x()));
        List<Double> ys = new ArrayList<>(List.of(box.y()));
        for (Box other : taken) {
            xs.add(other.x() - Spacing.CLEAR - box.width());
            xs.add(other.right() + Spacing.CLEAR);
            ys.add(other.y() - Spacing.CLEAR - box.height());
            ys.add(other.bottom() + Spacing.CLEAR);
        }
        // The nearest free place touches the surroundings of others in x, in y or in both, or keeps one coordinate.
        Box best = box;
        double least = Double.MAX_VALUE;
        for (double x : xs) {
            for (double y : ys) {
                double way = Math.hypot(x - box.x(), y - box.y());
                if (way < least) {
                    Box place = new Box(x, y, box.width(), box.height());
                    if (isFree(place, taken)) {
                        best = place;
                        least = way;
                    }
                }
            }
        }
        return best;
    }

    private static boolean isFree(Box box, List<Box> taken) {
        Box around = box.grown(Spacing.CLEAR);
        return taken.stream().noneMatch(around::overlaps);
    }
}
