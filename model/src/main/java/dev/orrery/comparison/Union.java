package dev.orrery.comparison;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Both topologies of a comparison as one: everything of the later one, and what went beside it, in the boundary where
/// it was as far as there still is one. What is in both has its place, name and id in the later one.
///
/// @param services what became of each, by its id in the union; those that are the same in both are left out
/// @param dependencies the same, by their ends in the union
/// @param boundaries the same, by id in the union
public record Union(
        Comparison comparison,
        Topology topology,
        Map<String, Change<Service>> services,
        Map<Pair, Change<Dependency>> dependencies,
        Map<String, Change<Boundary>> boundaries) {
    public Union {
        services = Map.copyOf(services);
        dependencies = Map.copyOf(dependencies);
        boundaries = Map.copyOf(boundaries);
    }

    public static Union of(Comparison comparison) {
        return new Making(comparison).union();
    }

    private static final class Making {
        private final Comparison comparison;
        private final Topology after;
        private final Map<String, String> services;
        private final Map<String, String> boundaries;
        private final Map<String, Change<Service>> ofServices = new HashMap<>();
        private final Map<Pair, Change<Dependency>> ofDependencies = new HashMap<>();
        private final Map<String, Change<Boundary>> ofBoundaries = new HashMap<>();

        Making(Comparison comparison) {
            this.comparison = comparison;
            this.after = comparison.after();
            this.services = new HashMap<>(comparison.serviceIds());
            this.boundaries = new HashMap<>(comparison.boundaryIds());
        }

        Union union() {
            List<Boundary> allBoundaries = boundaries();
            List<Service> allServices = services();
            List<Dependency> allDependencies = dependencies(allServices);
            String was = comparison.before().name();
            String name = was.equals(after.name()) || was.isBlank() ? after.name() : was + " → " + after.name();
            Topology topology = new Topology(name, allServices, allDependencies, allBoundaries);
            return new Union(comparison, topology, ofServices, ofDependencies, ofBoundaries);
        }

        private List<Boundary> boundaries() {
            Set<String> taken = new HashSet<>();
            after.boundaries().forEach(boundary -> taken.add(boundary.id()));
            List<Boundary> gone = new ArrayList<>();
            for (Change<Boundary> change : comparison.boundaries()) {
                switch (change) {
                    case Change.Added<Boundary>(Boundary now) -> ofBoundaries.put(now.id(), change);
                    case Change.Kept<Boundary> kept ->
                        ofBoundaries.put(kept.after().id(), change);
                    case Change.Removed<Boundary>(Boundary was) -> {
                        String id = free(was.id(), taken);
                        boundaries.put(was.id(), id);
                        ofBoundaries.put(id, change);
                        gone.add(was);
                    }
                }
            }
            List<Boundary> all = new ArrayList<>(after.boundaries());
            for (Boundary was : gone) {
                // What went lies in what it lay in; nothing that is there lies in what went, so there is no circle.
                all.add(new Boundary(
                        boundaries.getOrDefault(was.id(), was.id()),
                        was.name(),
                        was.kind(),
                        at(boundaries, was.within()),
                        was.owner(),
                        was.source()));
            }
            return all;
        }

        private List<Service> services() {
            Set<String> taken = new HashSet<>();
            after.services().forEach(service -> taken.add(service.id()));
            List<Service> all = new ArrayList<>(after.services());
            for (Change<Service> change : comparison.services()) {
                switch (change) {
                    case Change.Added<Service>(Service now) -> ofServices.put(now.id(), change);
                    case Change.Kept<Service> kept ->
                        ofServices.put(kept.after().id(), change);
                    case Change.Removed<Service>(Service was) -> {
                        String id = free(was.id(), taken);
                        services.put(was.id(), id);
                        ofServices.put(id, change);
                        all.add(was.under(id)
                                .boundary(at(boundaries, was.boundary()))
                                .build());
                    }
                }
            }
            return all;
        }

        private List<Dependency> dependencies(List<Service> all) {
            Set<String> ids = new HashSet<>();
            all.forEach(service -> ids.add(service.id()));
            Map<Pair, Dependency> drawn = new HashMap<>();
            after.dependencies().forEach(each -> drawn.put(new Pair(each.from(), each.to()), each));
            for (Change<Dependency> change : comparison.dependencies()) {
                switch (change) {
                    case Change.Added<Dependency>(Dependency now) -> ofDependencies.put(ends(now), change);
                    case Change.Kept<Dependency> kept -> ofDependencies.put(ends(kept.after()), change);
                    case Change.Removed<Dependency>(Dependency was) -> {
                        Pair ends = new Pair(
                                services.getOrDefault(was.from(), was.from()),
                                services.getOrDefault(was.to(), was.to()));
                        if (!drawn.containsKey(ends)) {
                            ofDependencies.put(ends, change);
                            drawn.put(ends, was.between(ends.from(), ends.to(), !ids.contains(ends.to())));
                        }
                    }
                }
            }
            // Of what nothing defined, the other topology may have a definition.
            return drawn.values().stream()
                    .map(each -> each.between(each.from(), each.to(), !ids.contains(each.to())))
                    .toList();
        }

        private static Pair ends(Dependency dependency) {
            return new Pair(dependency.from(), dependency.to());
        }

        private static @Nullable String at(Map<String, String> ids, @Nullable String id) {
            return id == null ? null : ids.getOrDefault(id, id);
        }

        private static String free(String id, Set<String> taken) {
            String free = id;
            while (!taken.add(free)) {
                free += " (before)";
            }
            return free;
        }
    }
}
