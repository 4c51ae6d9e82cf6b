package dev.orrery.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All services, dependencies and boundaries after reading and merging.
///
/// Valid by construction: ids are unique, every dependency starts at a service, every boundary that is named exists,
/// boundaries do not enclose themselves, and a dependency is `dangling` exactly where its target is no service. Readers
/// report what a text gets wrong and leave it out or mark it; they never hand an invalid topology on.
///
/// @param name for people
/// @param services sorted by id
/// @param dependencies sorted by (from, to), one for each pair
/// @param boundaries sorted by id
public record Topology(String name, List<Service> services, List<Dependency> dependencies, List<Boundary> boundaries) {

    public static final Topology EMPTY = new Topology("", List.of(), List.of(), List.of());

    public Topology {
        services = services.stream().sorted(Comparator.comparing(Service::id)).toList();
        dependencies = dependencies.stream().sorted().toList();
        boundaries =
                boundaries.stream().sorted(Comparator.comparing(Boundary::id)).toList();
        Set<String> serviceIds = distinct(services, Service::id);
        Map<String, Boundary> byId = boundaries.stream()
                .collect(Collectors.toMap(Boundary::id, Function.identity(), (_, twin) -> {
                    throw new IllegalArgumentException("two boundaries " + twin.id());
                }));
        distinct(dependencies, dependency -> List.of(dependency.from(), dependency.to()));
        for (Service service : services) {
            require(
                    service.boundary() == null || byId.containsKey(service.boundary()),
                    () -> "boundary of " + service.id());
        }
        for (Boundary boundary : boundaries) {
            requireRooted(boundary, byId);
        }
        for (Dependency dependency : dependencies) {
            require(serviceIds.contains(dependency.from()), () -> "start of " + dependency);
            require(serviceIds.contains(dependency.to()) != dependency.dangling(), () -> "dangling of " + dependency);
        }
    }

    /// The same with other services of the same ids; the same instance where they are equal.
    public Topology withServices(List<Service> others) {
        return others.equals(services) ? this : new Topology(name, others, dependencies, boundaries);
    }

    /// The same with what was seen: a dependency that a call bears out gains evidence, and a call that none states is a
    /// dependency of its own. Calls between services that are not here are left out. The same instance where
    /// nothing is new.
    public Topology observing(Collection<ObservedCall> calls) {
        return Observing.add(this, calls);
    }

    /// The dependencies that something says are needed: all but those that a policy merely allows.
    public List<Dependency> needs() {
        return dependencies.stream()
                .filter(dependency -> !dependency.isOnlyAllowed())
                .toList();
    }

    public Optional<Service> service(String id) {
        return find(services, Service::id, id);
    }

    /// What people call a service; its id where nothing defines it.
    public String nameOf(String service) {
        return service(service).map(Service::name).orElse(service);
    }

    public Optional<Boundary> boundary(String id) {
        return find(boundaries, Boundary::id, id);
    }

    /// What is known of the need of one service for another.
    public Optional<Dependency> dependency(String from, String to) {
        return find(dependencies, dependency -> new Pair(dependency.from(), dependency.to()), new Pair(from, to));
    }

    /// The boundaries around a service or boundary, innermost first, starting with `innermost` itself.
    public List<Boundary> enclosing(@Nullable String innermost) {
        List<Boundary> path = new ArrayList<>();
        for (String id = innermost; id != null; ) {
            Boundary boundary = boundary(id).orElseThrow();
            path.add(boundary);
            id = boundary.within();
        }
        return List.copyOf(path);
    }

    private static <T, K extends Comparable<K>> Optional<T> find(List<T> sorted, Function<T, K> id, K wanted) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = id.apply(sorted.get(middle)).compareTo(wanted);
            if (order == 0) {
                return Optional.of(sorted.get(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    private static <T, K> Set<K> distinct(List<T> values, Function<T, K> key) {
        Set<K> seen = HashSet.newHashSet(values.size());
        for (T value : values) {
            require(seen.add(key.apply(value)), () -> "two of " + key.apply(value));
        }
        return seen;
    }

    private static void requireRooted(Boundary boundary, Map<String, Boundary> byId) {
        Set<String> seen = new HashSet<>();
        for (Boundary at = boundary; at.within() != null; ) {
            require(seen.add(at.id()), () -> "a cycle of boundaries at " + boundary.id());
            Boundary outer = byId.get(at.within());
            if (outer == null) {
                throw new IllegalArgumentException("invalid topology: around boundary " + at.id());
            }
            at = outer;
        }
    }

    private static void require(boolean holds, Supplier<String> what) {
        if (!holds) {
            throw new IllegalArgumentException("invalid topology: " + what.get());
        }
    }
}
