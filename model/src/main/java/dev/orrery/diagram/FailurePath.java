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
import org.jspecify.annotations.Nullable;

/// The dependencies along which a failure comes: the red path.
///
/// From every service that is degraded or down it runs on through whatever leads to one that is down, whether or not
/// the services between show it; and it holds every required dependency on one that is down. What merely could be hit
/// is not on it.
final class FailurePath {
    private final Set<Dependency> dependencies;

    private FailurePath(Set<Dependency> dependencies) {
        this.dependencies = dependencies;
    }

    static FailurePath of(Topology topology, HealthBoard board) {
        Set<Dependency> path = new HashSet<>();
        if (board.services().values().stream().anyMatch(service -> service.health() == Health.DOWN)) {
            Set<String> leading = leadingToDown(topology, board);
            for (Dependency dependency : reachedFromFailing(topology, board)) {
                if (leading.contains(dependency.to())) {
                    path.add(dependency);
                }
            }
            for (Dependency dependency : topology.dependencies()) {
                if (dependency.required() && is(board, dependency.to(), Health.DOWN)) {
                    path.add(dependency);
                }
            }
        }
        return new FailurePath(path);
    }

    boolean holdsAny(List<Dependency> some) {
        return !dependencies.isEmpty() && some.stream().anyMatch(dependencies::contains);
    }

    private static Set<String> leadingToDown(Topology topology, HealthBoard board) {
        Map<String, List<String>> dependents = new HashMap<>();
        for (Dependency dependency : topology.dependencies()) {
            dependents.computeIfAbsent(dependency.to(), _ -> new ArrayList<>()).add(dependency.from());
        }
        Set<String> leading = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        for (ServiceHealth service : board.services().values()) {
            if (service.health() == Health.DOWN && leading.add(service.service())) {
                next.add(service.service());
            }
        }
        for (@Nullable String at = next.poll(); at != null; at = next.poll()) {
            for (String dependent : dependents.getOrDefault(at, List.of())) {
                if (leading.add(dependent)) {
                    next.add(dependent);
                }
            }
        }
        return leading;
    }

    private static List<Dependency> reachedFromFailing(Topology topology, HealthBoard board) {
        Map<String, List<Dependency>> needs = new HashMap<>();
        Deque<String> next = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        for (Dependency dependency : topology.dependencies()) {
            String from = dependency.from();
            needs.computeIfAbsent(from, _ -> new ArrayList<>()).add(dependency);
            if ((is(board, from, Health.DOWN) || is(board, from, Health.DEGRADED)) && seen.add(from)) {
                next.add(from);
            }
        }
        List<Dependency> reached = new ArrayList<>();
        for (@Nullable String at = next.poll(); at != null; at = next.poll()) {
            for (Dependency dependency : needs.getOrDefault(at, List.of())) {
                reached.add(dependency);
                if (seen.add(dependency.to())) {
                    next.add(dependency.to());
                }
            }
        }
        return reached;
    }

    private static boolean is(HealthBoard board, String service, Health health) {
        ServiceHealth found = board.services().get(service);
        return found != null && found.health() == health;
    }
}
