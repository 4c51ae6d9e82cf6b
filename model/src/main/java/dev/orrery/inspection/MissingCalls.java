package dev.orrery.inspection;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Sighting;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Dependencies that are declared and of which a server sees no call, although it would: it sees who needs call others,
/// and it sees others call what is needed. Where it sees only one of the ends, or none, or no calls of the kind, its
/// silence says nothing.
public final class MissingCalls {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private MissingCalls() {}

    /// One for each server and measurement that misses it.
    ///
    /// @param topology with all that was seen
    public static List<Problem> of(Topology topology, Collection<Sighting> sightings) {
        List<Dependency> missed = topology.dependencies().stream()
                .filter(dependency -> !dependency.dangling())
                .filter(dependency -> dependency.certainty() == Certainty.DECLARED)
                .filter(dependency ->
                        dependency.evidence().stream().noneMatch(piece -> piece.certainty() == Certainty.OBSERVED))
                .toList();
        List<Problem> problems = new ArrayList<>();
        for (Sighting sighting : sightings) {
            Set<String> callers = ends(sighting, Pair::from);
            Set<String> called = ends(sighting, Pair::to);
            for (Dependency dependency : missed) {
                if (callers.contains(dependency.from())
                        && called.contains(dependency.to())
                        && sighting.measurement().kinds().contains(dependency.kind())) {
                    problems.add(problem(topology, sighting, dependency));
                }
            }
        }
        return List.copyOf(problems);
    }

    private static Set<String> ends(Sighting sighting, Function<Pair, String> end) {
        return sighting.pairs().stream().map(end).collect(Collectors.toSet());
    }

    private static Problem problem(Topology topology, Sighting sighting, Dependency dependency) {
        SourceLocation declared = dependency.evidence().stream()
                .filter(piece -> piece.certainty() == Certainty.DECLARED)
                .map(Evidence::source)
                .findFirst()
                .orElseThrow();
        Instant since = sighting.missingSince(new Pair(dependency.from(), dependency.to()));
        return Problem.info(
                "declared-not-called",
                declared,
                topology.nameOf(dependency.from()),
                topology.nameOf(dependency.to()),
                sighting.measurement().server().toString(),
                MINUTE.format(since));
    }
}
