package dev.orrery.layout.layered;

import dev.orrery.layout.Cancellation;
import java.util.Arrays;

/// The x of every item's centre: edges as short and as upright as the order of the rows and the widths allow.
///
/// The sum of squared shifts from row to row is lowered one row at a time, each time to the best that is possible while
/// the others stay. Pieces of long edges count more, so that they run upright.
final class Columns {
    private static final double NODE_TO_DUMMY = 2;
    private static final double DUMMY_TO_DUMMY = 8;

    private final Rows rows;
    private final Gaps gaps;
    private final double[] x;
    private final double[] wishes;
    private final double[] weights;
    private final double[] apart;
    private final Isotonic isotonic;

    private Columns(Rows rows, Gaps gaps) {
        this.rows = rows;
        this.gaps = gaps;
        x = new double[rows.levels.items()];
        int widest = Arrays.stream(rows.rows).mapToInt(row -> row.length).max().orElse(0);
        wishes = new double[widest];
        weights = new double[widest];
        apart = new double[widest];
        isotonic = new Isotonic(widest);
    }

    /// @param passes over all rows
    static double[] of(Rows rows, Gaps gaps, int passes, Cancellation cancellation) {
        Columns columns = new Columns(rows, gaps);
        columns.pack();
        columns.settle(passes, cancellation);
        return columns.x;
    }

    /// The same, starting from where the items lie already.
    static double[] from(double[] x, Rows rows, Gaps gaps, int passes, Cancellation cancellation) {
        Columns columns = new Columns(rows, gaps);
        System.arraycopy(x, 0, columns.x, 0, x.length);
        columns.settle(passes, cancellation);
        return columns.x;
    }

    private void settle(int passes, Cancellation cancellation) {
        for (int pass = 0; pass < passes; pass++) {
            cancellation.check();
            for (int i = 0; i < rows.rows.length; i++) {
                settle(pass % 2 == 0 ? i : rows.rows.length - 1 - i);
            }
        }
    }

    private void pack() {
        for (int[] row : rows.rows) {
            double at = 0;
            for (int i = 0; i < row.length; i++) {
                at += i == 0 ? 0 : gaps.apart(row[i - 1], row[i]);
                x[row[i]] = at;
            }
            for (int item : row) {
                x[item] -= at / 2;
            }
        }
    }

    private void settle(int number) {
        int[] row = rows.rows[number];
        for (int i = 0; i < row.length; i++) {
            apart[i] = i == 0 ? 0 : gaps.apart(row[i - 1], row[i]);
            wish(i, row[i]);
        }
        isotonic.solve(wishes, weights, apart, row.length);
        for (int i = 0; i < row.length; i++) {
            x[row[i]] = wishes[i];
        }
    }

    private void wish(int i, int item) {
        double sum = 0;
        double weight = 0;
        for (int side = 0; side < 2; side++) {
            boolean up = side == 0;
            int degree = rows.levels.degree(item, up);
            for (int j = 0; j < degree; j++) {
                int other = rows.levels.neighbour(item, up, j);
                double pull = pull(item, other);
                weight += pull;
                sum += pull * x[other];
            }
        }
        weights[i] = weight == 0 ? 1 : weight;
        wishes[i] = weight == 0 ? x[item] : sum / weight;
    }

    private double pull(int one, int other) {
        if (rows.levels.isDummy(one)) {
            return rows.levels.isDummy(other) ? DUMMY_TO_DUMMY : NODE_TO_DUMMY;
        }
        return rows.levels.isDummy(other) ? NODE_TO_DUMMY : 1;
    }
}
