package dev.orrery.suggestion;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Topology;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What a division costs: what lies across its boundaries.
///
/// @param inside dependencies between two services of one boundary
/// @param sync synchronous dependencies from one boundary to another; a service in none is in a boundary of its own
/// @param async the same, asynchronous
/// @param data the same, to where data is kept
/// @param shared stores that services of more than one boundary keep data in
public record Figures(int inside, int sync, int async, int data, int shared) {
    /// Dependencies from one boundary to another.
    public int across() {
        return sync + async + data;
    }

    /// Of the innermost boundaries that the services of a topology lie in.
    public static Figures of(Topology topology) {
        Map<String, String> places = new HashMap<>();
        topology.services().forEach(service -> {
            if (service.boundary() != null) {
                places.put(service.id(), "in " + service.boundary());
            }
        });
        return of(topology, places);
    }

    /// @param places any name of the boundary of each service that is in one
    static Figures of(Topology topology, Map<String, String> places) {
        int inside = 0;
        Map<DependencyKind, Integer> across = new EnumMap<>(DependencyKind.class);
        Map<String, String> keepers = new HashMap<>();
        Map<String, Boolean> shared = new HashMap<>();
        for (Dependency need : topology.needs()) {
            if (need.dangling()) {
                continue;
            }
            String from = places.getOrDefault(need.from(), "alone " + need.from());
            String to = places.getOrDefault(need.to(), "alone " + need.to());
            if (from.equals(to)) {
                inside++;
            } else {
                across.merge(need.kind(), 1, Integer::sum);
            }
            if (need.kind() == DependencyKind.DATA) {
                String first = keepers.putIfAbsent(need.to(), from);
                shared.merge(need.to(), first != null && !Objects.equals(first, from), Boolean::logicalOr);
            }
        }
        int several = (int) shared.values().stream().filter(yes -> yes).count();
        return new Figures(
                inside,
                across.getOrDefault(DependencyKind.SYNC, 0),
                across.getOrDefault(DependencyKind.ASYNC, 0),
                across.getOrDefault(DependencyKind.DATA, 0),
                several);
    }
}
