package dev.orrery.layout.layered;

import java.util.Arrays;

/// A directed graph on the numbers below `nodes`, edges sorted by both ends.
///
/// @param from number of the node at which each edge starts
/// @param to number of the node at which it ends
@SuppressWarnings("ArrayRecordComponent") // Seen by this package alone, which copies nothing that large.
record Digraph(int nodes, int[] from, int[] to) {
    int edges() {
        return from.length;
    }

    /// How many edges start at each node.
    int[] outDegrees() {
        return counts(from);
    }

    /// How many edges end at each node.
    int[] inDegrees() {
        return counts(to);
    }

    private int[] counts(int[] ends) {
        int[] counts = new int[nodes];
        for (int end : ends) {
            counts[end]++;
        }
        return counts;
    }

    /// Numbers of the edges that start at each node, in their order.
    Lists leaving() {
        return Lists.of(nodes, from);
    }

    /// Numbers of the edges that end at each node, in their order.
    Lists entering() {
        return Lists.of(nodes, to);
    }

    /// All nodes, none before one from which an edge leads to it. Only where edges form no circle.
    int[] topological() {
        Lists leaving = leaving();
        int[] waiting = inDegrees();
        int[] sorted = new int[nodes];
        int end = 0;
        for (int node = 0; node < nodes; node++) {
            if (waiting[node] == 0) {
                sorted[end++] = node;
            }
        }
        for (int next = 0; next < end; next++) {
            int node = sorted[next];
            for (int i = leaving.begin(node); i < leaving.end(node); i++) {
                int other = to[leaving.at(i)];
                if (--waiting[other] == 0) {
                    sorted[end++] = other;
                }
            }
        }
        if (end < nodes) {
            throw new IllegalStateException("edges form a circle");
        }
        return sorted;
    }

    /// Short lists of numbers, one for each key, in one array.
    @SuppressWarnings("ArrayRecordComponent") // As above.
    record Lists(int[] starts, int[] values) {
        /// The numbers of `keys`, listed by key.
        static Lists of(int count, int[] keys) {
            int[] starts = new int[count + 1];
            for (int key : keys) {
                starts[key + 1]++;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            int[] next = starts.clone();
            int[] values = new int[keys.length];
            for (int i = 0; i < keys.length; i++) {
                values[next[keys[i]]++] = i;
            }
            return new Lists(starts, values);
        }

        int begin(int key) {
            return starts[key];
        }

        int end(int key) {
            return starts[key + 1];
        }

        int at(int index) {
            return values[index];
        }
    }
}
