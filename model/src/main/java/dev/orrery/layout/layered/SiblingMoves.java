package dev.orrery.layout.layered;

/// Moves that lower the crossings of straight lines all over a picture: tiles change places with others beside them,
/// layers are mirrored, and tiles step aside.
final class SiblingMoves {
    private static final int[] NONE = {};
    /// How many others of its row a tile tries to pass.
    private static final int REACH = 8;
    /// How many others a cell tries to change places with.
    private static final int CELLS = 24;
    /// The shortest step aside, in pixels; each next one is twice as long.
    private static final int STEP = 32;

    private static final int STEPS = 6;
    /// Width to height up to which stepping aside may make a picture wider.
    private static final double ASPECT = 1.6;
    /// What is too little to count.
    private static final double LITTLE = 1e-6;

    private final StraightLines lines;
    private final double price;
    private final long until;

    /// @param price of one pixel of edge, in crossings
    /// @param until how many pairs of edges have been looked at in the end
    SiblingMoves(StraightLines lines, double price, long until) {
        this.lines = lines;
        this.price = price;
        this.until = until;
    }

    private boolean isOver() {
        return lines.work() >= until;
    }

    void layers(Layers layers) {
        for (int tile = 0; tile < layers.tiles.length && !isOver(); tile++) {
            relocate(layers, tile);
        }
        mirror(layers);
        for (int tile = 0; tile < layers.tiles.length && !isOver(); tile++) {
            stepAside(layers, tile);
        }
    }

    /// Tries a tile at the next places of its row.
    private void relocate(Layers layers, int tile) {
        double best = -LITTLE;
        int bestSteps = 0;
        for (int side = 0; side < 2; side++) {
            boolean after = side == 0;
            double cost = 0;
            int steps = 0;
            for (int other = layers.beside(tile, after);
                    other >= 0 && steps < REACH;
                    other = layers.beside(tile, after)) {
                cost += exchanged(layers, tile, other);
                steps++;
                if (cost < best) {
                    best = cost;
                    bestSteps = after ? steps : -steps;
                }
            }
            walk(layers, tile, !after, steps);
        }
        walk(layers, tile, bestSteps > 0, Math.abs(bestSteps));
    }

    private void walk(Layers layers, int tile, boolean after, int steps) {
        for (int step = 0; step < steps; step++) {
            layers.exchange(tile, layers.beside(tile, after), lines);
        }
    }

    private double exchanged(Layers layers, int one, int other) {
        int[] ones = layers.tiles[one].edges;
        int[] others = layers.tiles[other].edges;
        double before = lines.cost(ones, others, price);
        layers.exchange(one, other, lines);
        return lines.cost(ones, others, price) - before;
    }

    private void mirror(Layers layers) {
        if (layers.leaving.length > 0) {
            double before = lines.cost(layers.edges, NONE, price);
            layers.mirror(lines);
            if (lines.cost(layers.edges, NONE, price) > before - LITTLE) {
                layers.mirror(lines);
            }
        }
    }

    /// Tries a tile farther from or nearer to where its edges pull it.
    private void stepAside(Layers layers, int tile) {
        int[] edges = layers.tiles[tile].edges;
        if (layers.tiles[tile].leaving.length == 0) {
            return;
        }
        double least = lines.cost(edges, NONE, price) - LITTLE;
        double best = 0;
        for (int side = 0; side < 2; side++) {
            double room = room(layers, tile, side == 0);
            for (int step = 0; step < STEPS && STEP << step <= room; step++) {
                double by = side == 0 ? STEP << step : -(STEP << step);
                layers.push(tile, by, lines);
                double cost = lines.cost(edges, NONE, price);
                layers.push(tile, -by, lines);
                if (cost < least) {
                    least = cost;
                    best = by;
                }
            }
        }
        layers.push(tile, best, lines);
    }

    private static double room(Layers layers, int tile, boolean after) {
        int other = layers.beside(tile, after);
        double at = layers.at[tile];
        if (other >= 0) {
            double apart = after ? layers.gaps.apart(tile, other) : layers.gaps.apart(other, tile);
            return Math.abs(layers.at[other] - at) - apart;
        }
        double free = layers.gaps.widths()[tile] / 2;
        double more = layers.around == null
                ? Math.max(0, ASPECT * (layers.sideways ? layers.width : layers.height) - layers.extent()) / 2
                : 0;
        return more + (after ? layers.extent() - at - free : at - free);
    }

    void cells(Cells cells) {
        for (int one = 0; one < cells.cells.length; one++) {
            int end = Math.min(cells.cells.length, one + CELLS);
            for (int other = one + 1; other < end && !isOver(); other++) {
                int[] ones = cells.cells[one].edges;
                int[] others = cells.cells[other].edges;
                double before = lines.cost(ones, others, price);
                cells.exchange(one, other, lines);
                // Where lines lie up and down has changed, too.
                lines.sort(false);
                if (lines.cost(ones, others, price) > before - LITTLE) {
                    cells.exchange(one, other, lines);
                    lines.sort(false);
                }
            }
        }
    }
}
