package dev.orrery.layout.layered;

import java.util.Arrays;

/// Ways to give every node of an acyclic graph a layer, counted from the top, so that every edge leads downwards.
final class Layering {
    /// Passes in which single nodes move towards what they are joined to.
    private static final int PASSES = 8;

    private Layering() {}

    /// As high as the edges allow.
    static int[] longestPath(Digraph graph) {
        int[] layer = new int[graph.nodes()];
        Digraph.Lists leaving = graph.leaving();
        for (int node : graph.topological()) {
            for (int i = leaving.begin(node); i < leaving.end(node); i++) {
                int below = graph.to()[leaving.at(i)];
                layer[below] = Math.max(layer[below], layer[node] + 1);
            }
        }
        return layer;
    }

    /// Longest paths, then nodes move while that makes edges shorter: nearly the shortest edges, in linear time.
    static int[] promoted(Digraph graph) {
        int[] layer = longestPath(graph);
        int[] sorted = graph.topological();
        Digraph.Lists leaving = graph.leaving();
        Digraph.Lists entering = graph.entering();
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = sorted.length - 1; i >= 0; i--) {
                int node = sorted[i];
                if (count(leaving, node) > count(entering, node)) {
                    layer[node] = lowest(graph, leaving, node, layer);
                }
            }
            for (int node : sorted) {
                if (count(entering, node) > count(leaving, node)) {
                    layer[node] = highest(graph, entering, node, layer);
                }
            }
        }
        return fromZero(layer);
    }

    private static int count(Digraph.Lists lists, int node) {
        return lists.end(node) - lists.begin(node);
    }

    static int lowest(Digraph graph, Digraph.Lists leaving, int node, int[] layer) {
        int lowest = Integer.MAX_VALUE;
        for (int i = leaving.begin(node); i < leaving.end(node); i++) {
            lowest = Math.min(lowest, layer[graph.to()[leaving.at(i)]] - 1);
        }
        return lowest;
    }

    static int highest(Digraph graph, Digraph.Lists entering, int node, int[] layer) {
        int highest = Integer.MIN_VALUE;
        for (int i = entering.begin(node); i < entering.end(node); i++) {
            highest = Math.max(highest, layer[graph.from()[entering.at(i)]] + 1);
        }
        return highest;
    }

    /// The same layers, the first of them 0 and none without a node.
    static int[] fromZero(int[] layer) {
        int[] used = Arrays.stream(layer).sorted().distinct().toArray();
        return Arrays.stream(layer).map(at -> Arrays.binarySearch(used, at)).toArray();
    }
}
