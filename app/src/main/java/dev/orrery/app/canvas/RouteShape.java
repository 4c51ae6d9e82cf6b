package dev.orrery.app.canvas;

import dev.orrery.diagram.Measures;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;

/// A route as a drawn line: corners rounded, ending a little before its tip so that the arrow head has a sharp point.
final class RouteShape {
    private RouteShape() {}

    /// @param shortened by how much the line ends before the last point
    static List<PathElement> line(Route route, double shortened) {
        List<Point> points = new ArrayList<>(route.points());
        points.set(points.size() - 1, before(points.getLast(), points.get(points.size() - 2), shortened));
        List<PathElement> line = new ArrayList<>(2 * points.size());
        line.add(new MoveTo(points.getFirst().x(), points.getFirst().y()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            double radius = Math.min(
                    Measures.BEND_RADIUS,
                    Math.min(distance(points.get(i - 1), corner), distance(corner, points.get(i + 1))) / 2);
            Point in = before(corner, points.get(i - 1), radius);
            Point out = before(corner, points.get(i + 1), radius);
            line.add(new LineTo(in.x(), in.y()));
            line.add(new QuadCurveTo(corner.x(), corner.y(), out.x(), out.y()));
        }
        line.add(new LineTo(points.getLast().x(), points.getLast().y()));
        return line;
    }

    /// The direction at the tip, in degrees clockwise from pointing right.
    static double heading(Route route) {
        Point tip = route.points().getLast();
        Point last = tip;
        for (int i = route.points().size() - 2; i >= 0 && distance(last, tip) == 0; i--) {
            last = route.points().get(i);
        }
        return Math.toDegrees(Math.atan2(tip.y() - last.y(), tip.x() - last.x()));
    }

    /// The point `by` before `end` on the way from `start`.
    private static Point before(Point end, Point start, double by) {
        double length = distance(start, end);
        double part = length == 0 ? 0 : Math.min(1, by / length);
        return new Point(end.x() + (start.x() - end.x()) * part, end.y() + (start.y() - end.y()) * part);
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
