package dev.orrery.layout.layered;

import java.util.Arrays;

/// Counts how often edges between neighbouring layers cross, with an accumulator tree (Barth, Mutzel and Jünger, 2004).
final class Crossings {
    private final Rows rows;
    private final int[] tree;
    private final int[] places;

    Crossings(Rows rows) {
        this.rows = rows;
        int widest = Arrays.stream(rows.rows).mapToInt(row -> row.length).max().orElse(0);
        tree = new int[widest + 1];
        places = new int[widest + 1];
    }

    long all() {
        long sum = 0;
        for (int row = 0; row + 1 < rows.rows.length; row++) {
            sum += below(row);
        }
        return sum;
    }

    /// Between a row and the next.
    long below(int row) {
        int width = rows.rows[row + 1].length;
        Arrays.fill(tree, 0, width + 1, 0);
        long crossings = 0;
        int drawn = 0;
        for (int item : rows.rows[row]) {
            int degree = rows.neighbourPlaces(item, false, places);
            for (int i = 0; i < degree; i++) {
                int upTo = 0;
                for (int at = places[i] + 1; at > 0; at -= at & -at) {
                    upTo += tree[at];
                }
                crossings += drawn - upTo;
            }
            for (int i = 0; i < degree; i++) {
                for (int at = places[i] + 1; at <= width; at += at & -at) {
                    tree[at]++;
                }
            }
            drawn += degree;
        }
        return crossings;
    }
}
