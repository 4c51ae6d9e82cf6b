package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Measures;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ways of the keyboard through the picture: from card to card, and to the titles of opened boundaries. Pure.
final class CardOrder {
    /// Boxes whose tops differ by less share a row.
    private static final double ROW = Measures.CARD_HEIGHT / 2;

    private final List<Item> items = new ArrayList<>();
    private final List<Item> frames;

    /// @param box of a frame all of it
    /// @param stop where the keyboard stops: the card, or the title band of a frame
    private record Item(NodeId id, Box box, Box stop) {}

    enum Direction {
        LEFT,
        RIGHT,
        UP,
        DOWN
    }

    CardOrder(Diagram diagram) {
        for (Diagram.Frame frame : diagram.frames()) {
            Box box = frame.box();
            Box title = new Box(box.x(), box.y(), box.width(), Measures.TITLE_BAND);
            items.add(new Item(NodeId.boundary(frame.id()), box, title));
        }
        frames = List.copyOf(items);
        for (Diagram.Card card : diagram.cards()) {
            items.add(new Item(card.id(), card.box(), card.box()));
        }
    }

    /// As one reads: rows from the top, each from the left; after a frame's title what is inside.
    List<NodeId> reading() {
        Map<@Nullable NodeId, List<Item>> inside = new HashMap<>();
        for (Item item : items) {
            inside.computeIfAbsent(around(item), _ -> new ArrayList<>()).add(item);
        }
        List<NodeId> order = new ArrayList<>(items.size());
        read(null, inside, order);
        return order;
    }

    /// The nearest stop in a direction: a step aside counts double. Empty where there is none.
    Optional<NodeId> nearest(NodeId from, Direction direction) {
        return items.stream()
                .filter(item -> item.id().equals(from))
                .findFirst()
                .flatMap(start -> items.stream()
                        .filter(item -> ahead(start.stop(), item.stop(), direction) > 1)
                        .min(Comparator.comparingDouble((Item item) -> ahead(start.stop(), item.stop(), direction)
                                        + 2 * aside(start.stop(), item.stop(), direction))
                                .thenComparing(Item::id)))
                .map(Item::id);
    }

    private static void read(@Nullable NodeId around, Map<@Nullable NodeId, List<Item>> inside, List<NodeId> order) {
        for (Item item : rows(inside.getOrDefault(around, List.of()))) {
            order.add(item.id());
            read(item.id(), inside, order);
        }
    }

    private static List<Item> rows(List<Item> siblings) {
        record Placed(int row, Item item) {}
        List<Item> byTop = siblings.stream()
                .sorted(Comparator.comparingDouble((Item item) -> item.box().y())
                        .thenComparing(Item::id))
                .toList();
        List<Placed> placed = new ArrayList<>(byTop.size());
        int row = 0;
        double top = Double.NEGATIVE_INFINITY;
        for (Item item : byTop) {
            if (item.box().y() - top > ROW) {
                row++;
                top = item.box().y();
            }
            placed.add(new Placed(row, item));
        }
        return placed.stream()
                .sorted(Comparator.comparingInt(Placed::row)
                        .thenComparingDouble(at -> at.item().box().x())
                        .thenComparing(at -> at.item().id()))
                .map(Placed::item)
                .toList();
    }

    /// The innermost frame around an item.
    private @Nullable NodeId around(Item item) {
        return frames.stream()
                .filter(frame -> !frame.equals(item) && frame.box().contains(item.box()))
                .min(Comparator.comparingDouble(
                        frame -> frame.box().width() * frame.box().height()))
                .map(Item::id)
                .orElse(null);
    }

    private static double ahead(Box from, Box to, Direction direction) {
        return switch (direction) {
            case LEFT -> from.centerX() - to.centerX();
            case RIGHT -> to.centerX() - from.centerX();
            case UP -> from.centerY() - to.centerY();
            case DOWN -> to.centerY() - from.centerY();
        };
    }

    private static double aside(Box from, Box to, Direction direction) {
        return switch (direction) {
            case LEFT, RIGHT -> Math.abs(from.centerY() - to.centerY());
            case UP, DOWN -> Math.abs(from.centerX() - to.centerX());
        };
    }
}
