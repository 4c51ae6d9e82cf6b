package dev.orrery.inspection;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.Circles;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Pair;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        return Circles.of(inspected.topology()).stream()
                .map(cycle -> finding(inspected.topology(), cycle))
                .toList();
    }

    /// Located at the first statement that one member needs another. Where to do without one dependency opens all
    /// circles that hang together, that is a mend, and the picture marks it there.
    private Finding finding(Topology topology, List<String> members) {
        Set<String> inside = Set.copyOf(members);
        List<Dependency> within = topology.dependencies().stream()
                .filter(dependency -> inside.contains(dependency.from()) && inside.contains(dependency.to()))
                .filter(dependency -> !dependency.isOnlyAllowed())
                .filter(dependency -> !dependency.from().equals(dependency.to()))
                .toList();
        SourceLocation first = within.stream()
                .map(dependency -> Words.place(dependency))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Finding finding =
                Finding.of(this, Problem.warning("dependency-cycle", first, Words.named(topology, members)), members);
        Optional<Dependency> weakest = CircleBreak.of(within);
        List<Pair> along = new ArrayList<>(within.stream()
                .sorted(Comparator.comparing(dependency -> Words.place(dependency)))
                .map(Finding::ends)
                .toList());
        weakest.map(Finding::ends).ifPresent(ends -> {
            along.remove(ends);
            along.addFirst(ends);
        });
        Finding placed = finding.onlyAlong(along);
        return weakest.map(open -> placed.mendedBy(new TopologyEdit.Disconnect(open.from(), open.to())))
                .orElse(placed);
    }
}
