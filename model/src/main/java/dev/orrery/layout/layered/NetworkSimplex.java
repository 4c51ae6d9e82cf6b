package dev.orrery.layout.layered;

import java.util.Arrays;

/// Layers for a connected acyclic graph with the least total length of its edges, by the network simplex method of
/// Gansner, Koutsofios, North and Vo (1993).
///
/// A spanning tree of edges as short as can be stands for a solution. While an edge of the tree has more edges
/// that would gain from its growing than edges that would lose, it leaves the tree and the tightest edge that leads
/// the other way enters. The gain of a tree edge is a sum over the subtree below it, so it is counted anew in one
/// pass.
final class NetworkSimplex {
    private final Digraph graph;
    private final int[] layer;
    private final boolean[] inTree;
    /// How many more edges start at a node than end there.
    private final int[] surplus;

    private final int[] parent;
    private final int[] parentEdge;
    private final int[] first;
    private final int[] last;
    private final int[] sum;
    private final int[] preorder;
    private final int[] treeNext;
    private final int[] treeHead;

    private NetworkSimplex(Digraph graph) {
        this.graph = graph;
        layer = Layering.promoted(graph);
        inTree = new boolean[graph.edges()];
        int[] out = graph.outDegrees();
        int[] in = graph.inDegrees();
        surplus = new int[graph.nodes()];
        Arrays.setAll(surplus, node -> out[node] - in[node]);
        parent = new int[graph.nodes()];
        parentEdge = new int[graph.nodes()];
        first = new int[graph.nodes()];
        last = new int[graph.nodes()];
        sum = new int[graph.nodes()];
        preorder = new int[graph.nodes()];
        treeNext = new int[2 * graph.edges()];
        treeHead = new int[graph.nodes()];
    }

    /// @param pivots after so many changes of the tree the layers are taken as they are
    static int[] layers(Digraph graph, int pivots) {
        NetworkSimplex simplex = new NetworkSimplex(graph);
        simplex.makeTight();
        simplex.readTree();
        for (int pivot = 0; pivot < pivots && simplex.improve(); pivot++) {
            simplex.readTree();
        }
        return simplex.balanced();
    }

    private int slack(int edge) {
        return layer[graph.to()[edge]] - layer[graph.from()[edge]] - 1;
    }

    /// Grows a tree of tight edges from node 0; where none is left the whole tree is shifted towards the nearest node.
    private void makeTight() {
        boolean[] reached = new boolean[graph.nodes()];
        Digraph.Lists leaving = graph.leaving();
        Digraph.Lists entering = graph.entering();
        int[] stack = new int[graph.nodes()];
        int size = 1;
        reached[0] = true;
        while (true) {
            while (size > 0) {
                int node = stack[--size];
                for (int i = leaving.begin(node); i < leaving.end(node); i++) {
                    size = follow(leaving.at(i), graph.to()[leaving.at(i)], reached, stack, size);
                }
                for (int i = entering.begin(node); i < entering.end(node); i++) {
                    size = follow(entering.at(i), graph.from()[entering.at(i)], reached, stack, size);
                }
            }
            int nearest = nearest(reached);
            if (nearest < 0) {
                return;
            }
            boolean isDown = reached[graph.from()[nearest]];
            int shift = isDown ? slack(nearest) : -slack(nearest);
            for (int node = 0; node < reached.length; node++) {
                layer[node] += reached[node] ? shift : 0;
            }
            size = follow(nearest, isDown ? graph.to()[nearest] : graph.from()[nearest], reached, stack, size);
        }
    }

    private int follow(int edge, int node, boolean[] reached, int[] stack, int size) {
        if (reached[node] || slack(edge) > 0) {
            return size;
        }
        reached[node] = true;
        inTree[edge] = true;
        stack[size] = node;
        return size + 1;
    }

    private int nearest(boolean[] reached) {
        int nearest = -1;
        for (int edge = 0; edge < graph.edges(); edge++) {
            if (reached[graph.from()[edge]] != reached[graph.to()[edge]]
                    && (nearest < 0 || slack(edge) < slack(nearest))) {
                nearest = edge;
            }
        }
        return nearest;
    }

    /// Numbers the tree from node 0 and sums the surplus below each node.
    private void readTree() {
        Arrays.fill(treeHead, -1);
        for (int edge = graph.edges() - 1; edge >= 0; edge--) {
            if (inTree[edge]) {
                treeNext[2 * edge] = treeHead[graph.from()[edge]];
                treeHead[graph.from()[edge]] = 2 * edge;
                treeNext[2 * edge + 1] = treeHead[graph.to()[edge]];
                treeHead[graph.to()[edge]] = 2 * edge + 1;
            }
        }
        int count = 0;
        parent[0] = -1;
        parentEdge[0] = -1;
        int[] waiting = new int[graph.nodes()];
        int size = 1;
        while (size > 0) {
            int node = waiting[--size];
            first[node] = count;
            preorder[count++] = node;
            for (int end = treeHead[node]; end >= 0; end = treeNext[end]) {
                int edge = end / 2;
                if (edge != parentEdge[node]) {
                    int other = end % 2 == 0 ? graph.to()[edge] : graph.from()[edge];
                    parent[other] = node;
                    parentEdge[other] = edge;
                    waiting[size++] = other;
                }
            }
        }
        System.arraycopy(surplus, 0, sum, 0, sum.length);
        System.arraycopy(first, 0, last, 0, last.length);
        for (int i = preorder.length - 1; i > 0; i--) {
            int node = preorder[i];
            sum[parent[node]] += sum[node];
            last[parent[node]] = Math.max(last[parent[node]], last[node]);
        }
    }

    /// One change of the tree; false where none is worth it.
    private boolean improve() {
        int leaves = -1;
        int least = 0;
        for (int node = 1; node < graph.nodes(); node++) {
            boolean isUpper = graph.from()[parentEdge[node]] == node;
            int gain = isUpper ? sum[node] : -sum[node];
            if (gain < least) {
                least = gain;
                leaves = node;
            }
        }
        if (leaves < 0) {
            return false;
        }
        boolean subtreeIsUpper = graph.from()[parentEdge[leaves]] == leaves;
        int enters = -1;
        for (int edge = 0; edge < graph.edges(); edge++) {
            boolean fromInside = isBelow(graph.from()[edge], leaves);
            if (fromInside != isBelow(graph.to()[edge], leaves)
                    && fromInside != subtreeIsUpper
                    && (enters < 0 || slack(edge) < slack(enters))) {
                enters = edge;
            }
        }
        if (enters < 0) {
            return false;
        }
        int shift = subtreeIsUpper ? -slack(enters) : slack(enters);
        for (int i = first[leaves]; i <= last[leaves]; i++) {
            layer[preorder[i]] += shift;
        }
        inTree[parentEdge[leaves]] = false;
        inTree[enters] = true;
        return true;
    }

    private boolean isBelow(int node, int root) {
        return first[root] <= first[node] && first[node] <= last[root];
    }

    /// Nodes that may lie in several layers at the same length go to the one with fewest.
    private int[] balanced() {
        int[] balanced = Layering.fromZero(layer);
        int[] filled = new int[graph.nodes() + 1];
        for (int at : balanced) {
            filled[at]++;
        }
        Digraph.Lists leaving = graph.leaving();
        Digraph.Lists entering = graph.entering();
        for (int node = 0; node < balanced.length; node++) {
            if (surplus[node] == 0 && leaving.begin(node) < leaving.end(node)) {
                filled[balanced[node]]--;
                int best = balanced[node];
                int lowest = Layering.lowest(graph, leaving, node, balanced);
                for (int at = Layering.highest(graph, entering, node, balanced); at <= lowest; at++) {
                    best = filled[at] < filled[best] ? at : best;
                }
                filled[best]++;
                balanced[node] = best;
            }
        }
        return Layering.fromZero(balanced);
    }
}
