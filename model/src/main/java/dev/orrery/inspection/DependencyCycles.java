package dev.orrery.inspection;

import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Services that need each other in a circle: none of them can start, be changed or fail alone. Each knot of
/// services is one finding, however many circles run through it.
final class DependencyCycles implements Inspection {
    @Override
    public String rule() {
        return "dependency-cycle";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        return inspected.graph().cycles().stream()
                .map(cycle -> finding(inspected.topology(), cycle))
                .toList();
    }

    /// Located at the first statement that one member needs another.
    private Finding finding(Topology topology, List<String> members) {
        Set<String> inside = Set.copyOf(members);
        SourceLocation first = topology.dependencies().stream()
                .filter(dependency -> inside.contains(dependency.from()) && inside.contains(dependency.to()))
                .map(Words::place)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return Finding.of(this, Problem.warning("dependency-cycle", first, Words.named(topology, members)), members);
    }
}
