package dev.orrery.inspection;

import dev.orrery.graph.ServiceGraph;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.stream.Stream;

/// What is written down and what was seen do not agree: a dependency that is declared and was never observed, or that
/// was observed and that nobody declared. Where only one of the two kinds of source is at hand there is nothing to
/// compare.
///
/// A dependency that a rule inferred from a descriptor counts as written down when it was observed; it says too little
/// to be missed when it was not.
final class Drift implements Inspection {
    @Override
    public String rule() {
        return "drift";
    }

    @Override
    public List<Finding> inspect(Topology topology, ServiceGraph graph) {
        boolean isComparable =
                topology.dependencies().stream().anyMatch(dependency -> has(dependency, Certainty.DECLARED))
                        && topology.dependencies().stream().anyMatch(dependency -> has(dependency, Certainty.OBSERVED));
        return isComparable
                ? topology.dependencies().stream()
                        .flatMap(dependency -> inspect(topology, dependency))
                        .toList()
                : List.of();
    }

    private Stream<Finding> inspect(Topology topology, Dependency dependency) {
        boolean isSeen = has(dependency, Certainty.OBSERVED);
        boolean isDeclared = has(dependency, Certainty.DECLARED);
        if (isDeclared && !isSeen) {
            return Stream.of(finding(
                    Problem.info(
                            "declared-not-observed", at(dependency, Certainty.DECLARED), ends(topology, dependency)),
                    dependency));
        }
        if (isSeen && !isDeclared && !has(dependency, Certainty.INFERRED)) {
            return Stream.of(finding(
                    Problem.warning(
                            "observed-not-declared", at(dependency, Certainty.OBSERVED), ends(topology, dependency)),
                    dependency));
        }
        return Stream.empty();
    }

    private Finding finding(Problem problem, Dependency dependency) {
        return new Finding(rule(), problem, List.of(dependency.from(), dependency.to()));
    }

    private static String[] ends(Topology topology, Dependency dependency) {
        return new String[] {topology.nameOf(dependency.from()), topology.nameOf(dependency.to())};
    }

    private static boolean has(Dependency dependency, Certainty certainty) {
        return dependency.evidence().stream().anyMatch(piece -> piece.certainty() == certainty);
    }

    private static SourceLocation at(Dependency dependency, Certainty certainty) {
        return dependency.evidence().stream()
                .filter(piece -> piece.certainty() == certainty)
                .map(Evidence::source)
                .findFirst()
                .orElseThrow();
    }
}
