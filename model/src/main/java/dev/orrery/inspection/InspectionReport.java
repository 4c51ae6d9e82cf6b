package dev.orrery.inspection;

import dev.orrery.importer.StatedInspections.Suppression;
import dev.orrery.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What inspections found, and what of it is to be told. Everything is in source order.
///
/// @param findings that are new, or that nobody has said anything about
/// @param frozen those that the baseline knows
/// @param suppressed those that somebody does not want to be told
/// @param problems with what is stated about inspections
/// @param hasBaseline whether there is one, if an empty one
public record InspectionReport(
        List<Finding> findings,
        List<Finding> frozen,
        List<Suppressed> suppressed,
        List<Problem> problems,
        boolean hasBaseline) {

    public InspectionReport {
        findings = List.copyOf(findings);
        frozen = List.copyOf(frozen);
        suppressed = List.copyOf(suppressed);
        problems = List.copyOf(problems);
    }

    /// @param by states the reason
    public record Suppressed(Finding finding, Suppression by) {}

    /// What there is to mend, whether a baseline knows it or not, and what is wrong with the statements.
    public Stream<Problem> told() {
        return Stream.concat(
                Stream.concat(findings.stream(), frozen.stream()).map(Finding::problem), problems.stream());
    }

    /// Whether there is nothing to mend.
    public boolean isEmpty() {
        return findings.isEmpty() && frozen.isEmpty();
    }

    /// What there is to mend about a service, as a list shows it.
    public List<Finding> about(String service) {
        return ordered(Stream.concat(findings.stream(), frozen.stream())
                .filter(finding -> finding.subjects().contains(service)));
    }

    /// All that there is to mend as a list shows it: what is worst first, then rule by rule, then by place.
    public List<Finding> ordered() {
        return ordered(Stream.concat(findings.stream(), frozen.stream()));
    }

    private static List<Finding> ordered(Stream<Finding> all) {
        return all.sorted(Comparator.comparing(
                                (Finding finding) -> finding.problem().severity())
                        .thenComparing(Finding::rule)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
