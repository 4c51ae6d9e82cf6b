package dev.orrery.layout.layered;

import java.util.Arrays;

/// Moves the rows of layers to where what they are joined to lies, wherever on the picture that is; their order stays.
final class Settling {
    /// How much longer edges pull than those from one row to the next.
    private static final double TILE_TO_DUMMY = 2;

    private static final double DUMMY_TO_DUMMY = 8;

    private final TileTree tree;
    private final StraightLines lines;
    private final Isotonic isotonic;
    private final double[] wishes;
    private final double[] weights;
    private final double[] apart;

    Settling(TileTree tree) {
        this.tree = tree;
        lines = tree.lines;
        int longest = tree.layers.stream()
                .flatMap(layers -> Arrays.stream(layers.rows.rows))
                .mapToInt(row -> row.length)
                .max()
                .orElse(0);
        isotonic = new Isotonic(longest);
        wishes = new double[longest];
        weights = new double[longest];
        apart = new double[longest];
    }

    /// @param passes over all rows, in turn from the first and from the last
    void run(int passes) {
        tree.place();
        for (int pass = 0; pass < passes; pass++) {
            for (Layers layers : tree.layers) {
                settle(layers, pass % 2 == 0);
            }
            tree.place();
        }
    }

    /// What lies outside of a boundary does not make it longer.
    private void settle(Layers layers, boolean forth) {
        boolean bounded = layers.around != null;
        double extent = layers.extent();
        int count = layers.rows.rows.length;
        for (int i = 0; i < count; i++) {
            int[] row = layers.rows.rows[forth ? i : count - 1 - i];
            for (int place = 0; place < row.length; place++) {
                apart[place] = place == 0 ? 0 : layers.gaps.apart(row[place - 1], row[place]);
                wish(layers, row[place], place);
            }
            isotonic.solve(wishes, weights, apart, row.length);
            if (bounded) {
                clamp(layers.gaps.widths(), row, extent);
            }
            layers.move(row, wishes, lines);
        }
    }

    private void clamp(double[] widths, int[] row, double extent) {
        int last = row.length - 1;
        double most = extent - widths[row[last]] / 2;
        for (int place = last; place >= 0; place--) {
            wishes[place] = Math.min(wishes[place], most);
            most = wishes[place] - apart[place];
        }
        double least = widths[row[0]] / 2;
        for (int place = 0; place <= last; place++) {
            wishes[place] = Math.max(wishes[place], least);
            least = place < last ? wishes[place] + apart[place + 1] : 0;
        }
    }

    private void wish(Layers layers, int item, int place) {
        double sum = 0;
        double weight = 0;
        if (item >= layers.tiles.length) {
            for (int side = 0; side < 2; side++) {
                int other = layers.levels.neighbour(item, side == 0, 0);
                double pull = other < layers.tiles.length ? TILE_TO_DUMMY : DUMMY_TO_DUMMY;
                sum += pull * layers.at[other];
                weight += pull;
            }
        } else {
            Tile tile = layers.tiles[item];
            double[] cards = layers.sideways ? lines.y : lines.x;
            for (int edge : tile.leaving) {
                boolean starts = tile.holds(lines.from[edge]);
                int own = starts ? lines.from[edge] : lines.to[edge];
                int far = starts ? lines.to[edge] : lines.from[edge];
                int dummy = layers.holds(far) ? dummy(layers, item, tree.chains[edge]) : -1;
                double pull = dummy < 0 ? 1 : TILE_TO_DUMMY;
                double aim = dummy < 0 ? cards[far] : layers.at[dummy] + layers.begin();
                sum += pull * (layers.at[item] + aim - cards[own]);
                weight += pull;
            }
        }
        weights[place] = weight == 0 ? 1 : weight;
        wishes[place] = weight == 0 ? layers.at[item] : sum / weight;
        if (item < layers.tiles.length) {
            wishes[place] += layers.aside[item];
        }
    }

    /// The dummy next to a tile on a chain, or -1.
    private static int dummy(Layers layers, int tile, int chain) {
        int first = layers.levels.firstDummy(chain);
        int end = layers.levels.endOfDummies(chain);
        if (first == end) {
            return -1;
        }
        return layers.levels.graph.from()[chain] == tile ? first : end - 1;
    }
}
