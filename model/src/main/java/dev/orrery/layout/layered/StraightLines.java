package dev.orrery.layout.layered;

import java.util.Arrays;

/// Edges drawn straight from the centre of one card to that of another, which is how a reader follows them: how often
/// they cross, and how long they are.
final class StraightLines {
    private static final int CHUNK = 32;

    /// Of the centre of each card.
    final double[] x;

    final double[] y;
    /// Numbers of the cards at the ends of each edge.
    final int[] from;

    final int[] to;
    /// Where each edge begins and ends in the direction in which cards do not move, and all edges sorted by where they
    /// begin. Far edges are passed over in chunks.
    private final double[] low;

    private final double[] high;
    private final int[] sorted;
    private final double[] lowest;
    private final double[] highest;
    private final int[] chosen;
    private int round;
    private long work;

    StraightLines(int cards, int[] from, int[] to) {
        x = new double[cards];
        y = new double[cards];
        this.from = from;
        this.to = to;
        int edges = from.length;
        low = new double[edges];
        high = new double[edges];
        sorted = new int[edges];
        lowest = new double[(edges + CHUNK - 1) / CHUNK];
        highest = new double[lowest.length];
        chosen = new int[edges];
    }

    /// How many pairs of edges have been looked at so far.
    long work() {
        return work;
    }

    void shift(Tile tile, double byX, double byY) {
        for (int card = tile.first; card < tile.end; card++) {
            x[card] += byX;
            y[card] += byY;
        }
    }

    /// Notes where edges lie, for as long as cards move in one direction only.
    ///
    /// @param upright whether that is up and down
    void sort(boolean upright) {
        double[] at = upright ? x : y;
        long[] keys = new long[from.length];
        for (int edge = 0; edge < from.length; edge++) {
            low[edge] = Math.min(at[from[edge]], at[to[edge]]);
            high[edge] = Math.max(at[from[edge]], at[to[edge]]);
            keys[edge] = ((long) low[edge] << Integer.SIZE) | edge;
        }
        Arrays.sort(keys);
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = (int) keys[i];
            lowest[i / CHUNK] = Math.min(lowest[i / CHUNK], low[sorted[i]]);
            highest[i / CHUNK] = Math.max(highest[i / CHUNK], high[sorted[i]]);
        }
    }

    /// How many pairs cross, those with a common end left out. Only once sorted.
    long crossings() {
        round++;
        long crossings = 0;
        for (int edge = 0; edge < from.length; edge++) {
            chosen[edge] = round;
            crossings += crossings(edge);
        }
        return crossings;
    }

    double length() {
        double sum = 0;
        for (int edge = 0; edge < from.length; edge++) {
            sum += length(edge);
        }
        return sum;
    }

    /// Of the pairs of which one edge at least is in one of two lists, those that cross; and the length of all in the
    /// lists,
    /// each pixel at a price. Only once sorted.
    double cost(int[] some, int[] more, double price) {
        round++;
        double cost = 0;
        for (int edge : some) {
            chosen[edge] = round;
            cost += crossings(edge) + price * length(edge);
        }
        for (int edge : more) {
            if (chosen[edge] != round) {
                chosen[edge] = round;
                cost += crossings(edge) + price * length(edge);
            }
        }
        return cost;
    }

    private double length(int edge) {
        double dx = x[from[edge]] - x[to[edge]];
        double dy = y[from[edge]] - y[to[edge]];
        return Math.sqrt(dx * dx + dy * dy);
    }

    /// With those not chosen in this round.
    private int crossings(int edge) {
        int crossings = 0;
        for (int chunk = 0; chunk < lowest.length && lowest[chunk] <= high[edge]; chunk++) {
            if (highest[chunk] >= low[edge]) {
                int end = Math.min(sorted.length, (chunk + 1) * CHUNK);
                for (int i = chunk * CHUNK; i < end; i++) {
                    if (chosen[sorted[i]] != round && cross(edge, sorted[i])) {
                        crossings++;
                    }
                }
                work += CHUNK;
            }
        }
        return crossings;
    }

    private boolean cross(int edge, int other) {
        int a = from[edge];
        int b = to[edge];
        int c = from[other];
        int d = to[other];
        if (Math.max(y[c], y[d]) < Math.min(y[a], y[b])
                || Math.max(y[a], y[b]) < Math.min(y[c], y[d])
                || Math.max(x[c], x[d]) < Math.min(x[a], x[b])
                || Math.max(x[a], x[b]) < Math.min(x[c], x[d])) {
            return false;
        }
        return a != c && a != d && b != c && b != d && side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b);
    }

    private boolean side(int a, int b, int p) {
        return (x[b] - x[a]) * (y[p] - y[a]) - (y[b] - y[a]) * (x[p] - x[a]) > 0;
    }
}
