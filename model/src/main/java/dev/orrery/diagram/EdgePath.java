package dev.orrery.diagram;

import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The drawn shapes of a route as SVG path data: a line with rounded corners, an arrow head at what is needed, and the
/// small bar of a data dependency.
public final class EdgePath {
    private static final double HEAD_LENGTH = 8;
    private static final double HEAD_HALF = 3.6;
    private static final double BAR_BEFORE_HEAD = 4;
    private static final double BAR_HALF = 4.5;

    private EdgePath() {}

    /// Takes a path piece by piece, where text would be too slow.
    public interface Pen {
        void move(double x, double y);

        void line(double x, double y);

        /// A quadratic curve from where the pen is.
        void quad(double cx, double cy, double x, double y);
    }

    /// To be stroked. It ends where the head begins.
    public static String line(Route route) {
        StringBuilder path = new StringBuilder();
        line(route, new Pen() {
            @Override
            public void move(double x, double y) {
                path.append('M').append(at(x, y));
            }

            @Override
            public void line(double x, double y) {
                path.append('L').append(at(x, y));
            }

            @Override
            public void quad(double cx, double cy, double x, double y) {
                path.append('Q').append(at(cx, cy)).append(' ').append(at(x, y));
            }
        });
        return path.toString();
    }

    /// The same line, told to a pen.
    public static void line(Route route, Pen pen) {
        List<Point> points = route.points();
        pen.move(points.getFirst().x(), points.getFirst().y());
        for (int corner = 1; corner < points.size() - 1; corner++) {
            Point before = points.get(corner - 1);
            Point here = points.get(corner);
            Point after = points.get(corner + 1);
            double radius = Math.min(Measures.BEND_RADIUS, Math.min(distance(before, here), distance(here, after)) / 2);
            Point start = towards(here, before, radius);
            Point end = towards(here, after, radius);
            pen.line(start.x(), start.y());
            pen.quad(here.x(), here.y(), end.x(), end.y());
        }
        Point end = points.getLast();
        Point before = points.get(points.size() - 2);
        double cut = Math.min(HEAD_LENGTH - 1, distance(before, end) / 2);
        Point last = towards(end, before, cut);
        pen.line(last.x(), last.y());
    }

    /// To be filled.
    public static String head(Route route) {
        List<Point> corners = headCorners(route);
        return "M" + at(corners.get(0)) + "L" + at(corners.get(1)) + "L" + at(corners.get(2)) + "Z";
    }

    /// The three corners of the head; the tip first.
    public static List<Point> headCorners(Route route) {
        Point end = route.points().getLast();
        Point base = towards(end, before(route), HEAD_LENGTH);
        Point side = across(route, HEAD_HALF);
        return List.of(end, plus(base, side, 1), plus(base, side, -1));
    }

    /// To be stroked: across the line, before the head. Null where the last piece is too short for it.
    public static @Nullable String bar(Route route) {
        List<Point> ends = barEnds(route);
        return ends.isEmpty() ? null : "M" + at(ends.get(0)) + "L" + at(ends.get(1));
    }

    /// The two ends of the bar; none where the last piece is too short for it.
    public static List<Point> barEnds(Route route) {
        Point end = route.points().getLast();
        double place = HEAD_LENGTH + BAR_BEFORE_HEAD;
        if (distance(end, before(route)) < place + 1) {
            return List.of();
        }
        Point middle = towards(end, before(route), place);
        Point side = across(route, BAR_HALF);
        return List.of(plus(middle, side, 1), plus(middle, side, -1));
    }

    /// The middle of the longest piece of a route: where a sign is seen best.
    public static Point signAt(Route route) {
        List<Point> points = route.points();
        Point best = points.getFirst();
        double longest = -1;
        for (int at = 1; at < points.size(); at++) {
            Point a = points.get(at - 1);
            Point b = points.get(at);
            double length = distance(a, b);
            if (length > longest + 0.5) {
                longest = length;
                best = new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
            }
        }
        return best;
    }

    private static Point before(Route route) {
        return route.points().get(route.points().size() - 2);
    }

    private static Point across(Route route, double length) {
        Point end = route.points().getLast();
        Point unit = towards(end, before(route), length);
        return new Point(-(unit.y() - end.y()), unit.x() - end.x());
    }

    private static Point plus(Point point, Point step, int times) {
        return new Point(point.x() + times * step.x(), point.y() + times * step.y());
    }

    private static Point towards(Point from, Point to, double distance) {
        double all = distance(from, to);
        if (all == 0) {
            return from;
        }
        return new Point(
                from.x() + (to.x() - from.x()) * distance / all, from.y() + (to.y() - from.y()) * distance / all);
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static String at(Point point) {
        return at(point.x(), point.y());
    }

    private static String at(double x, double y) {
        return number(x) + " " + number(y);
    }

    /// At most two decimals, and none that say nothing.
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        if (text.charAt(end - 1) == '.') {
            end--;
        }
        String shortest = text.substring(0, end);
        return shortest.equals("-0") ? "0" : shortest;
    }
}
