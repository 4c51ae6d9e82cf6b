package dev.orrery.layout.layered;

import dev.orrery.layout.Packing;
import dev.orrery.layout.Size;
import dev.orrery.layout.Spacing;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Parts that nothing joins to each other, side by side on shelves.
final class Shelves extends Tile {
    private final Tile[] parts;
    /// Of each part, ascending.
    private final int[] shelf;
    private final double gap;

    private Shelves(Tile[] parts, int[] shelf, double gap) {
        this.parts = parts;
        this.shelf = shelf;
        this.gap = gap;
        arrange();
    }

    /// The tallest first; the length of shelf that comes closest to `aspect` without wasting much.
    static Tile packed(List<Tile> tiles, double aspect) {
        if (tiles.size() == 1) {
            return tiles.getFirst();
        }
        Tile[] parts = tiles.stream()
                .sorted(Comparator.comparingDouble((Tile tile) -> -tile.height)
                        .thenComparingDouble(tile -> -tile.width))
                .toArray(Tile[]::new);
        double widest =
                Arrays.stream(parts).mapToDouble(part -> part.width).max().orElse(0);
        double filled = Arrays.stream(parts).mapToDouble(Shelves::area).sum();
        int[] best = filled(parts, widest);
        double least = Double.MAX_VALUE;
        double length = -Spacing.BESIDE;
        for (Tile part : parts) {
            length += Spacing.BESIDE + part.width;
            int[] shelf = filled(parts, Math.max(widest, length));
            double badness = badness(new Shelves(parts, shelf, Spacing.BESIDE), aspect, filled);
            if (badness < least) {
                least = badness;
                best = shelf;
            }
        }
        return new Shelves(parts, best, Spacing.BESIDE);
    }

    private static int[] filled(Tile[] parts, double length) {
        int[] shelf = new int[parts.length];
        double right = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean fits = right + parts[i].width <= length;
            shelf[i] = i == 0 ? 0 : shelf[i - 1] + (fits ? 0 : 1);
            right = (fits ? right : 0) + parts[i].width + Spacing.BESIDE;
        }
        return shelf;
    }

    /// Cards that nothing is joined to in a close grid, set apart from the rest: below it or to its right.
    static Tile apart(Tile rest, Tile[] alone, double aspect) {
        double filled =
                area(rest) + Arrays.stream(alone).mapToDouble(Shelves::area).sum();
        int columns = 1;
        int below = 0;
        double least = Double.MAX_VALUE;
        for (int trial = 0; trial < 2 * alone.length; trial++) {
            double badness = badness(apart(rest, alone, 1 + trial / 2, trial % 2), aspect, filled);
            if (badness < least) {
                least = badness;
                columns = 1 + trial / 2;
                below = trial % 2;
            }
        }
        return apart(rest, alone, columns, below);
    }

    private static Shelves apart(Tile rest, Tile[] alone, int columns, int below) {
        Cells cells = new Cells(alone, columns, Spacing.CLOSE);
        return new Shelves(new Tile[] {rest, cells}, new int[] {0, below}, Spacing.APART);
    }

    private static double badness(Shelves shelves, double aspect, double filled) {
        return Packing.badness(new Size(shelves.width, shelves.height), aspect, filled);
    }

    private static double area(Tile tile) {
        return (tile.width + Spacing.BESIDE) * (tile.height + Spacing.BESIDE);
    }

    @Override
    Tile[] inside() {
        return parts;
    }

    @Override
    void arrange() {
        double above = 0;
        double tallest = 0;
        double right = 0;
        width = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i > 0 && shelf[i] != shelf[i - 1]) {
                above += tallest + gap;
                tallest = 0;
                right = 0;
            }
            parts[i].x = right;
            parts[i].y = above;
            width = Math.max(width, right + parts[i].width);
            tallest = Math.max(tallest, parts[i].height);
            right += parts[i].width + gap;
        }
        height = above + tallest;
    }
}
