package dev.orrery.layout.layered;

import dev.orrery.layout.Block;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Packing;
import dev.orrery.layout.Spacing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What lies directly in one boundary, or in none: tiles and the edges between them. What hangs together is layered;
/// cards that nothing joins to others here form a grid; all is packed towards a wanted shape.
final class Level {
    private final List<Tile> children;
    private final EdgeLevels levels;
    private final int number;
    private final boolean outermost;
    private final Flow flow;
    private final Cancellation cancellation;
    /// For each edge of the graph, the chain along which it runs in the layers of its level.
    private final int[] chains;

    Level(
            List<Tile> children,
            EdgeLevels levels,
            int number,
            boolean outermost,
            Flow flow,
            int[] chains,
            Cancellation cancellation) {
        this.children = children;
        this.levels = levels;
        this.number = number;
        this.outermost = outermost;
        this.flow = flow;
        this.chains = chains;
        this.cancellation = cancellation;
    }

    Tile content() {
        int[] leader = leaders();
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        for (int child = 0; child < leader.length; child++) {
            parts.computeIfAbsent(find(leader, child), _ -> new ArrayList<>()).add(child);
        }
        Map<Integer, List<Integer>> edges = new HashMap<>();
        for (int edge : levels.edges(number)) {
            edges.computeIfAbsent(find(leader, levels.fromChild[edge]), _ -> new ArrayList<>())
                    .add(edge);
        }
        List<Tile> packed = new ArrayList<>();
        List<Tile> called = new ArrayList<>();
        List<Tile> alone = new ArrayList<>();
        parts.forEach((first, members) -> {
            Tile tile = children.get(first);
            if (members.size() > 1) {
                packed.add(layers(members, edges.getOrDefault(first, List.of())));
            } else if (tile instanceof Card card) {
                (levels.isJoined(card.node) ? called : alone).add(tile);
            } else {
                packed.add(tile);
            }
        });
        if (!called.isEmpty()) {
            packed.add(grid(called, flow.calledAspect(outermost), Spacing.BESIDE));
        }
        double aspect = flow.aspect(outermost);
        if (packed.isEmpty()) {
            return grid(alone, aspect, Spacing.CLOSE);
        }
        Tile rest = Shelves.packed(packed, aspect);
        return alone.isEmpty() ? rest : Shelves.apart(rest, alone.toArray(Tile[]::new), aspect);
    }

    private static Tile grid(List<Tile> cards, double aspect, double gap) {
        List<Block> blocks = cards.stream()
                .map(card -> new Block(card.width, card.height, new TreeMap<>()))
                .toList();
        return new Cells(cards.toArray(Tile[]::new), Packing.columns(blocks, aspect), gap);
    }

    private Tile layers(List<Integer> members, List<Integer> edges) {
        int[] numbers = new int[children.size()];
        for (int i = 0; i < members.size(); i++) {
            numbers[members.get(i)] = i;
        }
        Digraph graph = new Digraph(
                members.size(),
                edges.stream().mapToInt(edge -> numbers[levels.fromChild[edge]]).toArray(),
                edges.stream().mapToInt(edge -> numbers[levels.toChild[edge]]).toArray());
        Tile[] tiles = members.stream().map(children::get).toArray(Tile[]::new);
        Layers layers = new Layers(tiles, graph, flow.isSideways(outermost), cancellation);
        for (int i = 0; i < edges.size(); i++) {
            chains[edges.get(i)] = layers.chain(i);
        }
        return layers;
    }

    /// For each child another one of the same part, the first of them in the end.
    private int[] leaders() {
        int[] leader = new int[children.size()];
        Arrays.setAll(leader, child -> child);
        for (int edge : levels.edges(number)) {
            int one = find(leader, levels.fromChild[edge]);
            int other = find(leader, levels.toChild[edge]);
            leader[Math.max(one, other)] = Math.min(one, other);
        }
        return leader;
    }

    private static int find(int[] leader, int child) {
        int at = child;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }
}
