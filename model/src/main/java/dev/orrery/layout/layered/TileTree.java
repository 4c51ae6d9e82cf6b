package dev.orrery.layout.layered;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Frames;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// All tiles of a picture with opened boundaries. They are built from the innermost boundaries outwards, so that at
/// first
/// every level knows of its own edges alone.
final class TileTree {
    private static final Size NOTHING = new Size(0, 0);

    private final List<NodeId> nodes;
    final Tile root;
    /// None before one that lies in it.
    final List<Tile> innermostFirst;
    /// Those of the tiles that are layered, in the same order.
    final List<Layers> layers;
    /// The edges between the cards, by the cards' own numbers.
    final StraightLines lines;
    /// For each edge, the chain along which it runs in the layers of the level on which it is seen.
    final int[] chains;

    /// @param request for a graph of at least one node
    TileTree(LayoutRequest request, Flow flow, Cancellation cancellation) {
        VisibleGraph graph = request.graph();
        nodes = graph.nodes().stream().map(VisibleGraph.Node::id).toList();
        List<VisibleGraph.Frame> frames = Frames.innermostFirst(graph);
        EdgeLevels levels = new EdgeLevels(graph, frames);
        chains = new int[levels.from.length];
        List<List<Tile>> children = new ArrayList<>();
        for (int level = 0; level <= frames.size(); level++) {
            children.add(new ArrayList<>());
        }
        Card[] cards = new Card[nodes.size()];
        for (int node = 0; node < cards.length; node++) {
            cards[node] = new Card(node, request.sizes().getOrDefault(nodes.get(node), NOTHING));
            children.get(levels.ofNode[node]).add(cards[node]);
        }
        for (int level = 0; level < frames.size(); level++) {
            if (!children.get(level).isEmpty()) {
                cancellation.check();
                Tile content =
                        new Level(children.get(level), levels, level, false, flow, chains, cancellation).content();
                Size title = request.titles().getOrDefault(frames.get(level).id(), NOTHING);
                children.get(levels.ofFrame[level]).add(new Framed(content, title));
            }
        }
        root = new Level(children.getLast(), levels, frames.size(), true, flow, chains, cancellation).content();
        innermostFirst = numbered(root);
        layers = innermostFirst.stream()
                .filter(Layers.class::isInstance)
                .map(Layers.class::cast)
                .toList();
        lines = new StraightLines(
                cards.length,
                Arrays.stream(levels.from).map(node -> cards[node].first).toArray(),
                Arrays.stream(levels.to).map(node -> cards[node].first).toArray());
        bind();
        place();
    }

    private static List<Tile> numbered(Tile root) {
        List<Tile> outermostFirst = new ArrayList<>();
        List<Tile> waiting = new ArrayList<>(List.of(root));
        int cards = 0;
        while (!waiting.isEmpty()) {
            Tile tile = waiting.removeLast();
            outermostFirst.add(tile);
            tile.first = cards;
            cards += tile instanceof Card ? 1 : 0;
            for (Tile inner : tile.inside()) {
                inner.around = tile;
                waiting.add(inner);
            }
        }
        for (Tile tile : outermostFirst.reversed()) {
            tile.end = tile.first + (tile instanceof Card ? 1 : 0);
            for (Tile inner : tile.inside()) {
                tile.end = Math.max(tile.end, inner.end);
            }
        }
        return List.copyOf(outermostFirst.reversed());
    }

    /// Tells every tile its edges.
    private void bind() {
        Tile[] cards = new Tile[nodes.size()];
        Map<Tile, List<Integer>> edges = new HashMap<>();
        Map<Tile, List<Integer>> leaving = new HashMap<>();
        for (Tile tile : innermostFirst) {
            edges.put(tile, new ArrayList<>());
            leaving.put(tile, new ArrayList<>());
            if (tile instanceof Card) {
                cards[tile.first] = tile;
            }
        }
        for (int edge = 0; edge < lines.from.length; edge++) {
            for (Tile tile = cards[lines.from[edge]]; tile != null; tile = tile.around) {
                edges.computeIfPresent(tile, plus(edge));
                if (!tile.holds(lines.to[edge])) {
                    leaving.computeIfPresent(tile, plus(edge));
                }
            }
            for (Tile tile = cards[lines.to[edge]]; tile != null && !tile.holds(lines.from[edge]); tile = tile.around) {
                edges.computeIfPresent(tile, plus(edge));
                leaving.computeIfPresent(tile, plus(edge));
            }
        }
        edges.forEach((tile, numbers) -> tile.edges = array(numbers));
        leaving.forEach((tile, numbers) -> tile.leaving = array(numbers));
    }

    private static BiFunction<Tile, List<Integer>, List<Integer>> plus(int edge) {
        return (_, numbers) -> {
            numbers.add(edge);
            return numbers;
        };
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(number -> number).toArray();
    }

    /// Sizes from the inside out, then places from the outside in.
    void place() {
        innermostFirst.forEach(Tile::arrange);
        for (Tile tile : innermostFirst.reversed()) {
            for (Tile inner : tile.inside()) {
                inner.left = tile.left + inner.x;
                inner.top = tile.top + inner.y;
            }
            if (tile instanceof Card) {
                lines.x[tile.first] = tile.left + tile.width / 2;
                lines.y[tile.first] = tile.top + tile.height / 2;
            }
        }
    }

    SortedMap<NodeId, Box> boxes() {
        SortedMap<NodeId, Box> boxes = new TreeMap<>();
        for (Tile tile : innermostFirst) {
            if (tile instanceof Card card) {
                boxes.put(nodes.get(card.node), new Box(card.left, card.top, card.width, card.height));
            }
        }
        return boxes;
    }
}
