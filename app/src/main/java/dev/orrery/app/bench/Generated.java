package dev.orrery.app.bench;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Random topologies that look a little like real ones: about one and a half dependencies a service, most of them
/// inside a boundary of about eight services or next to it, some services needed by very many, few circles.
final class Generated {
    private static final int IN_BOUNDARY = 8;

    private Generated() {}

    static Topology topology(int services, long seed) {
        return topology(services, services * 3 / 2, IN_BOUNDARY, false, seed);
    }

    /// @param checked whether each service has an endpoint to ask
    static Topology topology(int services, int wanted, int inBoundary, boolean checked, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ services);
        SourceLocation here = SourceLocation.startOf("generated");
        List<Boundary> boundaries = new ArrayList<>();
        List<Service> all = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            if (i % inBoundary == 0) {
                boundaries.add(new Boundary(
                        boundary(i, inBoundary), "Boundary " + boundaries.size(), "boundary", null, null, here));
            }
            ServiceKind kind = random.nextInt(5) == 0 ? ServiceKind.DATABASE : ServiceKind.SERVICE;
            Service service = Service.of(id(i), kind, here).withBoundary(boundary(i, inBoundary));
            all.add(checked ? service.withHealthChecks(List.of(check(i, here))) : service);
        }
        Map<List<Integer>, Dependency> dependencies = new TreeMap<>(
                Comparator.<List<Integer>>comparingInt(List::getFirst).thenComparingInt(List::getLast));
        for (int i = 0; i < wanted; i++) {
            int from = random.nextInt(services);
            int to = target(from, services, inBoundary, random);
            if (from != to) {
                Evidence evidence = new Evidence(Certainty.DECLARED, "generated", here);
                dependencies.put(
                        List.of(from, to),
                        new Dependency(
                                id(from), id(to), DependencyKind.SYNC, true, null, null, List.of(evidence), false));
            }
        }
        return new Topology("generated-" + services, all, List.copyOf(dependencies.values()), boundaries);
    }

    /// The same without its boundaries.
    static Topology unbounded(Topology topology) {
        return new Topology(
                topology.name(),
                topology.services().stream()
                        .map(service -> service.withBoundary(null))
                        .toList(),
                topology.dependencies(),
                List.of());
    }

    private static int target(int from, int services, int inBoundary, SplittableRandom random) {
        int choice = random.nextInt(20);
        if (choice < 2) {
            // A few are needed by many: the last ones of the list.
            return services - 1 - random.nextInt(Math.max(1, services / 25));
        }
        if (choice < 3) {
            return random.nextInt(services);
        }
        int near = from + 1 + random.nextInt(choice < 14 ? inBoundary : 4 * inBoundary);
        return Math.min(services - 1, near);
    }

    private static HealthCheck check(int service, SourceLocation here) {
        String url = "http://127.0.0.1:9/" + id(service);
        return new HealthCheck(url, HealthCheck.DEFAULT_INTERVAL, HealthCheck.DEFAULT_TIMEOUT, null, here);
    }

    private static String boundary(int service, int inBoundary) {
        return "b%04d".formatted(service / inBoundary);
    }

    static String id(int service) {
        return "s%05d".formatted(service);
    }
}
