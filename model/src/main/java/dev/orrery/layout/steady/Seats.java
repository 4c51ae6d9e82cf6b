package dev.orrery.layout.steady;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Box;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Route;
import dev.orrery.layout.Spacing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where what is new goes: below all that need it, above all that it needs, in the middle of them, in the row of
/// others that are near.
final class Seats {
    /// Rows that are no further away are kept to.
    private static final double SAME_ROW = 40;

    private final Nest nest;
    private final Map<NodeId, List<NodeId>> needs = new HashMap<>();
    private final Map<NodeId, List<NodeId>> neededBy = new HashMap<>();
    private final List<Box> lines = new ArrayList<>();

    Seats(Nest nest, VisibleGraph needed, Layout before) {
        this.nest = nest;
        for (VisibleGraph.Edge edge : needed.edges()) {
            needs.computeIfAbsent(edge.id().from(), _ -> new ArrayList<>())
                    .add(edge.id().to());
            neededBy.computeIfAbsent(edge.id().to(), _ -> new ArrayList<>())
                    .add(edge.id().from());
        }
        for (Route route : before.routes().values()) {
            lines.addAll(Ways.pieces(route));
        }
    }

    /// Gives places to those that have none, each as near as may be to where it wants to be. Those that are joined
    /// to others that have places come first.
    ///
    /// @param around what they lie in directly
    /// @param homeless sorted; those with something inside know their size already
    void seat(Item around, List<Item> homeless) {
        List<Item> left = new ArrayList<>(homeless);
        while (!left.isEmpty()) {
            Item next = left.stream()
                    .filter(item -> !above(item).isEmpty() || !below(item).isEmpty())
                    .findFirst()
                    .orElse(left.getFirst());
            left.remove(next);
            List<Box> taken = around.inside.stream()
                    .filter(item -> item.isPlaced() && item != next && !left.contains(item))
                    .map(Item::now)
                    .toList();
            Box here = next.inside.isEmpty() ? new Box(0, 0, next.size.width(), next.size.height()) : next.now();
            Growth growth = Growth.of(around);
            Box spot = new FreeSpot(taken, lines, growth::harm).nearest(growth.near(wanted(next, here, taken)));
            if (next.inside.isEmpty()) {
                next.put(Math.rint(spot.x()), Math.rint(spot.y()));
            } else {
                next.shift(Math.rint(spot.x() - here.x()), Math.rint(spot.y() - here.y()));
            }
        }
    }

    private Box wanted(Item item, Box size, List<Box> taken) {
        List<Box> above = above(item);
        List<Box> below = below(item);
        double x = beside(size, taken);
        double y = taken.stream().mapToDouble(Box::bottom).max().orElse(0) + Spacing.BELOW;
        if (!above.isEmpty() || !below.isEmpty()) {
            List<Box> joined = new ArrayList<>(above);
            joined.addAll(below);
            x = joined.stream().mapToDouble(Box::centerX).average().orElse(0) - size.width() / 2;
            double highest = above.stream().mapToDouble(Box::bottom).max().orElse(Double.NaN) + Spacing.BELOW;
            double lowest = below.stream().mapToDouble(Box::y).min().orElse(Double.NaN) - Spacing.BELOW - size.height();
            y = above.isEmpty() ? lowest : below.isEmpty() ? highest : (highest + lowest) / 2;
        }
        double top = y;
        double row = taken.stream()
                .mapToDouble(Box::y)
                .filter(other -> Math.abs(other - top) <= SAME_ROW)
                .boxed()
                .min((one, other) -> Double.compare(Math.abs(one - top), Math.abs(other - top)))
                .orElse(top);
        return new Box(Math.rint(x), Math.rint(row), size.width(), size.height());
    }

    private static double beside(Box size, List<Box> taken) {
        return taken.stream().mapToDouble(Box::x).min().orElse(size.x());
    }

    private List<Box> above(Item item) {
        return joined(item, neededBy);
    }

    private List<Box> below(Item item) {
        return joined(item, needs);
    }

    /// Those outside of it that have their places.
    private List<Box> joined(Item item, Map<NodeId, List<NodeId>> joints) {
        List<Item> cards = item.inside.isEmpty() ? List.of(item) : Nest.cards(item);
        Set<Item> own = new HashSet<>(cards);
        List<Box> boxes = new ArrayList<>();
        for (Item card : cards) {
            for (NodeId other : joints.getOrDefault(card.id, List.of())) {
                Item end = nest.item(other);
                if (!own.contains(end) && end.isPlaced()) {
                    boxes.add(end.now());
                }
            }
        }
        return boxes;
    }
}
