package dev.orrery.layout.layered;

import java.util.Arrays;

/// Where on the lower and upper sides of their boxes lines begin and end: in the order of what they lead to, each as
/// near as can be to straight above or below it.
final class Ports {
    private static final double DISTANCE = Gaps.LINES;
    /// How far from a corner of its box a line leaves it.
    static final double CORNER = 12;
    /// Times that the ends of a line look at each other, to meet in one column.
    private static final int ROUNDS = 3;

    private final Levels levels;
    private final Rows rows;
    private final Strands strands;
    private final double[] x;
    /// Of each line, where it leaves its upper box, and where it meets the lower.
    final double[] leaves;

    final double[] meets;

    private Ports(Rows rows, Strands strands, double[] x) {
        this.rows = rows;
        levels = rows.levels;
        this.strands = strands;
        this.x = x;
        leaves = new double[strands.count()];
        meets = new double[strands.count()];
    }

    static Ports of(Rows rows, Strands strands, double[] x) {
        Ports ports = new Ports(rows, strands, x);
        int[] tops = new int[strands.count()];
        int[] bottoms = new int[strands.count()];
        for (int line = 0; line < tops.length; line++) {
            tops[line] = ports.top(line);
            bottoms[line] = ports.bottom(line);
            ports.beginInTheMiddle(line);
        }
        Digraph.Lists leaving = Digraph.Lists.of(ports.levels.graph.nodes(), tops);
        Digraph.Lists entering = Digraph.Lists.of(ports.levels.graph.nodes(), bottoms);
        for (int round = 0; round < ROUNDS; round++) {
            for (int node = 0; node < ports.levels.graph.nodes(); node++) {
                ports.settle(node, leaving, true);
            }
            for (int node = 0; node < ports.levels.graph.nodes(); node++) {
                ports.settle(node, entering, false);
            }
        }
        return ports;
    }

    private int top(int line) {
        return levels.graph.from()[strands.chain()[line]];
    }

    private int bottom(int line) {
        return levels.graph.to()[strands.chain()[line]];
    }

    private void beginInTheMiddle(int line) {
        int top = top(line);
        int bottom = bottom(line);
        double low = Math.max(x[top] - reach(top), x[bottom] - reach(bottom));
        double high = Math.min(x[top] + reach(top), x[bottom] + reach(bottom));
        leaves[line] = low <= high ? Math.rint((low + high) / 2) : x[top];
        meets[line] = low <= high ? leaves[line] : x[bottom];
    }

    private double reach(int node) {
        return Math.max(0, strands.widths()[node] / 2 - CORNER);
    }

    /// Where the line is one row further on.
    private double aim(int line, boolean below) {
        int edge = strands.chain()[line];
        if (levels.firstDummy(edge) == levels.endOfDummies(edge)) {
            return below ? meets[line] : leaves[line];
        }
        return x[next(line, below)] + strands.aside()[line];
    }

    private int next(int line, boolean below) {
        int edge = strands.chain()[line];
        if (levels.firstDummy(edge) == levels.endOfDummies(edge)) {
            return below ? bottom(line) : top(line);
        }
        return below ? levels.firstDummy(edge) : levels.endOfDummies(edge) - 1;
    }

    private void settle(int node, Digraph.Lists lists, boolean below) {
        int count = lists.end(node) - lists.begin(node);
        if (count == 0) {
            return;
        }
        long[] sorted = new long[count];
        for (int i = 0; i < count; i++) {
            int line = lists.at(lists.begin(node) + i);
            sorted[i] = ((long) rows.place[next(line, below)] << Integer.SIZE) | line;
        }
        Arrays.sort(sorted);
        double low = x[node] - reach(node);
        double high = x[node] + reach(node);
        double distance = count == 1 ? 0 : Math.min(DISTANCE, (high - low) / (count - 1));
        double[] at = new double[count];
        double[] weights = new double[count];
        double[] apart = new double[count];
        Arrays.fill(weights, 1);
        Arrays.fill(apart, distance);
        for (int i = 0; i < count; i++) {
            at[i] = Math.clamp(aim((int) sorted[i], below), low, high);
        }
        new Isotonic(count).solve(at, weights, apart, count);
        double[] ports = below ? leaves : meets;
        for (int i = 0; i < count; i++) {
            double most = high - (count - 1 - i) * distance;
            ports[(int) sorted[i]] = Math.rint(Math.clamp(at[i], Math.min(low + i * distance, most), most));
        }
    }
}
