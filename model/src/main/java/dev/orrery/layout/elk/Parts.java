package dev.orrery.layout.elk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What hangs together on one level.
final class Parts {
    private Parts() {}

    /// The connected parts as numbers of children, each ascending, in the order of their first.
    static List<List<Integer>> of(int children, List<Nesting.Crossing> edges, Map<Nesting.Child, Integer> numbers) {
        int[] leader = new int[children];
        for (int i = 0; i < children; i++) {
            leader[i] = i;
        }
        for (Nesting.Crossing edge : edges) {
            Integer from = numbers.get(edge.from());
            Integer to = numbers.get(edge.to());
            if (from != null && to != null) {
                int one = find(leader, from);
                int other = find(leader, to);
                leader[Math.max(one, other)] = Math.min(one, other);
            }
        }
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        for (int i = 0; i < children; i++) {
            parts.computeIfAbsent(find(leader, i), _ -> new ArrayList<>()).add(i);
        }
        return List.copyOf(parts.values());
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
