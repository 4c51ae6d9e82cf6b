package dev.orrery.layout.elk;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Frames;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Size;
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

    private final LayoutRequest request;
    private final Nesting nesting;
    private final SortedMap<NodeId, Box> before;
    private final Cancellation cancellation;

    NestedPlacement(LayoutRequest request, Nesting nesting, SortedMap<NodeId, Box> before, Cancellation cancellation) {
        this.request = request;
        this.nesting = nesting;
        this.before = before;
        this.cancellation = cancellation;
    }

    SortedMap<NodeId, Box> place() {
        return level(Nesting.TOP).boxes();
    }

    private Block level(String frame) {
        cancellation.check();
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
                packed.add(facing(layered(part, blocks, level, numbers), level));
            } else if (level.children().get(part.getFirst()) instanceof Nesting.Card) {
                single.add(part.getFirst());
            } else {
                packed.add(blocks.get(part.getFirst()));
            }
        }
        packed.addAll(grids(single, blocks, level, numbers));
        return packed.isEmpty() ? new Block(0, 0, new TreeMap<>()) : Packing.rows(packed, Packing.ASPECT);
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
            List<Integer> part, List<Block> blocks, Nesting.Level level, Map<Nesting.Child, Integer> numbers) {
        Map<Integer, Integer> places = new HashMap<>();
        List<Block> boxes = new ArrayList<>();
        for (int number : part) {
            places.put(number, boxes.size());
            boxes.add(blocks.get(number));
        }
        List<FlatLayers.Edge> edges = new ArrayList<>();
        for (Nesting.Crossing crossing : level.edges()) {
            int from = places.getOrDefault(numbers.getOrDefault(crossing.from(), -1), -1);
            int to = places.getOrDefault(numbers.getOrDefault(crossing.to(), -1), -1);
            if (from >= 0 && to >= 0) {
                edges.add(new FlatLayers.Edge(
                        from, to, middle(boxes.get(from), crossing.start()), middle(boxes.get(to), crossing.end())));
            }
        }
        return Shapes.best(boxes, edges, cancellation);
    }

    private static double middle(Block block, NodeId box) {
        Box inside = block.boxes().get(box);
        return inside == null ? block.width() / 2 : inside.centerX();
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
        return pull < 0 ? layered.mirrored() : block;
    }

    /// Cards without an edge on this level: those that are joined to something outside apart from those
    /// that are joined to nothing at all.
    private List<Block> grids(
            List<Integer> single, List<Block> blocks, Nesting.Level level, Map<Nesting.Child, Integer> numbers) {
        Map<Integer, List<Double>> outside = new HashMap<>();
        for (Nesting.Leaving edge : level.leaving()) {
            Integer number = numbers.get(edge.inside());
            if (number != null) {
                Box far = before.get(edge.outside());
                outside.computeIfAbsent(number, _ -> new ArrayList<>()).add(far == null ? 0 : far.centerX());
            }
        }
        List<Integer> called = single.stream()
                .filter(outside::containsKey)
                .sorted(Comparator.comparingDouble(number -> outside.getOrDefault(number, List.of()).stream()
                        .mapToDouble(x -> x)
                        .average()
                        .orElse(0)))
                .toList();
        List<Block> grids = new ArrayList<>();
        if (!called.isEmpty()) {
            List<Block> cells = called.stream().map(blocks::get).toList();
            int columns = Packing.columns(cells, CALLED_ASPECT);
            grids.add(Packing.grid(downwards(cells, columns), columns));
        }
        List<Block> alone = single.stream()
                .filter(number -> !outside.containsKey(number))
                .map(blocks::get)
                .toList();
        if (!alone.isEmpty()) {
            grids.add(Packing.grid(alone, Packing.columns(alone, Packing.ASPECT)));
        }
        return grids;
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
