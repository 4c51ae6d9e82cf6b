package dev.orrery.layout.layered;

import dev.orrery.layout.Point;
import dev.orrery.layout.Spacing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How far the layers lie apart, and the routes between them: every line goes from layer to layer, and between two
/// layers it runs level on a track of its own where it has to change columns.
final class Descent {
    /// Above the first track, and below the last, where arrows point at boxes.
    private static final double ABOVE = 14;

    private static final double BELOW = 20;
    private static final double TRACKS = 10;
    private static final double LEAST_TRACKS = 3;
    /// Many tracks between two layers get nearer to each other, and very many still nearer.
    private static final double ROOMY = 240;

    private static final double MOST = 1_200;

    private final Levels levels;
    private final Strands strands;
    private final double[] heights;
    /// The x of each line at the upper and lower end of each of its pieces.
    private final double[][] uppers;

    private final double[][] lowers;
    private final int[][] tracks;
    /// Of each layer's boxes; and of the first track below it.
    private final double[] tops;

    private final double[] firstTracks;
    private final double[] apart;
    private double bottom;

    /// @param heights of the nodes
    Descent(Levels levels, Strands strands, Ports ports, double[] x, double[] heights) {
        this.levels = levels;
        this.strands = strands;
        this.heights = heights;
        uppers = new double[strands.count()][];
        lowers = new double[strands.count()][];
        tracks = new int[strands.count()][];
        tops = new double[levels.depth + 1];
        firstTracks = new double[levels.depth];
        apart = new double[levels.depth];
        columns(ports, x);
        layers();
    }

    private void columns(Ports ports, double[] x) {
        for (int line = 0; line < strands.count(); line++) {
            int edge = strands.chain()[line];
            int first = levels.firstDummy(edge);
            int pieces = levels.endOfDummies(edge) - first + 1;
            uppers[line] = new double[pieces];
            lowers[line] = new double[pieces];
            tracks[line] = new int[pieces];
            for (int piece = 0; piece < pieces; piece++) {
                uppers[line][piece] = piece == 0 ? ports.leaves[line] : x[first + piece - 1] + strands.aside()[line];
                lowers[line][piece] =
                        piece == pieces - 1 ? ports.meets[line] : x[first + piece] + strands.aside()[line];
            }
        }
    }

    private int layer(int line) {
        return levels.layer[levels.graph.from()[strands.chain()[line]]];
    }

    private void layers() {
        int[] counts = new int[levels.depth];
        for (int line = 0; line < strands.count(); line++) {
            for (int piece = 0; piece < uppers[line].length; piece++) {
                counts[layer(line) + piece]++;
            }
        }
        int[][] lines = new int[levels.depth][];
        Arrays.setAll(lines, layer -> new int[counts[layer]]);
        for (int line = 0; line < strands.count(); line++) {
            for (int piece = 0; piece < uppers[line].length; piece++) {
                int layer = layer(line) + piece;
                lines[layer][lines[layer].length - counts[layer]--] = line;
            }
        }
        double[] tallest = new double[levels.depth];
        for (int node = 0; node < heights.length; node++) {
            tallest[levels.layer[node]] = Math.max(tallest[levels.layer[node]], heights[node]);
        }
        for (int layer = 0; layer < levels.depth; layer++) {
            int deepest = assign(layer, lines[layer]);
            double wanted = Math.max(LEAST_TRACKS, Math.min(TRACKS, ROOMY / Math.max(1, deepest)));
            apart[layer] = Math.min(wanted, MOST / Math.max(1, deepest));
            double used = deepest * apart[layer];
            double gap = Math.max(Spacing.BELOW, Math.ceil(ABOVE + used + BELOW));
            firstTracks[layer] = tops[layer] + tallest[layer] + ABOVE + (gap - ABOVE - BELOW - used) / 2;
            bottom = tops[layer] + tallest[layer];
            tops[layer + 1] = bottom + gap;
        }
    }

    /// @return the number of the deepest track
    private int assign(int layer, int[] lines) {
        double[] top = new double[lines.length];
        double[] bottom = new double[lines.length];
        for (int i = 0; i < lines.length; i++) {
            top[i] = uppers[lines[i]][layer - layer(lines[i])];
            bottom[i] = lowers[lines[i]][layer - layer(lines[i])];
        }
        int[] found = Tracks.of(top, bottom);
        int deepest = 0;
        for (int i = 0; i < lines.length; i++) {
            tracks[lines[i]][layer - layer(lines[i])] = found[i];
            deepest = Math.max(deepest, found[i]);
        }
        return deepest;
    }

    /// The y at which each node's box begins; those of a layer are level.
    double top(int node) {
        return tops[levels.layer[node]];
    }

    double height() {
        return bottom;
    }

    /// The corners of a line, from its upper end.
    List<Point> route(int line) {
        int edge = strands.chain()[line];
        int top = levels.graph.from()[edge];
        List<Point> points = new ArrayList<>();
        points.add(new Point(uppers[line][0], top(top) + heights[top]));
        for (int piece = 0; piece < uppers[line].length; piece++) {
            if (tracks[line][piece] >= 0) {
                int layer = layer(line) + piece;
                double y = Math.rint(firstTracks[layer] + tracks[line][piece] * apart[layer]);
                points.add(new Point(uppers[line][piece], y));
                points.add(new Point(lowers[line][piece], y));
            }
        }
        points.add(new Point(
                lowers[line][uppers[line].length - 1], top(levels.graph.to()[edge])));
        return points;
    }
}
