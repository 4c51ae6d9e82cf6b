package dev.orrery.app.bench;

import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
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
        int crossings = 0;
        for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
                if (!lines.get(i).sharesAnEndWith(lines.get(j))) {
                    crossings += crossings(lines.get(i).points(), lines.get(j).points());
                }
            }
        }
        return crossings;
    }

    private static int crossings(List<Point> one, List<Point> other) {
        int crossings = 0;
        for (int i = 1; i < one.size(); i++) {
            for (int j = 1; j < other.size(); j++) {
                crossings += cross(one.get(i - 1), one.get(i), other.get(j - 1), other.get(j)) ? 1 : 0;
            }
        }
        return crossings;
    }

    /// A touch counts for the piece that begins there, so that a crossing in a corner counts once.
    private static boolean cross(Point a, Point b, Point c, Point d) {
        return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b);
    }

    private static boolean side(Point a, Point b, Point p) {
        return (b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x()) > 0;
    }
}
