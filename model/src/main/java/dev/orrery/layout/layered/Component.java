package dev.orrery.layout.layered;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A part of a graph that hangs together.
///
/// @param nodes sorted; their places in this list are their numbers in `graph`
/// @param edges sorted, as in `graph`
record Component(List<NodeId> nodes, List<EdgeId> edges, Digraph graph) {

    /// In the order of their first nodes.
    static List<Component> of(VisibleGraph graph) {
        List<NodeId> nodes = graph.nodes().stream().map(VisibleGraph.Node::id).toList();
        Map<NodeId, Integer> numbers = new HashMap<>();
        nodes.forEach(node -> numbers.put(node, numbers.size()));
        List<EdgeId> edges = graph.edges().stream()
                .map(VisibleGraph.Edge::id)
                .filter(edge -> numbers.containsKey(edge.from()) && numbers.containsKey(edge.to()))
                .toList();
        int[] leader = new int[nodes.size()];
        for (int node = 0; node < leader.length; node++) {
            leader[node] = node;
        }
        for (EdgeId edge : edges) {
            int one = find(leader, number(numbers, edge.from()));
            int other = find(leader, number(numbers, edge.to()));
            leader[Math.max(one, other)] = Math.min(one, other);
        }
        Map<Integer, List<NodeId>> members = new TreeMap<>();
        for (int node = 0; node < leader.length; node++) {
            members.computeIfAbsent(find(leader, node), _ -> new ArrayList<>()).add(nodes.get(node));
        }
        Map<Integer, List<EdgeId>> inside = new HashMap<>();
        for (EdgeId edge : edges) {
            inside.computeIfAbsent(find(leader, number(numbers, edge.from())), _ -> new ArrayList<>())
                    .add(edge);
        }
        List<Component> components = new ArrayList<>();
        members.forEach((first, ids) -> components.add(of(ids, inside.getOrDefault(first, List.of()))));
        return components;
    }

    private static Component of(List<NodeId> nodes, List<EdgeId> edges) {
        Map<NodeId, Integer> numbers = new HashMap<>();
        nodes.forEach(node -> numbers.put(node, numbers.size()));
        int[] from =
                edges.stream().mapToInt(edge -> number(numbers, edge.from())).toArray();
        int[] to = edges.stream().mapToInt(edge -> number(numbers, edge.to())).toArray();
        return new Component(nodes, edges, new Digraph(nodes.size(), from, to));
    }

    private static int number(Map<NodeId, Integer> numbers, NodeId node) {
        return numbers.getOrDefault(node, -1);
    }

    private static int find(int[] leader, int node) {
        int at = node;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }
}
