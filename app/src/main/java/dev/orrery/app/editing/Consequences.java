package dev.orrery.app.editing;

import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How many needs cross from one boundary to another, before and after an edit.
public final class Crossings {
    private Crossings() {}

    /// As in `14 → 9 needs across boundaries`; empty where there are no boundaries, or nothing changes.
    public static String words(Topology before, Topology after) {
        int was = count(before);
        int is = count(after);
        boolean anywhere = !before.boundaries().isEmpty() || !after.boundaries().isEmpty();
        if (!anywhere) {
            return "";
        }
        return was == is
                ? Messages.of("editing.across.same", Integer.toString(is))
                : Messages.of("editing.across", Integer.toString(was), Integer.toString(is));
    }

    /// Needs whose ends have not the same innermost boundary.
    static int count(Topology topology) {
        Map<String, String> boundaries = new HashMap<>();
        for (Service service : topology.services()) {
            List<Boundary> around = topology.enclosing(service.boundary());
            boundaries.put(
                    service.id(), around.isEmpty() ? "" : around.getFirst().id());
        }
        int count = 0;
        for (Dependency dependency : topology.needs()) {
            boolean across = !dependency.dangling()
                    && !Objects.equals(boundaries.get(dependency.from()), boundaries.get(dependency.to()));
            count += across ? 1 : 0;
        }
        return count;
    }
}
