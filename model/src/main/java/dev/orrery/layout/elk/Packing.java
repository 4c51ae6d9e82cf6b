package dev.orrery.layout.elk;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Spacing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Sets blocks that have nothing to do with each other side by side and below each other, towards a
/// wanted shape.
final class Packing {
    /// The shape of a screen.
    static final double ASPECT = 1.6;

    private Packing() {}

    /// In rows, the tallest first; the row length that comes closest to `aspect` without wasting much.
    static Block rows(List<Block> blocks, double aspect) {
        List<Block> sorted = blocks.stream()
                .sorted(Comparator.comparingDouble(Block::height)
                        .reversed()
                        .thenComparing(Comparator.comparingDouble(Block::width).reversed())
                        .thenComparing(Block::first))
                .toList();
        double widest = sorted.stream().mapToDouble(Block::width).max().orElse(0);
        double length = -Spacing.BESIDE;
        List<Double> limits = new ArrayList<>(List.of(widest));
        for (Block block : sorted) {
            length += Spacing.BESIDE + block.width();
            if (length > widest) {
                limits.add(length);
            }
        }
        return limits.stream()
                .map(limit -> rowsUpTo(sorted, limit))
                .min(Comparator.comparingDouble(packed -> badness(packed, aspect, sorted)))
                .orElseThrow();
    }

    /// Cards of like size in rows and columns; `columns` of them in a row.
    static Block grid(List<Block> cells, int columns) {
        double width = cells.stream().mapToDouble(Block::width).max().orElse(0);
        double height = cells.stream().mapToDouble(Block::height).max().orElse(0);
        int rows = (cells.size() + columns - 1) / columns;
        SortedMap<NodeId, Box> boxes = new TreeMap<>();
        for (int i = 0; i < cells.size(); i++) {
            int row = i / columns;
            int column = i % columns;
            cells.get(i).addTo(boxes, column * (width + Spacing.BESIDE), row * (height + Spacing.BESIDE));
        }
        return new Block(
                columns * (width + Spacing.BESIDE) - Spacing.BESIDE,
                rows * (height + Spacing.BESIDE) - Spacing.BESIDE,
                boxes);
    }

    /// How many columns bring a grid of like cells closest to `aspect`, no row left nearly empty where
    /// it can be helped.
    static int columns(List<Block> cells, double aspect) {
        int best = 1;
        double least = Double.MAX_VALUE;
        for (int columns = 1; columns <= cells.size(); columns++) {
            double bad = badness(grid(cells, columns), aspect, cells);
            if (bad < least) {
                least = bad;
                best = columns;
            }
        }
        return best;
    }

    static double offShape(double width, double height, double aspect) {
        return Math.abs(Math.log(width / height / aspect));
    }

    private static double badness(Block packed, double aspect, List<Block> parts) {
        double filled = parts.stream()
                .mapToDouble(part -> (part.width() + Spacing.BESIDE) * (part.height() + Spacing.BESIDE))
                .sum();
        double waste = (packed.width() + Spacing.BESIDE) * (packed.height() + Spacing.BESIDE) / filled - 1;
        return offShape(packed.width(), packed.height(), aspect) + waste;
    }

    private static Block rowsUpTo(List<Block> blocks, double limit) {
        SortedMap<NodeId, Box> boxes = new TreeMap<>();
        double x = 0;
        double y = 0;
        double rowHeight = 0;
        double width = 0;
        for (Block block : blocks) {
            if (x > 0 && x + block.width() > limit) {
                y += rowHeight + Spacing.BESIDE;
                x = 0;
                rowHeight = 0;
            }
            block.addTo(boxes, x, y);
            width = Math.max(width, x + block.width());
            rowHeight = Math.max(rowHeight, block.height());
            x += block.width() + Spacing.BESIDE;
        }
        return new Block(width, y + rowHeight, boxes);
    }
}
