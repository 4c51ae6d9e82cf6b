package dev.orrery.diagram;

import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.ServiceHealth;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The dependencies along which a failure comes: the red path.
///
/// From every service that is degraded or down it runs on through whatever leads to one that is down, whether or not
/// the services between show it; and it holds every required dependency on one that is down. What merely could be hit
/// is not on it.
final class FailurePath {
    /// One dependency leads from a service to another, so the two ends are its identity.
    private record Ends(String from, String to) {
        static Ends of(Dependency dependency) {
            return new Ends(dependency.from(), dependency.to());
        }
    }

    private final Set<Ends> ends;

    private FailurePath(Set<Ends> ends) {
        this.ends = ends;
    }

    static FailurePath of(Topology topology, HealthBoard board) {
        Set<String> down = new HashSet<>();
        Set<String> failing = new HashSet<>();
        for (ServiceHealth service : board.services().values()) {
            if (service.health() == Health.DOWN) {
                down.add(service.service());
                failing.add(service.service());
            } else if (service.health() == Health.DEGRADED) {
                failing.add(service.service());
            }
        }
        Set<Ends> path = new HashSet<>();
        if (!down.isEmpty()) {
            Set<String> leading = leadingTo(down, topology);
            for (Dependency dependency : reachedFrom(failing, topology)) {
                if (leading.contains(dependency.to())) {
                    path.add(Ends.of(dependency));
                }
            }
            for (Dependency dependency : topology.needs()) {
                if (dependency.required() && down.contains(dependency.to())) {
                    path.add(Ends.of(dependency));
                }
            }
        }
        return new FailurePath(path);
    }

    boolean holdsAny(List<Dependency> some) {
        return !ends.isEmpty() && some.stream().map(Ends::of).anyMatch(ends::contains);
    }

    private static Set<String> leadingTo(Set<String> down, Topology topology) {
        Map<String, List<String>> dependents = new HashMap<>();
        for (Dependency dependency : topology.needs()) {
            dependents.computeIfAbsent(dependency.to(), _ -> new ArrayList<>()).add(dependency.from());
        }
        Set<String> leading = new HashSet<>(down);
        Deque<String> next = new ArrayDeque<>(down);
        for (String at = next.poll(); at != null; at = next.poll()) {
            for (String dependent : dependents.getOrDefault(at, List.of())) {
                if (leading.add(dependent)) {
                    next.add(dependent);
                }
            }
        }
        return leading;
    }

    private static List<Dependency> reachedFrom(Set<String> failing, Topology topology) {
        Map<String, List<Dependency>> needs = new HashMap<>();
        for (Dependency dependency : topology.needs()) {
            needs.computeIfAbsent(dependency.from(), _ -> new ArrayList<>()).add(dependency);
        }
        List<Dependency> reached = new ArrayList<>();
        Set<String> seen = new HashSet<>(failing);
        Deque<String> next = new ArrayDeque<>(failing);
        for (String at = next.poll(); at != null; at = next.poll()) {
            for (Dependency dependency : needs.getOrDefault(at, List.of())) {
                reached.add(dependency);
                if (seen.add(dependency.to())) {
                    next.add(dependency.to());
                }
            }
        }
        return reached;
    }
}
