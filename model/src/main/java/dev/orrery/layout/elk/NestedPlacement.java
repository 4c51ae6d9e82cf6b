package dev.orrery.layout.elk;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Block;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Frames;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Packing;
import dev.orrery.layout.Size;
import dev.orrery.layout.Spacing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Places one visible graph from the innermost boundaries outwards.
///
/// Each level is placed with the boundaries in it as boxes. What hangs together is layered; what has no
/// edge on its level forms a grid; both are packed towards the shape of a screen. `before` is the
/// placement of an earlier round: it tells where the far ends of edges that leave a boundary are, so
/// that its members can face them.
final class NestedPlacement {
    private static final Size NO_TITLE = new Size(0, 0);
    /// Cards that are called from outside like to lie side by side, where edges reach them from above.
    private static final double CALLED_ASPECT = 3.2;
    /// The shape of what lies inside a boundary where the whole would else be taller than a screen.
    private static final double WIDE_ASPECT = 3;

    private final LayoutRequest request;
    private final Nesting nesting;
    private final SortedMap<NodeId, Box> before;
    private final Flow flow;
    private final Cancellation cancellation;

    NestedPlacement(
            LayoutRequest request,
            Nesting nesting,
            SortedMap<NodeId, Box> before,
            Flow flow,
            Cancellation cancellation) {
        this.request = request;
        this.nesting = nesting;
        this.before = before;
        this.flow = flow;
        this.cancellation = cancellation;
    }

    SortedMap<NodeId, Box> place() {
        return level(Nesting.TOP).boxes();
    }

    private Block level(String frame) {
        cancellation.check();
        boolean wideHere = flow == Flow.ACROSS_INSIDE && !frame.equals(Nesting.TOP);
        boolean acrossHere = flow == Flow.ACROSS_OUTSIDE && frame.equals(Nesting.TOP);
        Nesting.Level level = nesting.level(frame);
        List<Block> blocks = new ArrayList<>();
        Map<Nesting.Child, Integer> numbers = new HashMap<>();
        for (Nesting.Child child : level.children()) {
            numbers.put(child, blocks.size());
            blocks.add(block(child));
        }
        List<List<Integer>> parts = Parts.of(blocks.size(), level.edges(), numbers);
        List<Block> packed = new ArrayList<>();
        List<Integer> single = new ArrayList<>();
        for (List<Integer> part : parts) {
            if (part.size() > 1) {
                packed.add(facing(layered(part, blocks, level, numbers, wideHere, acrossHere), level));
            } else if (level.children().get(part.getFirst()) instanceof Nesting.Card) {
                single.add(part.getFirst());
            } else {
                packed.add(blocks.get(part.getFirst()));
            }
        }
        Map<Integer, List<Double>> outside = outside(level, numbers);
        List<Integer> called = single.stream().filter(outside::containsKey).toList();
        if (!called.isEmpty()) {
            packed.add(called(called, outside, blocks, wideHere));
        }
        List<Block> alone = single.stream()
                .filter(number -> !outside.containsKey(number))
                .map(blocks::get)
                .toList();
        return packed(packed, alone, wideHere ? WIDE_ASPECT : Packing.ASPECT);
    }

    private Block block(Nesting.Child child) {
        return switch (child) {
            case Nesting.Card(NodeId id) -> {
                Size size = request.sizes().getOrDefault(id, NO_TITLE);
                yield Block.of(id, size.width(), size.height());
            }
            case Nesting.Inner(String id) -> {
                Block content = level(id);
                Box frame = Frames.around(
                        new Box(0, 0, content.width(), content.height()),
                        request.titles().getOrDefault(id, NO_TITLE));
                yield content.padded(-frame.x(), -frame.y(), frame.width(), frame.height());
            }
        };
    }

    private Layered layered(
            List<Integer> part,
            List<Block> blocks,
            Nesting.Level level,
            Map<Nesting.Child, Integer> numbers,
            boolean wideHere,
            boolean acrossHere) {
        Map<Integer, Integer> places = new HashMap<>();
        List<Block> boxes = new ArrayList<>();
        for (int number : part) {
            places.put(number, boxes.size());
            boxes.add(blocks.get(number));
        }
        List<FlatLayers.Edge> edges = new ArrayList<>();
        List<FlatLayers.Edge> sideways = new ArrayList<>();
        for (Nesting.Crossing crossing : level.edges()) {
            int from = places.getOrDefault(numbers.getOrDefault(crossing.from(), -1), -1);
            int to = places.getOrDefault(numbers.getOrDefault(crossing.to(), -1), -1);
            if (from >= 0 && to >= 0) {
                Box start = inside(boxes.get(from), crossing.start());
                Box end = inside(boxes.get(to), crossing.end());
                edges.add(new FlatLayers.Edge(from, to, start.centerX(), end.centerX()));
                sideways.add(new FlatLayers.Edge(from, to, start.centerY(), end.centerY()));
            }
        }
        if (acrossHere) {
            return Shapes.sideways(boxes, sideways, cancellation);
        }
        Layered down = Shapes.best(boxes, edges, cancellation);
        if (!wideHere) {
            return down;
        }
        Layered right = Shapes.sideways(boxes, sideways, cancellation);
        double offRight = Packing.offShape(right.width(), right.height(), WIDE_ASPECT);
        return offRight < Packing.offShape(down.width(), down.height(), WIDE_ASPECT) ? right : down;
    }

    private static Box inside(Block block, NodeId id) {
        Box box = block.boxes().get(id);
        return box == null ? new Box(0, 0, block.width(), block.height()) : box;
    }

    /// The picture, or its mirror image where that brings boxes nearer to what they are joined to outside.
    private Block facing(Layered layered, Nesting.Level level) {
        Block block = layered.block();
        double pull = 0;
        for (Nesting.Leaving edge : level.leaving()) {
            Box inside = block.boxes().get(edge.start());
            Box now = before.get(edge.start());
            Box outside = before.get(edge.outside());
            if (inside != null && now != null && outside != null) {
                pull += (inside.centerX() - block.width() / 2) * (outside.centerX() - now.centerX());
            }
        }
        return pull < 0 && !layered.sideways() ? layered.mirrored() : block;
    }

    private static Block packed(List<Block> joined, List<Block> alone, double aspect) {
        if (joined.isEmpty()) {
            return alone.isEmpty()
                    ? new Block(0, 0, new TreeMap<>())
                    : Packing.grid(alone, Packing.columns(alone, aspect), Spacing.CLOSE);
        }
        Block rest = Packing.rows(joined, aspect);
        return alone.isEmpty() ? rest : Packing.apart(rest, alone, aspect);
    }

    /// By child: where what it is joined to outside of the level lies.
    private Map<Integer, List<Double>> outside(Nesting.Level level, Map<Nesting.Child, Integer> numbers) {
        Map<Integer, List<Double>> outside = new HashMap<>();
        for (Nesting.Leaving edge : level.leaving()) {
            Integer number = numbers.get(edge.inside());
            if (number != null) {
                Box far = before.get(edge.outside());
                outside.computeIfAbsent(number, _ -> new ArrayList<>()).add(far == null ? 0 : far.centerX());
            }
        }
        return outside;
    }

    /// Cards without an edge on this level that are joined to something outside of it.
    private static Block called(
            List<Integer> called, Map<Integer, List<Double>> outside, List<Block> blocks, boolean wideHere) {
        List<Block> cells = called.stream()
                .sorted(Comparator.comparingDouble(number -> outside.getOrDefault(number, List.of()).stream()
                        .mapToDouble(x -> x)
                        .average()
                        .orElse(0)))
                .map(blocks::get)
                .toList();
        int columns = Packing.columns(cells, wideHere ? 2 * CALLED_ASPECT : CALLED_ASPECT);
        return Packing.grid(downwards(cells, columns), columns, Spacing.BESIDE);
    }

    /// Reordered so that a grid filled row by row holds them column by column: neighbours in x stay
    /// neighbours in x.
    private static List<Block> downwards(List<Block> cells, int columns) {
        int rows = (cells.size() + columns - 1) / columns;
        int full = cells.size() - columns * (rows - 1);
        List<Block> rowByRow = new ArrayList<>(cells);
        int next = 0;
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < (column < full ? rows : rows - 1); row++) {
                rowByRow.set(row * columns + column, cells.get(next++));
            }
        }
        return rowByRow;
    }
}
