package dev.orrery.layout.layered;

import java.util.Arrays;

/// A graph with as few edges turned as the greedy rule of Eades, Lin and Smyth (1993) finds, so that none runs in a
/// circle: ends go to the back, beginnings to the front, else whoever gives most more than it takes.
///
/// @param graph the edges from top to bottom; those that join the same two nodes are one
/// @param edgeOf for each edge that was given, its number in `graph`
/// @param turned whether it points upwards
@SuppressWarnings("ArrayRecordComponent") // Seen by this package alone, which copies nothing that large.
record Acyclic(Digraph graph, int[] edgeOf, boolean[] turned) {

    /// @param from number of the node at which each edge starts; none starts and ends at the same
    static Acyclic of(int nodes, int[] from, int[] to) {
        int[] rank = new Ranking(new Digraph(nodes, from, to)).ranks();
        boolean[] turned = new boolean[from.length];
        long[] keys = new long[from.length];
        for (int edge = 0; edge < from.length; edge++) {
            turned[edge] = rank[from[edge]] > rank[to[edge]];
            keys[edge] = turned[edge] ? key(to[edge], from[edge]) : key(from[edge], to[edge]);
        }
        long[] merged = Arrays.stream(keys).sorted().distinct().toArray();
        int[] tops = new int[merged.length];
        int[] bottoms = new int[merged.length];
        for (int edge = 0; edge < merged.length; edge++) {
            tops[edge] = (int) (merged[edge] >> Integer.SIZE);
            bottoms[edge] = (int) merged[edge];
        }
        int[] edgeOf = Arrays.stream(keys)
                .mapToInt(key -> Arrays.binarySearch(merged, key))
                .toArray();
        return new Acyclic(new Digraph(nodes, tops, bottoms), edgeOf, turned);
    }

    private static long key(int top, int bottom) {
        return (long) top << Integer.SIZE | bottom;
    }

    /// Takes one node after the other out of the graph. Those left are kept in rings by how much more they give than
    /// they take, so that every step finds its node at once.
    private static final class Ranking {
        private final Digraph graph;
        private final Digraph.Lists leaving;
        private final Digraph.Lists entering;
        private final int[] gives;
        private final int[] takes;
        /// Rings of nodes; after the nodes come the heads of the rings.
        private final int[] next;

        private final int[] previous;
        private final boolean[] ranked;
        private final int most;
        private final int sinks;
        private int highest;

        Ranking(Digraph graph) {
            this.graph = graph;
            leaving = graph.leaving();
            entering = graph.entering();
            gives = graph.outDegrees();
            takes = graph.inDegrees();
            most = Math.max(
                    Arrays.stream(gives).max().orElse(0),
                    Arrays.stream(takes).max().orElse(0));
            // Heads: for each difference from -most to most, then beginnings, then ends.
            int heads = 2 * most + 3;
            sinks = graph.nodes() + heads - 1;
            next = new int[graph.nodes() + heads];
            previous = new int[next.length];
            Arrays.setAll(next, i -> i);
            Arrays.setAll(previous, i -> i);
            ranked = new boolean[graph.nodes()];
            for (int node = 0; node < graph.nodes(); node++) {
                insert(node);
            }
        }

        int[] ranks() {
            int[] rank = new int[graph.nodes()];
            int front = 0;
            int back = graph.nodes() - 1;
            while (front <= back) {
                int node = choose();
                boolean sink = gives[node] == 0 && takes[node] > 0;
                rank[node] = sink ? back-- : front++;
                ranked[node] = true;
                remove(node);
                for (int i = leaving.begin(node); i < leaving.end(node); i++) {
                    change(graph.to()[leaving.at(i)], takes);
                }
                for (int i = entering.begin(node); i < entering.end(node); i++) {
                    change(graph.from()[entering.at(i)], gives);
                }
            }
            return rank;
        }

        private int choose() {
            if (next[sinks] != sinks) {
                return next[sinks];
            }
            if (next[sinks - 1] != sinks - 1) {
                return next[sinks - 1];
            }
            while (next[graph.nodes() + highest] == graph.nodes() + highest) {
                highest--;
            }
            return next[graph.nodes() + highest];
        }

        private void change(int node, int[] degrees) {
            if (!ranked[node]) {
                remove(node);
                degrees[node]--;
                insert(node);
            }
        }

        private void insert(int node) {
            int head = head(node);
            previous[node] = previous[head];
            next[node] = head;
            next[previous[head]] = node;
            previous[head] = node;
        }

        private int head(int node) {
            if (gives[node] == 0) {
                return sinks;
            }
            if (takes[node] == 0) {
                return sinks - 1;
            }
            int ring = gives[node] - takes[node] + most;
            highest = Math.max(highest, ring);
            return graph.nodes() + ring;
        }

        private void remove(int node) {
            next[previous[node]] = next[node];
            previous[next[node]] = previous[node];
        }
    }
}
