package dev.orrery.comparison;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// What each service of a topology needs, and what needs it. One that many have to do with tells less of any of them.
final class Neighbours {
    /// A neighbour and the way to it.
    record Side(boolean isNeeded, String id) implements Comparable<Side> {
        @Override
        public int compareTo(Side other) {
            int byId = id.compareTo(other.id);
            return byId != 0 ? byId : Boolean.compare(isNeeded, other.isNeeded);
        }
    }

    private final Map<String, SortedSet<Side>> sides = new HashMap<>();

    Neighbours(Topology topology) {
        for (Dependency dependency : topology.dependencies()) {
            if (!dependency.isOnlyAllowed() && !dependency.from().equals(dependency.to())) {
                add(dependency.from(), new Side(true, dependency.to()));
                add(dependency.to(), new Side(false, dependency.from()));
            }
        }
    }

    private void add(String service, Side side) {
        sides.computeIfAbsent(service, _ -> new TreeSet<>()).add(side);
    }

    SortedSet<Side> of(String service) {
        return sides.getOrDefault(service, Collections.emptySortedSet());
    }

    /// How much it tells that something is a neighbour of this one.
    double weight(String service) {
        return 1 / (1 + Math.log(Math.max(1, of(service).size())));
    }
}
