package dev.orrery.inspection;

import dev.orrery.graph.BoundaryGraph;
import dev.orrery.inspection.BoundaryMetrics.Crossings;
import dev.orrery.query.Owner;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Counts what [TopologyMetrics] holds.
final class Measuring {
    private final Topology topology;
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Tally whole = new Tally(null);
    /// Around each service, the innermost boundary first.
    private final Map<String, List<Tally>> around = new HashMap<>();
    private final SortedMap<String, SortedSet<String>> teams = new TreeMap<>();
    private final Kinds across = new Kinds();

    Measuring(Topology topology) {
        this.topology = topology;
        topology.boundaries().forEach(boundary -> tallies.put(boundary.id(), new Tally(boundary.id())));
        Map<String, List<Tally>> paths = new HashMap<>();
        for (Service service : topology.services()) {
            String innermost = service.boundary();
            List<Tally> path = innermost == null
                    ? List.of()
                    : paths.computeIfAbsent(
                            innermost,
                            id -> topology.enclosing(id).stream()
                                    .map(Boundary::id)
                                    .map(this::tally)
                                    .toList());
            around.put(service.id(), path);
            count(service, path);
        }
    }

    private Tally tally(String boundary) {
        return tallies.computeIfAbsent(boundary, Tally::new);
    }

    private void count(Service service, List<Tally> path) {
        whole.services++;
        path.forEach(tally -> tally.services++);
        String owner = Owner.of(service, topology);
        if (owner != null) {
            whole.teams.add(owner);
            path.forEach(tally -> tally.teams.add(owner));
            SortedSet<String> boundaries = teams.computeIfAbsent(owner, _ -> new TreeSet<>());
            if (service.boundary() != null) {
                boundaries.add(service.boundary());
            }
        }
    }

    TopologyMetrics metrics() {
        Map<String, Set<List<Tally>>> users = new HashMap<>();
        for (Dependency dependency : topology.dependencies()) {
            if (!dependency.isOnlyAllowed() && !dependency.dangling()) {
                count(dependency);
                if (isOfStore(dependency)) {
                    users.computeIfAbsent(dependency.to(), _ -> new HashSet<>())
                            .add(around.getOrDefault(dependency.from(), List.of()));
                }
            }
        }
        users.forEach(this::share);
        return new TopologyMetrics(
                whole.metrics(),
                across.crossings(),
                topology.boundaries().stream()
                        .map(boundary -> tally(boundary.id()).metrics())
                        .toList(),
                BoundaryGraph.cycles(topology),
                teams);
    }

    private boolean isOfStore(Dependency dependency) {
        return dependency.kind() == DependencyKind.DATA
                && topology.service(dependency.to())
                        .map(Service::kind)
                        .filter(kind -> kind == ServiceKind.DATABASE || kind == ServiceKind.CACHE)
                        .isPresent();
    }

    private void count(Dependency dependency) {
        List<Tally> from = around.getOrDefault(dependency.from(), List.of());
        List<Tally> to = around.getOrDefault(dependency.to(), List.of());
        whole.inside++;
        DependencyKind kind = dependency.kind();
        // Boundaries around both are the outer ends of the two paths.
        int common = 0;
        while (common < Math.min(from.size(), to.size())
                && from.get(from.size() - 1 - common) == to.get(to.size() - 1 - common)) {
            from.get(from.size() - 1 - common).inside++;
            common++;
        }
        if (common < from.size() || common < to.size()) {
            across.count(kind);
        }
        for (Tally left : from.subList(0, from.size() - common)) {
            left.out.count(kind);
            left.needing.add(dependency.from());
        }
        for (Tally entered : to.subList(0, to.size() - common)) {
            entered.in.count(kind);
            entered.dependents.add(dependency.from());
        }
    }

    /// A store that is used from inside a boundary and from outside of it.
    private void share(String store, Set<List<Tally>> users) {
        Map<Tally, Integer> inside = new HashMap<>();
        users.forEach(path -> path.forEach(tally -> inside.merge(tally, 1, Integer::sum)));
        inside.forEach((tally, count) -> {
            if (count < users.size()) {
                tally.sharedStores.add(store);
            }
        });
        if (users.size() > 1) {
            whole.sharedStores.add(store);
        }
    }

    private static final class Kinds {
        private int sync;
        private int async;
        private int data;

        void count(DependencyKind kind) {
            switch (kind) {
                case SYNC -> sync++;
                case ASYNC -> async++;
                case DATA -> data++;
            }
        }

        Crossings crossings() {
            return new Crossings(sync, async, data);
        }
    }

    private static final class Tally {
        private final @Nullable String boundary;
        private int services;
        private int inside;
        private final Kinds in = new Kinds();
        private final Kinds out = new Kinds();
        private final Set<String> dependents = new HashSet<>();
        private final Set<String> needing = new HashSet<>();
        private final SortedSet<String> sharedStores = new TreeSet<>();
        private final SortedSet<String> teams = new TreeSet<>();

        Tally(@Nullable String boundary) {
            this.boundary = boundary;
        }

        BoundaryMetrics metrics() {
            return new BoundaryMetrics(
                    boundary,
                    services,
                    inside,
                    dependents.size(),
                    needing.size(),
                    in.crossings(),
                    out.crossings(),
                    sharedStores,
                    teams);
        }
    }
}
