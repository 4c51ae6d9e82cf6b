package dev.orrery.inspection;

import dev.orrery.graph.ServiceGraph;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Services that need each other in a circle: none of them can start, be changed or fail alone. Each knot of services
/// is one finding, however many circles run through it.
final class DependencyCycles implements Inspection {
    private static final int MOST_NAMED = 8;

    @Override
    public String rule() {
        return "dependency-cycle";
    }

    @Override
    public List<Finding> inspect(Topology topology, ServiceGraph graph) {
        return graph.cycles().stream().map(cycle -> finding(topology, cycle)).toList();
    }

    /// Located at the first statement that one member needs another.
    private Finding finding(Topology topology, List<String> members) {
        Set<String> inside = Set.copyOf(members);
        SourceLocation first = topology.dependencies().stream()
                .filter(dependency -> inside.contains(dependency.from()) && inside.contains(dependency.to()))
                .map(DependencyCycles::place)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Finding(rule(), Problem.warning("dependency-cycle", first, named(topology, members)), members);
    }

    private static SourceLocation place(Dependency dependency) {
        return dependency.evidence().getFirst().source();
    }

    private static String named(Topology topology, List<String> members) {
        String all = members.stream().limit(MOST_NAMED).map(topology::nameOf).collect(Collectors.joining(", "));
        return members.size() > MOST_NAMED ? all + ", …" : all;
    }
}
