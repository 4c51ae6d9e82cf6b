package dev.orrery.app.bench;

import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A drawing reduced to what is measured, whoever made it.
///
/// @param boxes by name
/// @param lines from box to box
record Drawn(Map<String, Box> boxes, List<Line> lines) {
    /// @param points at least two
    record Line(String from, String to, List<Point> points) {
        boolean sharesAnEndWith(Line other) {
            return from.equals(other.from) || from.equals(other.to) || to.equals(other.from) || to.equals(other.to);
        }
    }

    /// How many pairs of lines cross where each is drawn straight from centre to centre. Pairs with a common end are
    /// left out: they meet anyway.
    int straightCrossings() {
        List<Line> straight = lines.stream()
                .map(line -> new Line(line.from(), line.to(), List.of(centre(line.from()), centre(line.to()))))
                .toList();
        return crossings(straight);
    }

    /// How often lines cross as they are drawn.
    int crossings() {
        return crossings(lines);
    }

    double length() {
        double length = 0;
        for (Line line : lines) {
            for (int i = 1; i < line.points().size(); i++) {
                Point a = line.points().get(i - 1);
                Point b = line.points().get(i);
                length += Math.hypot(a.x() - b.x(), a.y() - b.y());
            }
        }
        return length;
    }

    int bends() {
        return lines.stream().mapToInt(line -> line.points().size() - 2).sum();
    }

    /// Of the smallest rectangle around everything, in millions of square pixels.
    double area() {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Box box : boxes.values()) {
            left = Math.min(left, box.x());
            top = Math.min(top, box.y());
            right = Math.max(right, box.right());
            bottom = Math.max(bottom, box.bottom());
        }
        for (Line line : lines) {
            for (Point point : line.points()) {
                left = Math.min(left, point.x());
                top = Math.min(top, point.y());
                right = Math.max(right, point.x());
                bottom = Math.max(bottom, point.y());
            }
        }
        return boxes.isEmpty() ? 0 : (right - left) * (bottom - top) / 1e6;
    }

    /// Pairs of boxes that cover each other.
    int overlaps() {
        List<Box> all = List.copyOf(boxes.values());
        int overlaps = 0;
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                overlaps += all.get(i).overlaps(all.get(j)) ? 1 : 0;
            }
        }
        return overlaps;
    }

    private Point centre(String box) {
        Box at = boxes.get(box);
        if (at == null) {
            throw new IllegalStateException("no box " + box);
        }
        return new Point(at.centerX(), at.centerY());
    }

    private static int crossings(List<Line> lines) {
        List<Piece> pieces = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            Line line = lines.get(number);
            for (int i = 1; i < line.points().size(); i++) {
                pieces.add(new Piece(
                        number, line, line.points().get(i - 1), line.points().get(i)));
            }
        }
        pieces.sort(Comparator.comparingDouble(Piece::left));
        int crossings = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece one = pieces.get(i);
            for (int j = i + 1; j < pieces.size() && pieces.get(j).left() <= one.right(); j++) {
                crossings += one.crosses(pieces.get(j)) ? 1 : 0;
            }
        }
        return crossings;
    }

    private record Piece(
            int number, Line line, Point a, Point b, double left, double right, double top, double bottom) {
        Piece(int number, Line line, Point a, Point b) {
            this(
                    number,
                    line,
                    a,
                    b,
                    Math.min(a.x(), b.x()),
                    Math.max(a.x(), b.x()),
                    Math.min(a.y(), b.y()),
                    Math.max(a.y(), b.y()));
        }

        boolean crosses(Piece other) {
            return top <= other.bottom
                    && other.top <= bottom
                    && number != other.number
                    && cross(a, b, other.a, other.b)
                    && !line.sharesAnEndWith(other.line);
        }
    }

    /// A touch counts for the piece that begins there, so that a crossing in a corner counts once.
    private static boolean cross(Point a, Point b, Point c, Point d) {
        return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b);
    }

    private static boolean side(Point a, Point b, Point p) {
        return (b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x()) > 0;
    }
}
