package dev.orrery.health;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether services fail because others are worked on.
final class Impairment {
    private final Topology topology;
    private final HealthBoard board;
    private final Attention attention;
    private final Instant now;
    private @Nullable Map<String, List<String>> failing;

    Impairment(Topology topology, HealthBoard board, Attention attention, Instant now) {
        this.topology = topology;
        this.board = board;
        this.attention = attention;
        this.now = now;
    }

    /// What is to be said of a service that is not well: that it is impaired where it needs, by required
    /// dependencies, something else that is not well, and all that is reached along such dependencies ends at
    /// services in maintenance. Empty for one that is in maintenance itself, or that needs a service which fails by
    /// itself. Services that need each other in a circle explain nothing by that.
    Optional<Qualifier.Impaired> of(String service) {
        if (attention.maintenance().isEmpty()
                || !isUnwell(service)
                || attention.during(service, now).isPresent()) {
            return Optional.empty();
        }
        SortedSet<String> by = new TreeSet<>();
        Set<String> seen = new HashSet<>(Set.of(service));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            List<String> needed = failing().getOrDefault(open.remove(), List.of());
            if (needed.isEmpty()) {
                return Optional.empty();
            }
            for (String one : needed) {
                if (attention.during(one, now).isPresent()) {
                    by.add(one);
                } else if (seen.add(one)) {
                    open.add(one);
                }
            }
        }
        return by.isEmpty() ? Optional.empty() : Optional.of(new Qualifier.Impaired(by));
    }

    /// For each service that is not well, what it needs and what is not well either.
    private Map<String, List<String>> failing() {
        Map<String, List<String>> known = failing;
        if (known == null) {
            known = topology.dependencies().stream()
                    .filter(dependency ->
                            dependency.required() && isUnwell(dependency.from()) && isUnwell(dependency.to()))
                    .collect(Collectors.groupingBy(
                            Dependency::from, HashMap::new, Collectors.mapping(Dependency::to, Collectors.toList())));
            failing = known;
        }
        return known;
    }

    private boolean isUnwell(String service) {
        ServiceHealth health = board.service(service);
        return health != null
                && health.isAsked()
                && (health.health() == Health.DOWN || health.health() == Health.DEGRADED);
    }
}
