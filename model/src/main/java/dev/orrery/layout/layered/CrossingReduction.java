package dev.orrery.layout.layered;

import dev.orrery.layout.Cancellation;
import java.util.Random;

/// Finds an order of every row with few crossings: several beginnings, each swept and polished, and on small graphs a
/// search from there on by shaking and polishing again.
///
/// How much is done is a matter of counts, never of time, so that the picture is the same on every machine.
final class CrossingReduction {
    private static final int TRANSPOSITIONS = 3;
    private static final int SHAKEN = 4;

    private final Levels levels;
    private final Effort effort;
    private final Cancellation cancellation;
    private final Random random = new Random(1);

    CrossingReduction(Levels levels, Effort effort, Cancellation cancellation) {
        this.levels = levels;
        this.effort = effort;
        this.cancellation = cancellation;
    }

    Rows best() {
        Rows best = null;
        long least = Long.MAX_VALUE;
        for (int start = 0; start < effort.starts(); start++) {
            Rows rows = Beginnings.rows(levels, start, random);
            sweep(rows, start);
            polish(rows, effort.polishes());
            long crossings = new Crossings(rows).all();
            if (crossings < least) {
                least = crossings;
                best = rows;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("at least one start");
        }
        search(best, least);
        return best;
    }

    private void sweep(Rows rows, int start) {
        Sweep sweep = new Sweep(rows);
        Transposition transposition = new Transposition(rows, false);
        Crossings crossings = new Crossings(rows);
        Rows best = rows.copy();
        long least = crossings.all();
        for (int i = 0; i < effort.sweeps(); i++) {
            cancellation.check();
            sweep.run(i % 2 == start % 2, i % 4 >= 2);
            if (effort.polishes() > 0 || i == effort.sweeps() - 1) {
                transposition.run(TRANSPOSITIONS);
            }
            long now = crossings.all();
            if (now < least) {
                least = now;
                best.copyFrom(rows);
            }
        }
        rows.copyFrom(best);
    }

    private void polish(Rows rows, int rounds) {
        EdgeReinsertion reinsertion = new EdgeReinsertion(rows);
        Sifting sifting = new Sifting(rows);
        Transposition transposition = new Transposition(rows, false);
        for (int round = 0; round < rounds; round++) {
            cancellation.check();
            long gained = reinsertion.run(effort.window(), effort.work());
            gained += sifting.run();
            gained += transposition.run(TRANSPOSITIONS);
            if (gained == 0) {
                return;
            }
        }
    }

    /// Iterated local search: a few nodes and edges go somewhere else, all is polished, and what is no worse is kept.
    private void search(Rows best, long crossings) {
        Rows rows = best.copy();
        Crossings counter = new Crossings(rows);
        long least = crossings;
        for (int i = 0; i < effort.shakes() && least > 0; i++) {
            shake(rows);
            polish(rows, 2);
            long now = counter.all();
            if (now <= least) {
                least = now;
                best.copyFrom(rows);
            } else {
                rows.copyFrom(best);
            }
        }
    }

    private void shake(Rows rows) {
        for (int i = 0; i < SHAKEN; i++) {
            int item = random.nextInt(levels.items());
            rows.move(item, random.nextInt(rows.rows[levels.layer[item]].length));
        }
    }
}
