package dev.orrery.graph;

import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Services that need each other in a circle. What policies merely allow makes none. Nothing here recurses, and ten
/// thousand services take some milliseconds.
public final class Circles {
    private Circles() {}

    /// The strongly connected components of more than one service, each sorted, and sorted by their first.
    public static List<List<String>> of(Topology topology) {
        IndexedGraph graph = IndexedGraph.of(topology, _ -> true);
        List<List<String>> circles = new ArrayList<>();
        for (int[] members : Knots.of(graph).members()) {
            if (members.length > 1) {
                circles.add(Arrays.stream(members).mapToObj(graph::id).sorted().toList());
            }
        }
        circles.sort(Comparator.comparing(List::getFirst));
        return List.copyOf(circles);
    }
}
