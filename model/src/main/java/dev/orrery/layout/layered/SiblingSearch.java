package dev.orrery.layout.layered;

import dev.orrery.layout.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Lowers the crossings of straight lines over all levels of a picture, and keeps lines short. In turn tiles move among
/// their siblings, long edges go the best way among them, and all is spaced anew. Any round may be worse than the one
/// before; the best is kept.
final class SiblingSearch {
    private static final int ROUNDS = 60;
    /// Rounds without anything better, after which something is moved by chance.
    private static final int PATIENCE = 3;

    private static final int SHAKEN = 3;
    private static final int PASSES = 6;
    private static final long REINSERTIONS = 3_000_000;
    /// Lines that are longer by a part may cross less by so many times that part.
    private static final double LENGTH = 2;

    private static final double AREA = 0.5;

    private final TileTree tree;
    private final StraightLines lines;
    private final Settling settling;
    private final Cancellation cancellation;
    private final Random random = new Random(3);

    SiblingSearch(TileTree tree, Cancellation cancellation) {
        this.tree = tree;
        lines = tree.lines;
        settling = new Settling(tree);
        this.cancellation = cancellation;
        settling.run(PASSES);
    }

    /// @param work how many pairs of edges may be looked at
    void run(long work) {
        long until = lines.work() + work;
        double least = badness();
        Saved best = new Saved();
        int vain = 0;
        for (int round = 0; round < ROUNDS && lines.work() < until; round++) {
            if (vain > PATIENCE) {
                best.restore();
                shake();
                settling.run(PASSES);
                vain = 0;
            }
            move(until, round % 2 == 0);
            settling.run(PASSES);
            double now = badness();
            vain++;
            if (now < least) {
                least = now;
                best = new Saved();
                vain = 0;
            }
        }
        best.restore();
    }

    /// Small is good: few crossings, short lines, little area.
    double badness() {
        lines.sort(false);
        return StrictMath.log(lines.crossings() + 2.0)
                + LENGTH * StrictMath.log(lines.length() + 1)
                + AREA * StrictMath.log(tree.root.width * tree.root.height + 1);
    }

    private void move(long until, boolean outwards) {
        lines.sort(false);
        double price = LENGTH * (lines.crossings() + 1) / (lines.length() + 1);
        SiblingMoves moves = new SiblingMoves(lines, price, until);
        for (Tile tile : outwards ? tree.innermostFirst : tree.innermostFirst.reversed()) {
            cancellation.check();
            switch (tile) {
                case Layers layers -> {
                    lines.sort(layers.sideways);
                    moves.layers(layers);
                }
                case Cells cells -> {
                    lines.sort(false);
                    moves.cells(cells);
                }
                case Card _, Framed _, Shelves _ -> {}
            }
        }
        for (Layers layers : tree.layers) {
            new EdgeReinsertion(layers.rows).run(Integer.MAX_VALUE >> 1, REINSERTIONS);
            new Transposition(layers.rows, true).run(2);
        }
    }

    private void shake() {
        for (int i = 0; i < SHAKEN && !tree.layers.isEmpty(); i++) {
            Layers layers = tree.layers.get(random.nextInt(tree.layers.size()));
            int tile = random.nextInt(layers.tiles.length);
            layers.rows.move(tile, random.nextInt(layers.rows.row(tile).length));
        }
    }

    /// The order of everything at one time.
    private final class Saved {
        private final List<Rows> rows = new ArrayList<>();
        private final List<double[]> at = new ArrayList<>();
        private final List<double[]> aside = new ArrayList<>();
        private final List<Tile[]> cells = new ArrayList<>();

        Saved() {
            for (Layers layers : tree.layers) {
                rows.add(layers.rows.copy());
                at.add(layers.at.clone());
                aside.add(layers.aside.clone());
            }
            grids().forEach(grid -> cells.add(grid.cells.clone()));
        }

        private List<Cells> grids() {
            return tree.innermostFirst.stream()
                    .filter(Cells.class::isInstance)
                    .map(Cells.class::cast)
                    .toList();
        }

        void restore() {
            for (int i = 0; i < rows.size(); i++) {
                Layers layers = tree.layers.get(i);
                layers.rows.copyFrom(rows.get(i));
                System.arraycopy(at.get(i), 0, layers.at, 0, layers.at.length);
                System.arraycopy(aside.get(i), 0, layers.aside, 0, layers.aside.length);
            }
            List<Cells> grids = grids();
            for (int i = 0; i < grids.size(); i++) {
                System.arraycopy(cells.get(i), 0, grids.get(i).cells, 0, cells.get(i).length);
            }
            tree.place();
        }
    }
}
