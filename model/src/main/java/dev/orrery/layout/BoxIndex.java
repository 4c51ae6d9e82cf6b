package dev.orrery.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Boxes by the squares of the plane in which they lie, so that what is near a place is found without looking at all.
final class BoxIndex {
    private static final double SQUARE = 256;

    /// What was put farther away than anybody looks lies in the last square.
    private static final double FAR = 1_000_000;

    private final List<Box> boxes;
    private final Map<Long, List<Integer>> squares = new HashMap<>();

    BoxIndex(List<Box> boxes) {
        this.boxes = boxes;
        for (int number = 0; number < boxes.size(); number++) {
            Box box = boxes.get(number);
            for (int column = square(box.x()); column <= square(box.right()); column++) {
                for (int row = square(box.y()); row <= square(box.bottom()); row++) {
                    squares.computeIfAbsent(key(column, row), _ -> new ArrayList<>())
                            .add(number);
                }
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
        for (int column = square(place.x()); column <= square(place.right()); column++) {
            for (int row = square(place.y()); row <= square(place.bottom()); row++) {
                for (int number : squares.getOrDefault(key(column, row), List.of())) {
                    Box box = boxes.get(number);
                    if (number != except
                            && place.x() <= box.right()
                            && box.x() <= place.right()
                            && place.y() <= box.bottom()
                            && box.y() <= place.bottom()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
