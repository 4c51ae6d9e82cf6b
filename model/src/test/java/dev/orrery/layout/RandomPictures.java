package dev.orrery.layout;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.Topologies;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Nested graphs of all shapes, the same for the same seed.
public final class RandomPictures {
    private RandomPictures() {}

    public static LayoutRequest request(long seed) {
        Random random = new Random(seed);
        int services = 1 + random.nextInt(seed % 20 == 0 ? 80 : 26);
        return request(random, services, random.nextInt(9), services * random.nextInt(4) / 2);
    }

    public static LayoutRequest request(Random random, int services, int boundaries, int dependencies) {
        Topology topology = topology(random, services, boundaries, dependencies);
        return request(VisibleGraph.of(topology, Visibility.ALL), random);
    }

    /// Services and boundaries of all shapes; missing targets too.
    public static Topology topology(Random random, int services, int boundaries, int dependencies) {
        Topologies topology = Topologies.topology();
        List<String> names = new ArrayList<>();
        List<Integer> depths = new ArrayList<>();
        for (int i = 0; i < boundaries; i++) {
            int outer = random.nextInt(i + 2) - 1;
            boolean nested = outer >= 0 && outer < i && depths.get(outer) < 3;
            depths.add(nested ? depths.get(outer) + 1 : 1);
            names.add("b" + i);
            topology.boundaries(nested ? "b" + i + "<b" + outer : "b" + i);
        }
        for (int i = 0; i < services; i++) {
            int home = random.nextInt(boundaries + 1);
            topology.service("s" + i, home < boundaries ? names.get(home) : null);
        }
        Set<String> known = new HashSet<>();
        for (int i = 0; i < dependencies; i++) {
            int from = random.nextInt(services);
            int to = random.nextInt(services);
            // Mostly towards higher numbers, as real topologies are mostly free of cycles.
            if (from > to && random.nextInt(5) > 0) {
                int swap = from;
                from = to;
                to = swap;
            }
            if (from != to && known.add(from + ">" + to)) {
                topology.needs("s" + from, random.nextInt(40) == 0 ? "missing" + to : "s" + to, true);
            }
        }
        return topology.build();
    }

    private static LayoutRequest request(VisibleGraph graph, Random random) {
        SortedMap<NodeId, Size> sizes = new TreeMap<>();
        graph.nodes().forEach(node -> sizes.put(node.id(), new Size(190, random.nextInt(8) == 0 ? 72 : 52)));
        SortedMap<String, Size> titles = new TreeMap<>();
        graph.boundaries().forEach(frame -> titles.put(frame.id(), new Size(50 + random.nextInt(220), 28)));
        return new LayoutRequest(graph, sizes, titles, List.of());
    }
}
