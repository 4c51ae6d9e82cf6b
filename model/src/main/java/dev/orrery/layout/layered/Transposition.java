package dev.orrery.layout.layered;

import java.util.Arrays;

/// Swaps neighbours of a row where that takes crossings out.
final class Transposition {
    private final Rows rows;
    /// Whether only dummies change places, with nodes and with each other.
    private final boolean nodesStay;

    private final int[] left;
    private final int[] right;

    Transposition(Rows rows, boolean nodesStay) {
        this.rows = rows;
        this.nodesStay = nodesStay;
        int widest = Arrays.stream(rows.rows).mapToInt(row -> row.length).max().orElse(0);
        left = new int[widest];
        right = new int[widest];
    }

    /// Passes over all rows until none helps any more, but no more than `passes`.
    ///
    /// @return by how much crossings became fewer
    long run(int passes) {
        long all = 0;
        for (int pass = 0; pass < passes; pass++) {
            long gained = 0;
            for (int row = 0; row < rows.rows.length; row++) {
                gained += row(row);
            }
            all += gained;
            if (gained == 0) {
                break;
            }
        }
        return all;
    }

    private long row(int row) {
        int[] items = rows.rows[row];
        long all = 0;
        for (int place = 0; place + 1 < items.length; place++) {
            if (nodesStay && !rows.levels.isDummy(items[place]) && !rows.levels.isDummy(items[place + 1])) {
                continue;
            }
            int gain = gain(items[place], items[place + 1], true) + gain(items[place], items[place + 1], false);
            if (gain > 0) {
                rows.swap(row, place);
                all += gain;
                // What came to the left may go on to the left.
                place = Math.max(-1, place - 2);
            }
        }
        return all;
    }

    private int gain(int one, int other, boolean up) {
        int ones = rows.levels.degree(one, up);
        int others = rows.levels.degree(other, up);
        if (ones == 0 || others == 0) {
            return 0;
        }
        if (ones == 1 && others == 1) {
            return Integer.signum(
                    rows.place[rows.levels.neighbour(one, up, 0)] - rows.place[rows.levels.neighbour(other, up, 0)]);
        }
        rows.neighbourPlaces(one, up, left);
        rows.neighbourPlaces(other, up, right);
        return gain(left, ones, right, others);
    }

    /// How many pairs cross with the first at the left, less those with it at the right; both sorted.
    static int gain(int[] one, int ones, int[] other, int others) {
        int gain = 0;
        int less = 0;
        int upTo = 0;
        for (int i = 0; i < ones; i++) {
            while (less < others && other[less] < one[i]) {
                less++;
            }
            while (upTo < others && other[upTo] <= one[i]) {
                upTo++;
            }
            gain += less - (others - upTo);
        }
        return gain;
    }
}
