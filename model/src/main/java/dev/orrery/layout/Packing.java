package dev.orrery.layout;

import dev.orrery.graph.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Sets blocks that have nothing to do with each other side by side and below each other, towards a
/// wanted shape.
public final class Packing {
    /// The shape of a screen.
    public static final double ASPECT = 1.6;

    private Packing() {}

    /// In rows, the tallest first; the row length that comes closest to `aspect` without wasting much.
    public static Block rows(List<Block> blocks, double aspect) {
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
                .min(Comparator.comparingDouble(packed -> badness(packed.size(), aspect, area(sorted))))
                .orElseThrow();
    }

    /// Cards of like size in rows and columns; `columns` of them in a row.
    public static Block grid(List<Block> cells, int columns, double gap) {
        Size cell = cell(cells);
        SortedMap<NodeId, Box> boxes = new TreeMap<>();
        for (int i = 0; i < cells.size(); i++) {
            int row = i / columns;
            int column = i % columns;
            cells.get(i).addTo(boxes, column * (cell.width() + gap), row * (cell.height() + gap));
        }
        Size size = gridSize(cell, cells.size(), columns, gap);
        return new Block(size.width(), size.height(), boxes);
    }

    /// How many columns bring a grid of like cells closest to `aspect`, no row left nearly empty where
    /// it can be helped.
    public static int columns(List<Block> cells, double aspect) {
        Size cell = cell(cells);
        return best(
                cells.size(),
                columns -> badness(gridSize(cell, cells.size(), columns, Spacing.BESIDE), aspect, area(cells)));
    }

    /// Cards that nothing is joined to in a close grid of their own, set apart from the rest: below it or to its right,
    /// whichever comes closest to `aspect`.
    public static Block apart(Block rest, List<Block> alone, double aspect) {
        Size cell = cell(alone);
        double parts = area(alone) + area(List.of(rest));
        int below = best(alone.size(), columns -> badness(below(rest, closeGrid(cell, alone, columns)), aspect, parts));
        int beside =
                best(alone.size(), columns -> badness(beside(rest, closeGrid(cell, alone, columns)), aspect, parts));
        Size sizeBelow = below(rest, closeGrid(cell, alone, below));
        Size sizeBeside = beside(rest, closeGrid(cell, alone, beside));
        boolean isBelow = badness(sizeBelow, aspect, parts) <= badness(sizeBeside, aspect, parts);
        SortedMap<NodeId, Box> boxes = new TreeMap<>(rest.boxes());
        grid(alone, isBelow ? below : beside, Spacing.CLOSE)
                .addTo(boxes, isBelow ? 0 : rest.width() + Spacing.APART, isBelow ? rest.height() + Spacing.APART : 0);
        Size size = isBelow ? sizeBelow : sizeBeside;
        return new Block(size.width(), size.height(), boxes);
    }

    private static Size closeGrid(Size cell, List<Block> cells, int columns) {
        return gridSize(cell, cells.size(), columns, Spacing.CLOSE);
    }

    private static Size below(Block rest, Size grid) {
        return new Size(Math.max(rest.width(), grid.width()), rest.height() + Spacing.APART + grid.height());
    }

    private static Size beside(Block rest, Size grid) {
        return new Size(rest.width() + Spacing.APART + grid.width(), Math.max(rest.height(), grid.height()));
    }

    private static int best(int most, IntToDoubleFunction badness) {
        return IntStream.rangeClosed(1, most)
                .boxed()
                .min(Comparator.comparingDouble(badness::applyAsDouble))
                .orElse(1);
    }

    private static Size cell(List<Block> cells) {
        return new Size(
                cells.stream().mapToDouble(Block::width).max().orElse(0),
                cells.stream().mapToDouble(Block::height).max().orElse(0));
    }

    private static Size gridSize(Size cell, int cells, int columns, double gap) {
        int rows = (cells + columns - 1) / columns;
        return new Size(columns * (cell.width() + gap) - gap, rows * (cell.height() + gap) - gap);
    }

    public static double offShape(double width, double height, double aspect) {
        return Math.abs(Math.log(width / height / aspect));
    }

    /// How far a picture is from the wanted shape, and how much of it is wasted.
    ///
    /// @param filled the area of what is in it
    public static double badness(Size packed, double aspect, double filled) {
        double waste = (packed.width() + Spacing.BESIDE) * (packed.height() + Spacing.BESIDE) / filled - 1;
        return offShape(packed.width(), packed.height(), aspect) + waste;
    }

    private static double area(List<Block> parts) {
        return parts.stream()
                .mapToDouble(part -> (part.width() + Spacing.BESIDE) * (part.height() + Spacing.BESIDE))
                .sum();
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
