package dev.orrery.scenario;

import dev.orrery.graph.Circles;
import dev.orrery.suggestion.Figures;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.Objects;

/// Figures of a topology, to be compared with those of another.
///
/// @param teams different owners of services
/// @param cycles circles of services that need each other
/// @param boundaries what its boundaries cost
public record Measures(int services, int dependencies, int teams, int cycles, Figures boundaries) {
    public static Measures of(Topology topology) {
        long teams = topology.services().stream()
                .map(Service::owner)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return new Measures(
                topology.services().size(),
                topology.needs().size(),
                (int) teams,
                Circles.of(topology).size(),
                Figures.of(topology));
    }
}
