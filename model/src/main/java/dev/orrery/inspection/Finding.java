package dev.orrery.inspection;

import dev.orrery.problem.Problem;
import java.util.Comparator;
import java.util.List;

/// One result of an inspection.
///
/// @param rule the inspection that found it
/// @param problem what is to be said, and where
/// @param subjects ids of the services that it is about, sorted
public record Finding(String rule, Problem problem, List<String> subjects) implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::problem).thenComparing(Finding::rule);

    public Finding {
        subjects = subjects.stream().sorted().toList();
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
