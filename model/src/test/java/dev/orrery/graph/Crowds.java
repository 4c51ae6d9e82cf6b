package dev.orrery.graph;

import dev.orrery.topology.Topology;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/// Large topologies, the same for the same seed.
public final class Crowds {
    private Crowds() {}

    /// Services without boundaries: most need others near them, some anybody, and many one of a few hubs.
    public static Topology flat(int services, int dependencies, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Topologies topology = Topologies.topology();
        for (int i = 0; i < services; i++) {
            topology.service(id(i), null);
        }
        needs(topology, services, dependencies, random);
        return topology.build();
    }

    /// The same in boundaries of very different sizes, two levels deep; some services lie in none.
    public static Topology nested(int services, int dependencies, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Topologies topology = Topologies.topology();
        int systems = 3 + random.nextInt(9);
        int inner = systems * (2 + random.nextInt(9));
        for (int i = 0; i < systems; i++) {
            topology.boundaries("system%02d".formatted(i));
        }
        for (int i = 0; i < inner; i++) {
            topology.boundaries("inner%03d<system%02d".formatted(i, i % systems));
        }
        for (int i = 0; i < services; i++) {
            int at = (int) (inner * Math.pow(random.nextDouble(), 2));
            topology.service(id(i), i % 50 == 0 ? null : "inner%03d".formatted(at));
        }
        needs(topology, services, dependencies, random);
        return topology.build();
    }

    private static void needs(Topologies topology, int services, int dependencies, SplittableRandom random) {
        Set<Long> pairs = new HashSet<>();
        for (int i = 0; i < dependencies; i++) {
            int from = random.nextInt(services);
            int to = switch (random.nextInt(10)) {
                case 0 -> random.nextInt(services);
                case 1 -> random.nextInt(Math.max(1, services / 100));
                default -> Math.min(services - 1, from / 40 * 40 + random.nextInt(40));
            };
            if (from != to && pairs.add((long) from * services + to)) {
                topology.needs(id(from), id(to), true);
            }
        }
    }

    static String id(int service) {
        return "s%05d".formatted(service);
    }
}
