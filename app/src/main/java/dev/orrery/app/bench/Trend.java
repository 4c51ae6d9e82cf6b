package dev.orrery.app.bench;

import java.util.List;

/// How something grows with something else.
///
/// @param points in any order
record Trend(List<Point> points) {
    record Point(double x, double y) {}

    /// By how much `y` grows with each `x`, by least squares; 0 where all have the same `x`.
    double slope() {
        double meanX = points.stream().mapToDouble(Point::x).average().orElse(0);
        double meanY = points.stream().mapToDouble(Point::y).average().orElse(0);
        double spread = points.stream()
                .mapToDouble(point -> (point.x - meanX) * (point.x - meanX))
                .sum();
        double together = points.stream()
                .mapToDouble(point -> (point.x - meanX) * (point.y - meanY))
                .sum();
        return spread == 0 ? 0 : together / spread;
    }
}
