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

    /// To be stroked. It ends where the head begins.
    public static String line(Route route) {
        List<Point> points = route.points();
        StringBuilder path = new StringBuilder("M").append(at(points.getFirst()));
        for (int corner = 1; corner < points.size() - 1; corner++) {
            Point before = points.get(corner - 1);
            Point here = points.get(corner);
            Point after = points.get(corner + 1);
            double radius = Math.min(Measures.BEND_RADIUS, Math.min(distance(before, here), distance(here, after)) / 2);
            path.append('L').append(at(towards(here, before, radius)));
            path.append('Q').append(at(here)).append(' ').append(at(towards(here, after, radius)));
        }
        Point end = points.getLast();
        Point before = points.get(points.size() - 2);
        double cut = Math.min(HEAD_LENGTH - 1, distance(before, end) / 2);
        return path.append('L').append(at(towards(end, before, cut))).toString();
    }

    /// To be filled.
    public static String head(Route route) {
        Point end = route.points().getLast();
        Point base = towards(end, before(route), HEAD_LENGTH);
        Point side = across(route, HEAD_HALF);
        return "M" + at(end) + "L" + at(plus(base, side, 1)) + "L" + at(plus(base, side, -1)) + "Z";
    }

    /// To be stroked: across the line, before the head. Null where the last piece is too short for it.
    public static @Nullable String bar(Route route) {
        Point end = route.points().getLast();
        double place = HEAD_LENGTH + BAR_BEFORE_HEAD;
        if (distance(end, before(route)) < place + 1) {
            return null;
        }
        Point middle = towards(end, before(route), place);
        Point side = across(route, BAR_HALF);
        return "M" + at(plus(middle, side, 1)) + "L" + at(plus(middle, side, -1));
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
        return number(point.x()) + " " + number(point.y());
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
