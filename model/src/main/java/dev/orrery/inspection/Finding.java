package dev.orrery.inspection;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.importer.StatedInspections;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Pair;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// One result of an inspection.
///
/// @param rule the inspection that found it
/// @param problem what is to be said, and where
/// @param subjects ids of the services that it is about, sorted
/// @param at ids of those that it is about first of all, on which a picture marks it; none where that is a dependency
/// @param along the dependencies that it is about, as a way where it is about a way; a picture marks it on the first
///     where it is about no service first of all
/// @param mends edits each of which would mend it; none where that takes thought
public record Finding(
        String rule,
        Problem problem,
        List<String> subjects,
        List<String> at,
        List<Pair> along,
        List<TopologyEdit> mends)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::problem).thenComparing(Finding::rule);

    public Finding {
        subjects = subjects.stream().distinct().sorted().toList();
        at = List.copyOf(at);
        along = List.copyOf(along);
        mends = List.copyOf(mends);
    }

    static Finding of(Inspection inspection, Problem problem, String... subjects) {
        return of(inspection, problem, List.of(subjects));
    }

    static Finding of(Inspection inspection, Problem problem, Collection<String> subjects) {
        return new Finding(
                inspection.rule(), problem, List.copyOf(subjects), List.copyOf(subjects), List.of(), List.of());
    }

    static Finding of(Inspection inspection, Problem problem, Dependency dependency) {
        return of(inspection, problem, dependency.from(), dependency.to()).onlyAlong(List.of(ends(dependency)));
    }

    static Pair ends(Dependency dependency) {
        return new Pair(dependency.from(), dependency.to());
    }

    /// About one of the subjects first of all, and about the dependencies.
    Finding at(String service, List<Pair> dependencies) {
        return new Finding(rule, problem, subjects, List.of(service), dependencies, mends);
    }

    /// About the dependencies, more than about one of the subjects.
    Finding onlyAlong(List<Pair> dependencies) {
        return new Finding(rule, problem, subjects, List.of(), dependencies, mends);
    }

    Finding mendedBy(TopologyEdit... edits) {
        return new Finding(rule, problem, subjects, at, along, List.of(edits));
    }

    Finding withSeverity(Severity severity) {
        return new Finding(
                rule,
                new Problem(problem.code(), severity, problem.source(), problem.arguments()),
                subjects,
                at,
                along,
                mends);
    }

    /// As a baseline names it: by what it says and about whom, wherever that stands in a file.
    public StatedInspections.Known known() {
        return new StatedInspections.Known(rule, problem.code(), subjects);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
