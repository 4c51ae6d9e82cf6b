package dev.orrery.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Boxes by the squares of the plane in which they lie, so that what is near a place is found without looking at all.
final class BoxIndex {
    private static final double SQUARE = 256;

    /// What was put farther away than anybody looks lies in the last square.
    private static final double FAR = 1_000_000;

    /// What lies in more squares is looked at each time.
    private static final long LARGE = 1_000;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Integer> large = new ArrayList<>();
    private final Map<Long, List<Integer>> squares = new HashMap<>();

    BoxIndex(List<Box> boxes) {
        boxes.forEach(this::add);
    }

    /// Boxes are numbered in their order.
    void add(Box box) {
        int number = boxes.size();
        boxes.add(box);
        int left = square(box.x());
        int right = square(box.right());
        int top = square(box.y());
        int bottom = square(box.bottom());
        if ((right - left + 1L) * (bottom - top + 1L) > LARGE) {
            large.add(number);
            return;
        }
        for (int column = left; column <= right; column++) {
            for (int row = top; row <= bottom; row++) {
                squares.computeIfAbsent(key(column, row), _ -> new ArrayList<>())
                        .add(number);
            }
        }
    }

    private static int square(double at) {
        return (int) Math.clamp(Math.floor(at / SQUARE), -FAR, FAR);
    }

    private static long key(int column, int row) {
        return ((long) column << Integer.SIZE) | (row & 0xffff_ffffL);
    }

    /// Whether a place touches any box but one.
    boolean touches(Box place, int except) {
        return isNear(place, number -> number != except && touch(place, boxes.get(number)));
    }

    /// Whether a place shares more than a border with any box of those that count.
    boolean overlaps(Box place, IntPredicate counts) {
        return isNear(place, number -> place.overlaps(boxes.get(number)) && counts.test(number));
    }

    private static boolean touch(Box one, Box other) {
        return one.x() <= other.right()
                && other.x() <= one.right()
                && one.y() <= other.bottom()
                && other.y() <= one.bottom();
    }

    private boolean isNear(Box place, IntPredicate wanted) {
        for (int number : large) {
            if (wanted.test(number)) {
                return true;
            }
        }
        int right = square(place.right());
        int bottom = square(place.bottom());
        for (int column = square(place.x()); column <= right; column++) {
            for (int row = square(place.y()); row <= bottom; row++) {
                for (int number : squares.getOrDefault(key(column, row), List.of())) {
                    if (wanted.test(number)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
