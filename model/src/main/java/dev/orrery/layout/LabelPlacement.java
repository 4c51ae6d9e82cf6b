package dev.orrery.layout;

import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.ArrayList;
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
        return place(layout, titles, labels, List.of());
    }

    /// As above, and over nothing else that lies there.
    ///
    /// @param others where that lies
    public static SortedMap<EdgeId, Point> place(
            Layout layout, SortedMap<String, Size> titles, SortedMap<EdgeId, Size> labels, List<Box> others) {
        BoxIndex taken = new BoxIndex(List.copyOf(layout.boxes().values()));
        others.forEach(taken::add);
        titles.forEach((id, size) -> {
            Box frame = layout.frames().get(id);
            if (frame != null) {
                taken.add(Frames.title(frame, size));
            }
        });
        Drawn drawn = Drawn.of(layout.routes());
        SortedMap<EdgeId, Point> places = new TreeMap<>();
        labels.forEach((id, size) -> {
            Route route = layout.routes().get(id);
            if (route == null) {
                return;
            }
            Point place = null;
            for (Point point : along(route)) {
                Box around = around(point, size);
                if (taken.overlaps(around.grown(CLEAR), _ -> true)) {
                    continue;
                }
                place = place == null ? point : place;
                if (!drawn.crossesOther(around, id)) {
                    place = point;
                    break;
                }
            }
            if (place != null) {
                places.put(id, place);
                taken.add(around(place, size));
            }
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

    /// The pieces of all routes.
    ///
    /// @param owners of the pieces, by their number
    private record Drawn(BoxIndex pieces, List<EdgeId> owners) {
        static Drawn of(SortedMap<EdgeId, Route> routes) {
            Drawn drawn = new Drawn(new BoxIndex(List.of()), new ArrayList<>());
            routes.forEach((id, route) -> {
                for (int i = 1; i < route.points().size(); i++) {
                    Point a = route.points().get(i - 1);
                    Point b = route.points().get(i);
                    drawn.owners.add(id);
                    drawn.pieces.add(Frames.hull(new Box(a.x(), a.y(), 0, 0), new Box(b.x(), b.y(), 0, 0))
                            .grown(0.5));
                }
            });
            return drawn;
        }

        boolean crossesOther(Box label, EdgeId own) {
            return pieces.overlaps(label, piece -> !owners.get(piece).equals(own));
        }
    }
}
