package dev.orrery.layout;

import dev.orrery.graph.Neighbourhood;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Places a neighbourhood: the center in the middle, whom it is needed by to the left of it and what it needs to the
/// right, a column for each level. A level with many boxes wraps into columns side by side; of one with too many the
/// rest is left over, to be counted.
///
/// @param boxes of what is shown
/// @param left for each level, what is left over, sorted; levels with nothing left over are not there
/// @param counters where the card for what is left over lies
public record FocusColumns(
        SortedMap<NodeId, Box> boxes, SortedMap<Integer, List<NodeId>> left, SortedMap<Integer, Box> counters) {
    /// Boxes in a column.
    static final int HIGH = 12;
    /// Boxes of a level.
    static final int MOST = 2 * HIGH;

    private static final double BETWEEN = 18;
    private static final double ASIDE = 28;
    private static final double LEVELS = 88;
    private static final Size COUNTER = new Size(190, 72);

    public FocusColumns {
        boxes = Collections.unmodifiableSortedMap(new TreeMap<>(boxes));
        left = Collections.unmodifiableSortedMap(new TreeMap<>(left));
        counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
    }

    public static FocusColumns of(VisibleGraph graph, Neighbourhood near, SortedMap<NodeId, Size> sizes) {
        return new Columns(near, sizes, graph).placed();
    }

    private static final class Columns {
        private final Neighbourhood near;
        private final SortedMap<NodeId, Size> sizes;
        private final Map<NodeId, List<NodeId>> joined = new HashMap<>();
        private final SortedMap<NodeId, Box> boxes = new TreeMap<>();
        private final SortedMap<Integer, List<NodeId>> left = new TreeMap<>();
        private final SortedMap<Integer, Box> counters = new TreeMap<>();

        Columns(Neighbourhood near, SortedMap<NodeId, Size> sizes, VisibleGraph graph) {
            this.near = near;
            this.sizes = sizes;
            for (VisibleGraph.Edge edge : near.edges(graph)) {
                join(edge.id().from(), edge.id().to());
                join(edge.id().to(), edge.id().from());
            }
        }

        private void join(NodeId one, NodeId other) {
            joined.computeIfAbsent(one, _ -> new ArrayList<>()).add(other);
        }

        FocusColumns placed() {
            Size middle = size(near.center());
            boxes.put(
                    near.center(), new Box(-middle.width() / 2, -middle.height() / 2, middle.width(), middle.height()));
            side(1, middle.width() / 2);
            side(-1, middle.width() / 2);
            return new FocusColumns(boxes, left, counters);
        }

        /// From the center outwards.
        private void side(int sign, double from) {
            double x = from + LEVELS;
            for (int step = 1; step <= Neighbourhood.MOST_HOPS; step++) {
                List<NodeId> all = ordered(sign * step);
                if (all.isEmpty()) {
                    return;
                }
                boolean tooMany = all.size() > MOST;
                List<NodeId> shown = tooMany ? all.subList(0, MOST - 1) : all;
                if (tooMany) {
                    left.put(
                            sign * step,
                            all.subList(MOST - 1, all.size()).stream().sorted().toList());
                }
                x = level(sign * step, shown, tooMany, sign, x) + LEVELS;
            }
        }

        /// Where neighbours of the level before lie, then by id.
        private List<NodeId> ordered(int level) {
            return near.at(level).stream()
                    .sorted(Comparator.comparingDouble(this::height).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }

        private double height(NodeId id) {
            return joined.getOrDefault(id, List.of()).stream()
                    .flatMap(other -> Stream.ofNullable(boxes.get(other)))
                    .mapToDouble(Box::centerY)
                    .average()
                    .orElse(0);
        }

        private double level(int level, List<NodeId> shown, boolean counted, int sign, double from) {
            int cells = shown.size() + (counted ? 1 : 0);
            int columns = (cells + HIGH - 1) / HIGH;
            int rows = (cells + columns - 1) / columns;
            double x = from;
            for (int column = 0; column < columns; column++) {
                int begin = column * rows;
                int end = Math.min(cells, begin + rows);
                double width = 0;
                double height = (end - begin - 1) * BETWEEN;
                for (int cell = begin; cell < end; cell++) {
                    Size size = cell < shown.size() ? size(shown.get(cell)) : COUNTER;
                    width = Math.max(width, size.width());
                    height += size.height();
                }
                double y = -height / 2;
                for (int cell = begin; cell < end; cell++) {
                    Size size = cell < shown.size() ? size(shown.get(cell)) : COUNTER;
                    double corner = sign > 0 ? x : -x - size.width();
                    Box box = new Box(corner, y, size.width(), size.height());
                    if (cell < shown.size()) {
                        boxes.put(shown.get(cell), box);
                    } else {
                        counters.put(level, box);
                    }
                    y += size.height() + BETWEEN;
                }
                x += width + (column + 1 < columns ? ASIDE : 0);
            }
            return x;
        }

        private Size size(NodeId id) {
            return sizes.getOrDefault(id, new Size(0, 0));
        }
    }
}
