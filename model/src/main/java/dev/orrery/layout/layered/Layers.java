package dev.orrery.layout.layered;

import dev.orrery.layout.Cancellation;
import java.util.Arrays;

/// Tiles that edges join, in layers: rows from top to bottom, or columns from left to right.
///
/// The order of the layers is found among the tiles alone. What they are joined to elsewhere is heeded once all of the
/// picture has a place: see [Settling] and [SiblingMoves].
final class Layers extends Tile {
    final Tile[] tiles;
    /// Whether layers follow each other from left to right.
    final boolean sideways;
    final Levels levels;
    final Rows rows;
    final Gaps gaps;
    /// The centre of each item along its layer, counted from the tile's own beginning.
    final double[] at;
    /// How far from where its edges pull it each tile was put on purpose.
    final double[] aside;
    private final int[] chains;

    /// @param graph the edges between the tiles, by number; connected
    Layers(Tile[] tiles, Digraph graph, boolean sideways, Cancellation cancellation) {
        this.tiles = tiles;
        this.sideways = sideways;
        Acyclic acyclic = Acyclic.of(graph.nodes(), graph.from(), graph.to());
        chains = acyclic.edgeOf();
        levels = new Levels(acyclic.graph(), LayeredPart.layers(acyclic.graph()));
        gaps = new Gaps(tiles.length, new double[levels.items()]);
        measure();
        Effort effort = Effort.of(levels).withoutStraightRounds();
        Arrangement arrangement = Arrangement.of(levels, gaps, effort, cancellation);
        rows = arrangement.rows();
        at = arrangement.x();
        aside = new double[tiles.length];
        arrange();
    }

    /// The chain of dummies, by number, along which an edge runs that was given.
    int chain(int edge) {
        return chains[edge];
    }

    @Override
    Tile[] inside() {
        return tiles;
    }

    private double extent(int tile) {
        return sideways ? tiles[tile].height : tiles[tile].width;
    }

    /// Along the layers.
    double extent() {
        return sideways ? height : width;
    }

    /// Where the tile begins along its layers, counted from the picture.
    double begin() {
        return sideways ? top : left;
    }

    private Strands measure() {
        double[] extents = new double[tiles.length];
        Arrays.setAll(extents, this::extent);
        Strands strands = Strands.of(chains, levels, extents);
        System.arraycopy(strands.widths(), 0, gaps.widths(), 0, levels.items());
        return strands;
    }

    @Override
    void arrange() {
        Strands strands = measure();
        double begin = Double.MAX_VALUE;
        for (int tile = 0; tile < tiles.length; tile++) {
            begin = Math.min(begin, Math.floor(at[tile] - extent(tile) / 2));
        }
        for (int[] row : rows.rows) {
            double least = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < row.length; i++) {
                double half = gaps.widths()[row[i]] / 2;
                at[row[i]] = Math.max(Math.rint(at[row[i]] - half - begin), least) + half;
                least = i + 1 == row.length
                        ? 0
                        : Math.ceil(at[row[i]] + gaps.apart(row[i], row[i + 1]) - gaps.widths()[row[i + 1]] / 2);
            }
        }
        double[] depths = Arrays.stream(tiles)
                .mapToDouble(tile -> sideways ? tile.width : tile.height)
                .toArray();
        Descent descent = new Descent(levels, strands, Ports.of(rows, strands, at), at, depths);
        double end = 0;
        for (int tile = 0; tile < tiles.length; tile++) {
            double start = at[tile] - extent(tile) / 2;
            tiles[tile].x = sideways ? descent.top(tile) : start;
            tiles[tile].y = sideways ? start : descent.top(tile);
            end = Math.max(end, start + extent(tile));
        }
        width = sideways ? descent.height() : end;
        height = sideways ? end : descent.height();
    }

    private void move(int item, double to, StraightLines lines) {
        double by = to - at[item];
        at[item] = to;
        if (item < tiles.length) {
            lines.shift(tiles[item], sideways ? 0 : by, sideways ? by : 0);
        }
    }

    void move(int[] row, double[] to, StraightLines lines) {
        for (int i = 0; i < row.length; i++) {
            move(row[i], to[i], lines);
        }
    }

    /// The next tile of the same row, dummies passed over, or -1.
    int beside(int tile, boolean after) {
        int[] row = rows.row(tile);
        int step = after ? 1 : -1;
        for (int place = rows.place[tile] + step; place >= 0 && place < row.length; place += step) {
            if (row[place] < tiles.length) {
                return row[place];
            }
        }
        return -1;
    }

    /// Two tiles of one row change places; dummies between them make room.
    void exchange(int one, int other, StraightLines lines) {
        boolean inOrder = rows.place[one] < rows.place[other];
        int before = inOrder ? one : other;
        int after = inOrder ? other : one;
        int[] row = rows.row(before);
        int from = rows.place[before];
        int to = rows.place[after];
        double start = at[before] - extent(before) / 2;
        double end = at[after] + extent(after) / 2;
        for (int place = from + 1; place < to; place++) {
            move(row[place], at[row[place]] + extent(after) - extent(before), lines);
        }
        move(after, start + extent(after) / 2, lines);
        move(before, end - extent(before) / 2, lines);
        rows.put(levels.layer[before], from, after);
        rows.put(levels.layer[before], to, before);
    }

    /// All rows the other way round; what is in the tiles stays.
    void mirror(StraightLines lines) {
        double whole = extent();
        for (int row = 0; row < rows.rows.length; row++) {
            int[] items = rows.rows[row].clone();
            for (int place = 0; place < items.length; place++) {
                int item = items[items.length - 1 - place];
                rows.put(row, place, item);
                move(item, whole - at[item], lines);
            }
        }
        for (int tile = 0; tile < tiles.length; tile++) {
            aside[tile] = -aside[tile];
        }
    }

    void push(int tile, double by, StraightLines lines) {
        aside[tile] += by;
        move(tile, at[tile] + by, lines);
    }
}
