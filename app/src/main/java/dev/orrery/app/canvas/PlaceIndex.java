package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Measures;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Finds cards and edges by where they lie: a grid over the picture, each cell with the positions in the diagram's
/// lists of what touches it. Holds for every diagram with the same places in the same order. Immutable.
final class PlaceIndex {
    static final PlaceIndex EMPTY = of(Diagram.EMPTY);
    /// Farther out nothing can be shown; that such a place comes from a file is no reason to fail.
    private static final double FARTHEST = 1e7;

    private static final int MOST_CELLS = 128;
    private static final double SMALLEST_CELL = 120;

    private final Box area;
    private final int columns;
    private final int rows;
    private final Cells cards;
    private final Cells edges;
    private final Box[] cardBoxes;
    private final Box[] edgeBoxes;

    private PlaceIndex(Box area, Diagram diagram) {
        this.area = area;
        columns = Math.clamp((int) (area.width() / SMALLEST_CELL), 1, MOST_CELLS);
        rows = Math.clamp((int) (area.height() / SMALLEST_CELL), 1, MOST_CELLS);
        cards = new Cells(columns * rows);
        edges = new Cells(columns * rows);
        cardBoxes = new Box[diagram.cards().size()];
        edgeBoxes = new Box[diagram.edges().size()];
        for (int i = 0; i < cardBoxes.length; i++) {
            cardBoxes[i] = diagram.cards().get(i).box();
            if (isPlace(cardBoxes[i])) {
                enter(cards, cardBoxes[i], i);
            }
        }
        for (int i = 0; i < edgeBoxes.length; i++) {
            Route route = diagram.edges().get(i).route();
            edgeBoxes[i] = around(route);
            if (isPlace(edgeBoxes[i])) {
                List<Point> points = route.points();
                for (int at = 1; at < points.size(); at++) {
                    enterPiece(points.get(at - 1), points.get(at), i);
                }
            }
        }
    }

    static PlaceIndex of(Diagram diagram) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Diagram.Card card : diagram.cards()) {
            if (isPlace(card.box())) {
                left = Math.min(left, card.box().x());
                top = Math.min(top, card.box().y());
                right = Math.max(right, card.box().right());
                bottom = Math.max(bottom, card.box().bottom());
            }
        }
        return new PlaceIndex(
                left < right ? new Box(left, top, right - left, bottom - top) : new Box(0, 0, 1, 1), diagram);
    }

    /// Whether a box has numbers for a place, and numbers that can be drawn.
    static boolean isPlace(Box box) {
        return box.width() >= 0
                && box.height() >= 0
                && box.x() > -FARTHEST
                && box.y() > -FARTHEST
                && box.right() < FARTHEST
                && box.bottom() < FARTHEST;
    }

    /// Positions of the cards that a part of the diagram shows, ascending.
    BitSet cards(Box seen) {
        BitSet found = new BitSet(cardBoxes.length);
        within(cards, seen, found);
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            if (!cardBoxes[i].overlaps(seen)) {
                found.clear(i);
            }
        }
        return found;
    }

    /// Positions of the edges that a part of the diagram may show, ascending.
    BitSet edges(Box seen) {
        BitSet found = new BitSet(edgeBoxes.length);
        within(edges, seen, found);
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            if (!edgeBoxes[i].overlaps(seen)) {
                found.clear(i);
            }
        }
        return found;
    }

    /// How many cards and edges there are.
    int size() {
        return cardBoxes.length + edgeBoxes.length;
    }

    /// Whether what a part of the diagram may show is more than a number of parts, counted in each cell of the grid.
    boolean isCrowded(Box seen, int most) {
        int count = 0;
        int right = column(seen.right());
        int bottom = row(seen.bottom());
        for (int row = row(seen.y()); row <= bottom; row++) {
            for (int column = column(seen.x()); column <= right; column++) {
                int cell = row * columns + column;
                count += cards.length[cell] + edges.length[cell];
                if (count > most) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Around a route with its bends, head and the width of its line.
    static Box around(Route route) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point point : route.points()) {
            left = Math.min(left, point.x());
            top = Math.min(top, point.y());
            right = Math.max(right, point.x());
            bottom = Math.max(bottom, point.y());
        }
        return new Box(left, top, right - left, bottom - top).grown(Measures.BEND_RADIUS);
    }

    static Box piece(Point a, Point b) {
        return new Box(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()))
                .grown(Measures.BEND_RADIUS);
    }

    /// A slanting piece is cut, so that it is not found all over the box around it.
    private void enterPiece(Point from, Point to, int position) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double cells = Math.min(Math.abs(dx) / area.width() * columns, Math.abs(dy) / area.height() * rows);
        int parts = Math.clamp((long) Math.ceil(cells) * 2, 1, 2 * MOST_CELLS);
        for (int part = 0; part < parts; part++) {
            Point a = new Point(from.x() + dx * part / parts, from.y() + dy * part / parts);
            Point b = new Point(from.x() + dx * (part + 1) / parts, from.y() + dy * (part + 1) / parts);
            enter(edges, piece(a, b), position);
        }
    }

    private void enter(Cells cells, Box box, int position) {
        int right = column(box.right());
        int bottom = row(box.bottom());
        for (int row = row(box.y()); row <= bottom; row++) {
            for (int column = column(box.x()); column <= right; column++) {
                cells.add(row * columns + column, position);
            }
        }
    }

    private void within(Cells cells, Box seen, BitSet found) {
        int right = column(seen.right());
        int bottom = row(seen.bottom());
        for (int row = row(seen.y()); row <= bottom; row++) {
            for (int column = column(seen.x()); column <= right; column++) {
                cells.addTo(row * columns + column, found);
            }
        }
    }

    private int column(double x) {
        return Math.clamp((long) ((x - area.x()) / area.width() * columns), 0, columns - 1);
    }

    private int row(double y) {
        return Math.clamp((long) ((y - area.y()) / area.height() * rows), 0, rows - 1);
    }

    /// Growing lists of numbers, without an object for each.
    private static final class Cells {
        private final int[][] content;
        private final int[] length;

        Cells(int count) {
            content = new int[count][];
            length = new int[count];
        }

        void add(int cell, int position) {
            int[] list = content[cell];
            if (list == null) {
                list = new int[4];
                content[cell] = list;
            }
            int size = length[cell];
            if (size > 0 && list[size - 1] == position) {
                return;
            }
            if (size == list.length) {
                list = Arrays.copyOf(list, 2 * size);
                content[cell] = list;
            }
            list[size] = position;
            length[cell] = size + 1;
        }

        void addTo(int cell, BitSet found) {
            int[] list = content[cell];
            for (int i = 0; i < length[cell]; i++) {
                found.set(list[i]);
            }
        }
    }
}
