package dev.orrery.layout;

import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds places for the labels of edges: on their own line, over no box, no title and no other label;
/// over no other line where that can be had.
public final class LabelPlacement {
    private static final double STEP = 6;
    /// Ends stay free for arrows.
    private static final double CLEAR_OF_ENDS = 14;

    private static final double CLEAR = 3;

    private LabelPlacement() {}

    /// The centre of each label. One for which no place is free is left out.
    ///
    /// @param titles width and height of what is written at the left of each frame's title band
    /// @param labels width and height of each label
    public static SortedMap<EdgeId, Point> place(
            Layout layout, SortedMap<String, Size> titles, SortedMap<EdgeId, Size> labels) {
        List<Box> taken = new ArrayList<>(layout.boxes().values());
        titles.forEach((id, size) -> {
            Box frame = layout.frames().get(id);
            if (frame != null) {
                taken.add(Frames.title(frame, size));
            }
        });
        SortedMap<EdgeId, Point> places = new TreeMap<>();
        labels.forEach((id, size) -> {
            Route route = layout.routes().get(id);
            if (route == null) {
                return;
            }
            List<Point> free = along(route).stream()
                    .filter(point -> {
                        Box around = around(point, size).grown(CLEAR);
                        return taken.stream().noneMatch(around::overlaps);
                    })
                    .toList();
            free.stream()
                    .filter(point -> !crossed(around(point, size), id, layout.routes()))
                    .findFirst()
                    .or(() -> free.stream().findFirst())
                    .ifPresent(point -> {
                        places.put(id, point);
                        taken.add(around(point, size));
                    });
        });
        return places;
    }

    /// Points on the route, those nearest to its middle first.
    private static List<Point> along(Route route) {
        double length = length(route.points());
        List<Map.Entry<Double, Point>> found = new ArrayList<>();
        double passed = 0;
        for (int i = 1; i < route.points().size(); i++) {
            Point a = route.points().get(i - 1);
            Point b = route.points().get(i);
            double piece = length(List.of(a, b));
            for (double at = 0; at <= piece; at += STEP) {
                double along = passed + at;
                if (along >= CLEAR_OF_ENDS && along <= length - CLEAR_OF_ENDS) {
                    double part = piece == 0 ? 0 : at / piece;
                    found.add(Map.entry(
                            Math.abs(along - length / 2),
                            new Point(
                                    Math.rint(a.x() + (b.x() - a.x()) * part),
                                    Math.rint(a.y() + (b.y() - a.y()) * part))));
                }
            }
            passed += piece;
        }
        found.sort(Comparator.comparingDouble(Map.Entry::getKey));
        return found.stream().map(Map.Entry::getValue).toList();
    }

    private static double length(List<Point> points) {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += Math.abs(points.get(i).x() - points.get(i - 1).x())
                    + Math.abs(points.get(i).y() - points.get(i - 1).y());
        }
        return length;
    }

    private static Box around(Point center, Size size) {
        return new Box(center.x() - size.width() / 2, center.y() - size.height() / 2, size.width(), size.height());
    }

    private static boolean crossed(Box label, EdgeId own, SortedMap<EdgeId, Route> routes) {
        return routes.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(own))
                .map(entry -> pieces(entry.getValue()))
                .flatMap(Collection::stream)
                .anyMatch(label::overlaps);
    }

    private static List<Box> pieces(Route route) {
        List<Box> pieces = new ArrayList<>();
        for (int i = 1; i < route.points().size(); i++) {
            Point a = route.points().get(i - 1);
            Point b = route.points().get(i);
            pieces.add(Frames.hull(new Box(a.x(), a.y(), 0, 0), new Box(b.x(), b.y(), 0, 0))
                    .grown(0.5));
        }
        return pieces;
    }
}
