package dev.orrery.inspection;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.importer.StatedInspections;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.topology.Dependency;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// One result of an inspection.
///
/// @param rule the inspection that found it
/// @param problem what is to be said, and where
/// @param subjects ids of the services that it is about, sorted
/// @param mends edits each of which would mend it; none where that takes thought
public record Finding(String rule, Problem problem, List<String> subjects, List<TopologyEdit> mends)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::problem).thenComparing(Finding::rule);

    public Finding {
        subjects = subjects.stream().distinct().sorted().toList();
        mends = List.copyOf(mends);
    }

    static Finding of(Inspection inspection, Problem problem, String... subjects) {
        return of(inspection, problem, List.of(subjects));
    }

    static Finding of(Inspection inspection, Problem problem, Collection<String> subjects) {
        return new Finding(inspection.rule(), problem, List.copyOf(subjects), List.of());
    }

    static Finding of(Inspection inspection, Problem problem, Dependency dependency) {
        return of(inspection, problem, dependency.from(), dependency.to());
    }

    Finding mendedBy(TopologyEdit... edits) {
        return new Finding(rule, problem, subjects, List.of(edits));
    }

    Finding withSeverity(Severity severity) {
        return new Finding(
                rule, new Problem(problem.code(), severity, problem.source(), problem.arguments()), subjects, mends);
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
