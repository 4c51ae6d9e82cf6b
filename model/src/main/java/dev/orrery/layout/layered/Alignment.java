package dev.orrery.layout.layered;

/// Whole pixels, and long edges that run upright as far as there is room.
final class Alignment {
    private static final int PASSES = 2;

    private final Rows rows;
    private final Levels levels;
    private final Gaps gaps;
    private final double[] x;

    private Alignment(Rows rows, Gaps gaps, double[] x) {
        this.rows = rows;
        levels = rows.levels;
        this.gaps = gaps;
        this.x = x;
    }

    /// @param corner how far from a corner of its box an edge leaves it
    static double[] of(Arrangement arrangement, Gaps gaps, double corner) {
        Alignment alignment =
                new Alignment(arrangement.rows(), gaps, arrangement.x().clone());
        alignment.round();
        for (int pass = 0; pass < PASSES; pass++) {
            for (int edge = 0; edge < alignment.levels.graph.edges(); edge++) {
                alignment.straighten(edge, corner, pass % 2 == 0);
            }
        }
        return alignment.x;
    }

    /// Left edges in whole pixels, pushed to the right where rounding brought them too near.
    private void round() {
        for (int[] row : rows.rows) {
            for (int i = 0; i < row.length; i++) {
                double half = gaps.widths()[row[i]] / 2;
                double left = Math.rint(x[row[i]] - half);
                if (i > 0) {
                    left = Math.max(left, Math.ceil(x[row[i - 1]] + gaps.apart(row[i - 1], row[i]) - half));
                }
                x[row[i]] = left + half;
            }
        }
    }

    /// Goes along the dummies and keeps them in one line until the room that all of them share is used up.
    private void straighten(int edge, double corner, boolean down) {
        int first = levels.firstDummy(edge);
        int end = levels.endOfDummies(edge);
        if (first == end) {
            return;
        }
        int step = down ? 1 : -1;
        int begin = down ? first : end - 1;
        int stop = down ? end : first - 1;
        int start = down ? levels.graph.from()[edge] : levels.graph.to()[edge];
        int goal = down ? levels.graph.to()[edge] : levels.graph.from()[edge];
        double reach = Math.max(0, gaps.widths()[start] / 2 - corner);
        double low = x[start] - reach;
        double high = x[start] + reach;
        int lineBegin = begin;
        for (int dummy = begin; dummy != stop; dummy += step) {
            double least = least(dummy);
            double most = most(dummy);
            if (Math.max(low, least) > Math.min(high, most)) {
                place(lineBegin, dummy, step, low, high);
                lineBegin = dummy;
                low = least;
                high = most;
            } else {
                low = Math.max(low, least);
                high = Math.min(high, most);
            }
        }
        double goalReach = Math.max(0, gaps.widths()[goal] / 2 - corner);
        double goalLow = Math.max(low, x[goal] - goalReach);
        double goalHigh = Math.min(high, x[goal] + goalReach);
        boolean meets = Math.ceil(goalLow) <= Math.floor(goalHigh);
        place(lineBegin, stop, step, meets ? goalLow : low, meets ? goalHigh : high);
    }

    private void place(int from, int to, int step, double low, double high) {
        if (from == to) {
            return;
        }
        double sum = 0;
        int count = 0;
        for (int dummy = from; dummy != to; dummy += step) {
            sum += x[dummy];
            count++;
        }
        double half = gaps.widths()[from] / 2;
        double least = Math.ceil(low - half) + half;
        double most = Math.floor(high - half) + half;
        if (least > most) {
            return;
        }
        double at = Math.clamp(Math.rint(sum / count - half) + half, least, most);
        for (int dummy = from; dummy != to; dummy += step) {
            x[dummy] = at;
        }
    }

    /// Moves the first and last pieces of long edges that run alone by less than a line's distance, to where they leave
    /// their box and where they arrive: no bend is for a few pixels.
    static void meet(Rows rows, Gaps gaps, double[] x, Strands strands, Ports ports) {
        Alignment alignment = new Alignment(rows, gaps, x);
        for (int line = 0; line < strands.count(); line++) {
            int first = rows.levels.firstDummy(strands.chain()[line]);
            int last = rows.levels.endOfDummies(strands.chain()[line]) - 1;
            if (first <= last && strands.aside()[line] == 0) {
                alignment.shift(first, 1, last, ports.leaves[line]);
                alignment.shift(last, -1, first, ports.meets[line]);
            }
        }
    }

    /// All dummies from one on that lie in a line, where there is room.
    private void shift(int from, int step, int last, double to) {
        double at = x[from];
        if (at == to || Math.abs(at - to) >= Gaps.LINES) {
            return;
        }
        int end = from;
        while (end != last + step && x[end] == at) {
            if (to < least(end) || to > most(end)) {
                return;
            }
            end += step;
        }
        for (int dummy = from; dummy != end; dummy += step) {
            x[dummy] = to;
        }
    }

    private double least(int item) {
        int[] row = rows.rows[levels.layer[item]];
        int place = rows.place[item];
        return place == 0 ? Double.NEGATIVE_INFINITY : x[row[place - 1]] + gaps.apart(row[place - 1], item);
    }

    private double most(int item) {
        int[] row = rows.rows[levels.layer[item]];
        int place = rows.place[item];
        return place == row.length - 1
                ? Double.POSITIVE_INFINITY
                : x[row[place + 1]] - gaps.apart(item, row[place + 1]);
    }
}
