package dev.orrery.layout;

import java.util.List;

/// The way of an edge: horizontal and vertical pieces from the border of one box to the border of the
/// other. Corners are drawn rounded, which is not part of the route.
///
/// @param points at least two; the first on the border of the box that needs, the last on that of what
///     is needed
public record Route(List<Point> points) {
    public Route {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("a route has two ends");
        }
    }
}
