package dev.orrery.layout.layered;

import java.util.Arrays;

/// Takes one node at a time out of its row and puts it back where it crosses least.
final class Sifting {
    private final Rows rows;
    private final int[] up;
    private final int[] down;
    private final int[] others;

    Sifting(Rows rows) {
        this.rows = rows;
        int widest = Arrays.stream(rows.rows).mapToInt(row -> row.length).max().orElse(0);
        up = new int[widest];
        down = new int[widest];
        others = new int[widest];
    }

    /// One pass over all nodes, dummies left where they are.
    ///
    /// @return by how much crossings became fewer
    long run() {
        long gained = 0;
        for (int node = 0; node < rows.levels.graph.nodes(); node++) {
            gained += sift(node);
        }
        return gained;
    }

    /// @return by how much crossings became fewer
    long sift(int node) {
        int[] items = rows.rows[rows.levels.layer[node]];
        int ups = rows.neighbourPlaces(node, true, up);
        int downs = rows.neighbourPlaces(node, false, down);
        int from = rows.place[node];
        long best = 0;
        int bestPlace = from;
        long gained = 0;
        for (int place = from + 1; place < items.length; place++) {
            gained += gain(ups, downs, items[place]);
            if (gained > best) {
                best = gained;
                bestPlace = place;
            }
        }
        gained = 0;
        for (int place = from - 1; place >= 0; place--) {
            gained -= gain(ups, downs, items[place]);
            if (gained > best) {
                best = gained;
                bestPlace = place;
            }
        }
        if (bestPlace != from) {
            rows.move(node, bestPlace);
        }
        return best;
    }

    /// What is gained where the node goes from the left of `other` to its right.
    private int gain(int ups, int downs, int other) {
        int gain = 0;
        if (ups > 0) {
            gain += Transposition.gain(up, ups, others, rows.neighbourPlaces(other, true, others));
        }
        if (downs > 0) {
            gain += Transposition.gain(down, downs, others, rows.neighbourPlaces(other, false, others));
        }
        return gain;
    }
}
