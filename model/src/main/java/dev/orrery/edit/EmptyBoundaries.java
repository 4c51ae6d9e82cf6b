package dev.orrery.edit;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// In some formats a boundary is there because something lies in it: what `app.kubernetes.io/part-of` names goes with
/// its last service.
final class EmptyBoundaries {
    private EmptyBoundaries() {}

    /// The boundaries that are meant, but for those that were emptied and that no text states any more.
    static List<Boundary> without(Topology meant, Topology before, Topology read) {
        List<Boundary> left = new ArrayList<>(meant.boundaries());
        boolean changed = true;
        while (changed) {
            changed = left.removeIf(boundary -> read.boundary(boundary.id()).isEmpty()
                    && isEmpty(boundary, meant, left)
                    && !isEmpty(boundary, before, before.boundaries()));
        }
        return left;
    }

    private static boolean isEmpty(Boundary boundary, Topology topology, List<Boundary> boundaries) {
        return topology.services().stream().noneMatch(service -> Objects.equals(service.boundary(), boundary.id()))
                && boundaries.stream().noneMatch(inner -> Objects.equals(inner.within(), boundary.id()));
    }
}
