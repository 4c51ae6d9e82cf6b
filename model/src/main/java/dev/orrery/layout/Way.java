package dev.orrery.layout;

import java.util.ArrayList;
import java.util.List;

/// A route while it can still be shifted: pieces that are horizontal and vertical in turn, each known
/// by the one coordinate at which it lies. Where two pieces meet follows from both.
final class Way {
    final Box from;
    final Box to;
    /// Whether the first piece is vertical.
    final boolean downFirst;
    /// The coordinate of the border at which the way starts, along its first piece.
    final double start;
    /// The coordinate of the border at which it ends, along its last piece.
    final double end;
    /// For each piece, its x where it is vertical, its y where it is horizontal.
    final double[] at;
    /// The frames through which it may run, by number.
    final boolean[] open;
    /// Whether it stays where it is, and others make room.
    final boolean kept;

    Way(Box from, Box to, List<Point> corners, boolean[] open, boolean kept) {
        this.from = from;
        this.to = to;
        this.open = open;
        this.kept = kept;
        Point first = corners.getFirst();
        Point last = corners.getLast();
        downFirst = first.x() == corners.get(1).x();
        at = new double[corners.size() - 1];
        for (int piece = 0; piece < at.length; piece++) {
            at[piece] = vertical(piece)
                    ? corners.get(piece).x()
                    : corners.get(piece).y();
        }
        start = downFirst ? first.y() : first.x();
        end = vertical(at.length - 1) ? last.y() : last.x();
    }

    boolean vertical(int piece) {
        return downFirst == (piece % 2 == 0);
    }

    double begin(int piece) {
        return piece == 0 ? start : at[piece - 1];
    }

    double finish(int piece) {
        return piece == at.length - 1 ? end : at[piece + 1];
    }

    Route route() {
        List<Point> points = new ArrayList<>();
        for (int piece = 0; piece < at.length; piece++) {
            points.add(point(piece, begin(piece)));
        }
        points.add(point(at.length - 1, end));
        return new Route(straightened(points));
    }

    private Point point(int piece, double along) {
        return vertical(piece) ? new Point(at[piece], along) : new Point(along, at[piece]);
    }

    /// Without corners that are none because pieces came to lie in one line.
    private static List<Point> straightened(List<Point> points) {
        List<Point> kept = new ArrayList<>();
        for (Point point : points) {
            while (!kept.isEmpty() && kept.getLast().equals(point) && kept.size() > 1) {
                kept.removeLast();
            }
            while (kept.size() > 1 && inLine(kept.get(kept.size() - 2), kept.getLast(), point)) {
                kept.removeLast();
            }
            kept.add(point);
        }
        return kept;
    }

    private static boolean inLine(Point a, Point b, Point c) {
        return (a.x() == b.x() && b.x() == c.x()) || (a.y() == b.y() && b.y() == c.y());
    }
}
