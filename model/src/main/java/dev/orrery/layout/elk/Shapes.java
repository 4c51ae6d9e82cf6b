package dev.orrery.layout.elk;

import dev.orrery.layout.Block;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Packing;
import dev.orrery.layout.Point;
import dev.orrery.layout.Size;
import dev.orrery.layout.Spacing;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tries layers of different widths and keeps the picture that fits a screen best without longer edges
/// than it is worth.
final class Shapes {
    /// Larger graphs get one try, because each costs as much as the first.
    private static final int MANY = 150;
    /// Pictures that are at most this much off the wanted shape are not worth another try; 0.5 is 1:1 to 2.6:1.
    private static final double NEAR_ENOUGH = 0.5;

    private Shapes() {}

    static Layered best(List<Block> boxes, List<FlatLayers.Edge> edges, Cancellation cancellation) {
        List<Size> sizes =
                boxes.stream().map(box -> new Size(box.width(), box.height())).toList();
        List<Point> best = FlatLayers.place(sizes, edges, 0, cancellation);
        double wide = width(best, sizes) / height(best, sizes) / Packing.ASPECT;
        if (boxes.size() <= MANY && Math.log(wide) > NEAR_ENOUGH) {
            double least = badness(best, sizes, edges);
            int widest = widestRow(best);
            for (int bound = widest - 1; bound >= Math.max(2, widest / 4); bound--) {
                List<Point> other = FlatLayers.place(sizes, edges, bound, cancellation);
                double bad = badness(other, sizes, edges);
                if (bad < least) {
                    least = bad;
                    best = other;
                }
            }
        }
        return new Layered(boxes, best, width(best, sizes), height(best, sizes), false);
    }

    /// Layers from left to right: the same with x and y exchanged before and after.
    @SuppressWarnings("ArgumentSelectionDefectChecker") // The exchange is what this is about.
    static Layered sideways(List<Block> boxes, List<FlatLayers.Edge> edges, Cancellation cancellation) {
        List<Size> turned = boxes.stream()
                .map(box -> new Size(/* width= */ box.height(), /* height= */ box.width()))
                .toList();
        List<Point> corners = FlatLayers.place(turned, edges, 0, cancellation);
        return new Layered(
                boxes,
                corners.stream()
                        .map(corner -> new Point(corner.y(), corner.x()))
                        .toList(),
                /* width= */ height(corners, turned),
                /* height= */ width(corners, turned),
                true);
    }

    private static double badness(List<Point> corners, List<Size> sizes, List<FlatLayers.Edge> edges) {
        double length = 0;
        for (FlatLayers.Edge edge : edges) {
            Point from = corners.get(edge.from());
            Point to = corners.get(edge.to());
            length += Math.abs(from.x() + edge.fromX() - to.x() - edge.toX()) + Math.abs(from.y() - to.y());
        }
        double width = width(corners, sizes);
        double height = height(corners, sizes);
        return Packing.offShape(width, height, Packing.ASPECT)
                + Math.log(width * height) / 2
                + Math.log(length / edges.size() + Spacing.BELOW) / 2;
    }

    private static int widestRow(List<Point> corners) {
        SortedMap<Double, Integer> counts = new TreeMap<>();
        corners.forEach(corner -> counts.merge(corner.y(), 1, Integer::sum));
        return counts.values().stream().mapToInt(count -> count).max().orElse(1);
    }

    private static double width(List<Point> corners, List<Size> sizes) {
        List<Double> rights = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            rights.add(corners.get(i).x() + sizes.get(i).width());
        }
        return rights.stream().mapToDouble(x -> x).max().orElse(0);
    }

    private static double height(List<Point> corners, List<Size> sizes) {
        List<Double> bottoms = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            bottoms.add(corners.get(i).y() + sizes.get(i).height());
        }
        return bottoms.stream().mapToDouble(y -> y).max().orElse(0);
    }
}
