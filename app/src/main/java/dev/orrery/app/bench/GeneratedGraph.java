package dev.orrery.app.bench;

import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Random topologies without boundaries, the same for the same seed.
enum GeneratedGraph {
    /// A few services are needed by very many: the chance of being needed falls with a power of the rank.
    POWER_LAW {
        @Override
        int target(int from, int services, SplittableRandom random) {
            return services - 1 - (int) Math.floor(services * StrictMath.pow(random.nextDouble(), 2.2));
        }
    },
    /// Services in tiers, each of which needs the next, sometimes one further on.
    LAYERED {
        @Override
        int target(int from, int services, SplittableRandom random) {
            int tiers = Math.max(4, (int) Math.sqrt(services) / 2);
            int tier = from * tiers / services + 1 + (random.nextInt(4) == 0 ? random.nextInt(3) : 0);
            if (tier >= tiers) {
                return from;
            }
            int first = (tier * services + tiers - 1) / tiers;
            int next = ((tier + 1) * services + tiers - 1) / tiers;
            return first + random.nextInt(next - first);
        }
    };

    private static final int BACKWARDS_ONE_IN = 12;

    abstract int target(int from, int services, SplittableRandom random);

    Topology topology(int services, int dependencies, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ services);
        SourceLocation here = SourceLocation.startOf("generated");
        List<Service> all = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            all.add(Service.of(id(i), ServiceKind.SERVICE, here));
        }
        List<Evidence> evidence = List.of(new Evidence(Certainty.DECLARED, "generated", here));
        Map<String, Dependency> found = new TreeMap<>();
        for (int attempt = 0; attempt < 20 * dependencies && found.size() < dependencies; attempt++) {
            int from = random.nextInt(services);
            int to = target(from, services, random);
            boolean isUpwards = from > to && random.nextInt(BACKWARDS_ONE_IN) > 0;
            if (from != to) {
                String one = id(isUpwards ? to : from);
                String other = id(isUpwards ? from : to);
                found.put(
                        one + " " + other,
                        new Dependency(one, other, DependencyKind.SYNC, true, null, null, evidence, false));
            }
        }
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Topology(
                "%s %d/%d".formatted(name, services, found.size()), all, List.copyOf(found.values()), List.of());
    }

    private static String id(int service) {
        return "s%05d".formatted(service);
    }
}
