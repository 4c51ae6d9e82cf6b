package dev.orrery.layout.layered;

/// Cards that nothing joins to each other, in rows and columns.
final class Cells extends Tile {
    final Tile[] cells;
    private final int columns;
    private double stepX;
    private double stepY;

    Cells(Tile[] cells, int columns, double gap) {
        this.cells = cells;
        this.columns = columns;
        for (Tile cell : cells) {
            stepX = Math.max(stepX, cell.width + gap);
            stepY = Math.max(stepY, cell.height + gap);
        }
        width = Math.min(columns, cells.length) * stepX - gap;
        height = (row(cells.length - 1) + 1) * stepY - gap;
        arrange();
    }

    @Override
    Tile[] inside() {
        return cells;
    }

    @Override
    void arrange() {
        for (int i = 0; i < cells.length; i++) {
            cells[i].x = i % columns * stepX;
            cells[i].y = row(i) * stepY;
        }
    }

    private int row(int cell) {
        return cell / columns;
    }

    /// Two cards change places.
    void exchange(int one, int other, StraightLines lines) {
        Tile first = cells[one];
        Tile second = cells[other];
        double byX = (other % columns - one % columns) * stepX;
        double byY = (row(other) - row(one)) * stepY;
        lines.shift(first, byX, byY);
        lines.shift(second, -byX, -byY);
        cells[one] = second;
        cells[other] = first;
    }
}
