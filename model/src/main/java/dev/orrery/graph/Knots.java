package dev.orrery.graph;

import java.util.Arrays;

/// The strongly connected components of a graph, by Tarjan's algorithm without recursion. What is needed has a
/// lower number than what needs it.
final class Knots {
    private final IndexedGraph graph;
    private final int[] of;
    private int count;

    private final int[] order;
    private final int[] low;
    private final int[] open;
    private int opened;
    private int met;

    private Knots(IndexedGraph graph) {
        this.graph = graph;
        this.of = new int[graph.size()];
        this.order = new int[graph.size()];
        this.low = new int[graph.size()];
        this.open = new int[graph.size()];
        Arrays.fill(of, -1);
    }

    static Knots of(IndexedGraph graph) {
        Knots knots = new Knots(graph);
        int[] path = new int[graph.size()];
        int[] edges = new int[graph.size()];
        for (int root = 0; root < graph.size(); root++) {
            if (knots.order[root] == 0) {
                knots.search(root, path, edges);
            }
        }
        return knots;
    }

    private void search(int root, int[] path, int[] edges) {
        int depth = 0;
        enter(root, path, edges, depth);
        while (depth >= 0) {
            int node = path[depth];
            if (edges[depth] < graph.first(node + 1)) {
                int target = graph.target(edges[depth]++);
                if (order[target] == 0) {
                    depth++;
                    enter(target, path, edges, depth);
                } else if (of[target] < 0) {
                    low[node] = Math.min(low[node], order[target]);
                }
                continue;
            }
            if (low[node] == order[node]) {
                close(node);
            }
            depth--;
            if (depth >= 0) {
                low[path[depth]] = Math.min(low[path[depth]], low[node]);
            }
        }
    }

    private void enter(int node, int[] path, int[] edges, int depth) {
        path[depth] = node;
        edges[depth] = graph.first(node);
        met++;
        order[node] = met;
        low[node] = met;
        open[opened++] = node;
    }

    private void close(int node) {
        int member;
        do {
            member = open[--opened];
            of[member] = count;
        } while (member != node);
        count++;
    }

    int count() {
        return count;
    }

    int of(int node) {
        return of[node];
    }

    /// The members of each, in ascending order.
    int[][] members() {
        int[] sizes = new int[count];
        for (int knot : of) {
            sizes[knot]++;
        }
        int[][] members = new int[count][];
        for (int knot = 0; knot < count; knot++) {
            members[knot] = new int[sizes[knot]];
            sizes[knot] = 0;
        }
        for (int node = 0; node < of.length; node++) {
            int knot = of[node];
            members[knot][sizes[knot]++] = node;
        }
        return members;
    }
}
