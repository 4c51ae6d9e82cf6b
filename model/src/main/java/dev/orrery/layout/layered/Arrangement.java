package dev.orrery.layout.layered;

import dev.orrery.layout.Cancellation;
import java.util.Random;

/// The order of every row and the x of every item.
///
/// @param x of the centre of each item
/// @param crossings of the edges along their dummies
/// @param straightCrossings of the edges drawn from centre to centre; not counted where that takes too long
@SuppressWarnings("ArrayRecordComponent") // Seen by this package alone, which copies nothing that large.
record Arrangement(Rows rows, double[] x, long crossings, long straightCrossings) {
    private static final int PASSES = 24;
    private static final int FEW_PASSES = 6;
    private static final int SHAKEN = 3;
    /// Rounds without a better arrangement, after which something is moved by chance.
    private static final int PATIENCE = 3;

    static Arrangement of(Levels levels, Gaps gaps, Effort effort, Cancellation cancellation) {
        Rows rows = new CrossingReduction(levels, effort, cancellation).best();
        int passes = effort.polishes() > 0 ? PASSES : FEW_PASSES;
        Arrangement first = of(rows, Columns.of(rows, gaps, passes, cancellation), effort);
        if (effort.straightRounds() == 0) {
            return first;
        }
        Arrangement best = first.straightened(gaps, effort, cancellation);
        return of(best.rows, Columns.from(best.x, best.rows, gaps, PASSES, cancellation), effort);
    }

    private static Arrangement of(Rows rows, double[] x, Effort effort) {
        return new Arrangement(
                rows,
                x,
                new Crossings(rows).all(),
                effort.straightRounds() > 0 ? new StraightReduction(rows, x).all() : 0);
    }

    /// Small is good; crossings of both kinds count by their ratio.
    double badness() {
        return 2 * StrictMath.log(straightCrossings + 1.0) + StrictMath.log(crossings + 1.0);
    }

    /// In turn nodes move to where straight lines cross less, long edges go the best way among them, and all is spaced
    /// anew. Any round may be worse than the one before; the best is kept.
    private Arrangement straightened(Gaps gaps, Effort effort, Cancellation cancellation) {
        Random random = new Random(2);
        Arrangement best = new Arrangement(rows.copy(), x, crossings, straightCrossings);
        Rows now = rows;
        double[] at = x;
        int vain = 0;
        for (int round = 0; round < effort.straightRounds() && best.straightCrossings > 0; round++) {
            cancellation.check();
            if (vain > PATIENCE) {
                now.copyFrom(best.rows);
                at = best.x.clone();
                shake(now, random);
                at = Columns.from(at, now, gaps, FEW_PASSES, cancellation);
                vain = 0;
            }
            new StraightReduction(now, at).run();
            new EdgeReinsertion(now).run(effort.window(), effort.work());
            new Transposition(now, true).run(2);
            at = Columns.from(at, now, gaps, FEW_PASSES, cancellation);
            Arrangement next = of(now, at, effort);
            vain++;
            if (next.badness() < best.badness()) {
                best = new Arrangement(now.copy(), at, next.crossings, next.straightCrossings);
                vain = 0;
            }
        }
        return best;
    }

    private static void shake(Rows rows, Random random) {
        for (int i = 0; i < SHAKEN; i++) {
            int node = random.nextInt(rows.levels.graph.nodes());
            rows.move(node, random.nextInt(rows.rows[rows.levels.layer[node]].length));
        }
    }
}
