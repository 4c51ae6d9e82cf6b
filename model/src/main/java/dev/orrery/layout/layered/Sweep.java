package dev.orrery.layout.layered;

import java.util.Arrays;

/// Sorts one row after the other by where the neighbours in the row before lie, the method of Sugiyama, Tagawa and Toda
/// (1981).
final class Sweep {
    private static final int FRACTION_BITS = 12;
    private static final int PLACE_BITS = 24;

    private final Rows rows;

    Sweep(Rows rows) {
        this.rows = rows;
    }

    /// Downwards, each row by the one above, or upwards.
    ///
    /// @param median whether the middle neighbour counts, else their average
    void run(boolean down, boolean median) {
        int depth = rows.rows.length;
        for (int i = 1; i < depth; i++) {
            sort(down ? i : depth - 1 - i, down, median);
        }
    }

    /// Items without neighbours there keep their place.
    private void sort(int row, boolean up, boolean median) {
        int[] items = rows.rows[row];
        long[] keys = new long[items.length];
        int count = 0;
        for (int place = 0; place < items.length; place++) {
            if (rows.levels.degree(items[place], up) > 0) {
                keys[count++] = (wish(items[place], up, median) << PLACE_BITS) | place;
            }
        }
        Arrays.sort(keys, 0, count);
        int[] before = items.clone();
        int next = 0;
        for (int place = 0; place < items.length; place++) {
            if (rows.levels.degree(before[place], up) > 0) {
                int old = (int) (keys[next++] & ((1 << PLACE_BITS) - 1));
                rows.put(row, place, before[old]);
            }
        }
    }

    private long wish(int item, boolean up, boolean median) {
        int degree = rows.levels.degree(item, up);
        if (degree == 1) {
            return (long) rows.place[rows.levels.neighbour(item, up, 0)] << FRACTION_BITS;
        }
        if (median) {
            int[] places = new int[degree];
            rows.neighbourPlaces(item, up, places);
            return ((long) places[(degree - 1) / 2] + places[degree / 2]) << (FRACTION_BITS - 1);
        }
        long sum = 0;
        for (int i = 0; i < degree; i++) {
            sum += rows.place[rows.levels.neighbour(item, up, i)];
        }
        return (sum << FRACTION_BITS) / degree;
    }
}
