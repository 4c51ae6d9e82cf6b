package dev.orrery.inspection;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is written down and what was seen do not agree: a dependency that is declared and was never observed, or
/// that was observed and that nobody declared. Where only one of the two kinds of source is at hand there is
/// nothing to compare.
///
/// A dependency that a rule inferred from a descriptor counts as written down when it was observed; it says too
/// little to be missed when it was not. What a server sees misses nothing here: [MissingCalls] knows how much it
/// can see.
final class Drift implements Inspection {
    @Override
    public String rule() {
        return "drift";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        Topology topology = inspected.topology();
        if (isNowhere(topology, Drift::isDeclared)) {
            return List.of();
        }
        boolean isRecorded = !isNowhere(topology, Drift::isRecorded);
        return topology.dependencies().stream()
                .flatMap(dependency -> inspect(topology, dependency, isRecorded))
                .toList();
    }

    private static boolean isNowhere(Topology topology, Predicate<Evidence> kind) {
        return topology.dependencies().stream().noneMatch(dependency -> has(dependency, kind));
    }

    private Stream<Finding> inspect(Topology topology, Dependency dependency, boolean isRecorded) {
        boolean isSeen = has(dependency, Drift::isObserved);
        boolean isDeclared = has(dependency, Drift::isDeclared);
        if (isDeclared && !isSeen && isRecorded) {
            return Stream.of(finding(
                            Problem.info(
                                    "declared-not-observed",
                                    at(dependency, Drift::isDeclared),
                                    ends(topology, dependency)),
                            dependency)
                    .mendedBy(new TopologyEdit.Disconnect(dependency.from(), dependency.to())));
        }
        if (isSeen && !isDeclared && !has(dependency, Drift::isInferred)) {
            return Stream.of(finding(
                            Problem.warning(
                                    "observed-not-declared", seen(topology, dependency), ends(topology, dependency)),
                            dependency)
                    .mendedBy(new TopologyEdit.Connect(dependency.from(), dependency.to(), dependency.kind())));
        }
        return Stream.empty();
    }

    private Finding finding(Problem problem, Dependency dependency) {
        return Finding.of(this, problem, dependency);
    }

    private static String[] ends(Topology topology, Dependency dependency) {
        return new String[] {topology.nameOf(dependency.from()), topology.nameOf(dependency.to())};
    }

    private static boolean has(Dependency dependency, Predicate<Evidence> kind) {
        return dependency.evidence().stream().anyMatch(kind);
    }

    private static boolean isDeclared(Evidence piece) {
        return piece.certainty() == Certainty.DECLARED;
    }

    private static boolean isInferred(Evidence piece) {
        return piece.certainty() == Certainty.INFERRED;
    }

    private static boolean isObserved(Evidence piece) {
        return piece.certainty() == Certainty.OBSERVED;
    }

    private static boolean isRecorded(Evidence piece) {
        return isObserved(piece) && !piece.source().isServer();
    }

    /// Where it was recorded; where only a server saw it, where the one that needs is described: it would be
    /// written there.
    private static SourceLocation seen(Topology topology, Dependency dependency) {
        return has(dependency, Drift::isRecorded)
                ? at(dependency, Drift::isRecorded)
                : topology.service(dependency.from())
                        .map(Service::source)
                        .orElseGet(() -> at(dependency, Drift::isObserved));
    }

    private static SourceLocation at(Dependency dependency, Predicate<Evidence> kind) {
        return dependency.evidence().stream()
                .filter(kind)
                .map(Evidence::source)
                .findFirst()
                .orElseThrow();
    }
}
