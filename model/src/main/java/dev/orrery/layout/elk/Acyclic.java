package dev.orrery.layout.elk;

import java.util.ArrayList;
import java.util.List;

/// Turns as few edges as it can so that none runs in a circle, by the greedy rule of Eades, Lin and
/// Smyth (1993): ends first to the back, beginnings to the front, else whoever gives most more than it
/// takes.
final class Acyclic {
    private Acyclic() {}

    /// @param from number of the node at which each edge starts
    /// @param to number of the node at which it ends
    /// @return for each node its rank; an edge from a higher to a lower rank is to be turned
    static int[] ranks(int nodes, int[] from, int[] to) {
        List<List<Integer>> out = lists(nodes);
        List<List<Integer>> in = lists(nodes);
        for (int edge = 0; edge < from.length; edge++) {
            out.get(from[edge]).add(to[edge]);
            in.get(to[edge]).add(from[edge]);
        }
        int[] gives = new int[nodes];
        int[] takes = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            gives[node] = out.get(node).size();
            takes[node] = in.get(node).size();
        }
        int[] rank = new int[nodes];
        boolean[] ranked = new boolean[nodes];
        int front = 0;
        int back = nodes - 1;
        for (int left = nodes; left > 0; left--) {
            int chosen = -1;
            for (int node = 0; node < nodes; node++) {
                if (!ranked[node] && (chosen < 0 || value(gives, takes, node) > value(gives, takes, chosen))) {
                    chosen = node;
                }
            }
            boolean sink = gives[chosen] == 0 && takes[chosen] > 0;
            rank[chosen] = sink ? back-- : front++;
            ranked[chosen] = true;
            for (int other : out.get(chosen)) {
                takes[other]--;
            }
            for (int other : in.get(chosen)) {
                gives[other]--;
            }
        }
        return rank;
    }

    private static int value(int[] gives, int[] takes, int node) {
        if (gives[node] == 0) {
            return Integer.MAX_VALUE;
        }
        return takes[node] == 0 ? Integer.MAX_VALUE - 1 : gives[node] - takes[node];
    }

    private static List<List<Integer>> lists(int count) {
        List<List<Integer>> lists = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
