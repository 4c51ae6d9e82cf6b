package dev.orrery.inspection;

import dev.orrery.topology.Topology;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// Figures of a topology and of its boundaries. Finding them takes a step for each dependency and each boundary
/// around its ends, so that they can be asked while something is dragged.
///
/// @param whole with nothing outside: its cohesion is 1, and nothing goes across
/// @param across dependencies between services of which not the same boundaries are around both, by their kinds;
///     one without any boundary around it lies in none
/// @param boundaries of each, sorted by id
/// @param cycles boundaries side by side that need each other in a circle, each sorted, sorted by their first
/// @param teams of each team the innermost boundaries in which it owns services, sorted
public record TopologyMetrics(
        BoundaryMetrics whole,
        BoundaryMetrics.Crossings across,
        List<BoundaryMetrics> boundaries,
        List<List<String>> cycles,
        SortedMap<String, SortedSet<String>> teams) {

    public TopologyMetrics {
        boundaries = List.copyOf(boundaries);
        cycles = cycles.stream().map(List::copyOf).toList();
        teams = Collections.unmodifiableSortedMap(new TreeMap<>(teams));
    }

    public static TopologyMetrics of(Topology topology) {
        return new Measuring(topology).metrics();
    }

    public Optional<BoundaryMetrics> of(String boundary) {
        return boundaries.stream()
                .filter(one -> boundary.equals(one.boundary()))
                .findFirst();
    }
}
