package dev.orrery.comparison;

import dev.orrery.topology.Topology;
import java.util.SortedMap;
import java.util.TreeMap;

/// Pairs services and boundaries. Which boundary is which tells of services, and the other way round, so services are
/// looked at twice.
record Renames(Pairing services, Pairing boundaries) {

    static Renames between(Topology before, Topology after) {
        SortedMap<String, String> sameBoundaries = new TreeMap<>();
        before.boundaries().stream()
                .filter(boundary -> after.boundary(boundary.id()).isPresent())
                .forEach(boundary -> sameBoundaries.put(boundary.id(), boundary.id()));
        Pairing first = new ServiceRenames(before, after, sameBoundaries).pairing();
        Pairing boundaries = new BoundaryRenames(before, after, sameBoundaries, first.ids()).pairing();
        boolean isSettled = boundaries.renames().isEmpty()
                || first.ids().size()
                        == Math.min(before.services().size(), after.services().size());
        Pairing services = isSettled ? first : new ServiceRenames(before, after, boundaries.ids()).pairing();
        return new Renames(services, boundaries);
    }
}
