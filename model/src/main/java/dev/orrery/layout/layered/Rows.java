package dev.orrery.layout.layered;

import java.util.Arrays;

/// The items of every layer from left to right; changes while crossings are taken out.
final class Rows {
    final Levels levels;
    final int[][] rows;
    /// The place of each item in its row.
    final int[] place;

    private Rows(Levels levels, int[][] rows, int[] place) {
        this.levels = levels;
        this.rows = rows;
        this.place = place;
    }

    /// Every row in the order in which `items` lists its items.
    static Rows of(Levels levels, int[] items) {
        int[] counts = new int[levels.depth];
        for (int at : levels.layer) {
            counts[at]++;
        }
        int[][] rows = new int[levels.depth][];
        Arrays.setAll(rows, row -> new int[counts[row]]);
        int[] place = new int[levels.items()];
        Arrays.fill(counts, 0);
        for (int item : items) {
            int row = levels.layer[item];
            place[item] = counts[row];
            rows[row][counts[row]++] = item;
        }
        return new Rows(levels, rows, place);
    }

    Rows copy() {
        return new Rows(levels, Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new), place.clone());
    }

    void copyFrom(Rows other) {
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(other.rows[row], 0, rows[row], 0, rows[row].length);
        }
        System.arraycopy(other.place, 0, place, 0, place.length);
    }

    /// The row in which an item lies.
    int[] row(int item) {
        return rows[levels.layer[item]];
    }

    void swap(int row, int left) {
        int item = rows[row][left];
        put(row, left, rows[row][left + 1]);
        put(row, left + 1, item);
    }

    void put(int row, int at, int item) {
        rows[row][at] = item;
        place[item] = at;
    }

    /// Moves one item to another place of its row; those between close up.
    void move(int item, int to) {
        int row = levels.layer[item];
        int from = place[item];
        int step = to > from ? 1 : -1;
        for (int at = from; at != to; at += step) {
            put(row, at, rows[row][at + step]);
        }
        put(row, to, item);
    }

    /// The places of an item's neighbours above or below, ascending, in `into`.
    ///
    /// @return how many
    int neighbourPlaces(int item, boolean up, int[] into) {
        int degree = levels.degree(item, up);
        for (int i = 0; i < degree; i++) {
            into[i] = place[levels.neighbour(item, up, i)];
        }
        if (degree > 1) {
            Arrays.sort(into, 0, degree);
        }
        return degree;
    }
}
