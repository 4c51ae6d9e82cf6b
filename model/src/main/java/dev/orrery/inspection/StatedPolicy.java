package dev.orrery.inspection;

import dev.orrery.descriptor.Spelling;
import dev.orrery.importer.StatedInspections;
import dev.orrery.importer.StatedInspections.StatedSeverity;
import dev.orrery.importer.StatedInspections.Suppression;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Wildcard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is stated about inspections, applied to what they find.
final class StatedPolicy {
    private final StatedInspections stated;
    private final List<Problem> problems;
    private final Set<Suppression> used = new HashSet<>();

    /// @param rules all that there are
    StatedPolicy(StatedInspections stated, Collection<String> rules, List<Problem> problems) {
        this.stated = stated;
        this.problems = problems;
        stated.severities().forEach((rule, severity) -> requireKnown(rule, rules, severity.source()));
        for (Suppression suppression : stated.suppressions()) {
            requireKnown(suppression.rule(), rules, suppression.source());
            if (suppression.because() == null) {
                problems.add(Problem.warning("suppression-without-reason", suppression.source()));
            }
        }
    }

    private void requireKnown(String rule, Collection<String> rules, SourceLocation source) {
        if (!rules.contains(rule)) {
            problems.add(Spelling.nearest(rule, rules)
                    .map(near -> Problem.warning("misspelt-key", source, rule, near))
                    .orElseGet(() -> Problem.warning("unknown-inspection", source, rule)));
        }
    }

    Limits limits() {
        Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
        stated.limits().forEach((word, limit) -> {
            Optional<Limit> known = Limit.of(word);
            known.ifPresent(one -> limits.put(one, limit.value()));
            if (known.isEmpty()) {
                String all = Arrays.stream(Limit.values()).map(Limit::word).collect(Collectors.joining(", "));
                problems.add(Problem.warning("unknown-limit", limit.source(), word, all));
            }
        });
        return new Limits(limits);
    }

    boolean isOff(String rule) {
        StatedSeverity severity = stated.severities().get(rule);
        return severity != null && severity.severity().isEmpty();
    }

    Finding weighed(Finding finding) {
        StatedSeverity severity = stated.severities().get(finding.rule());
        return severity == null || severity.severity().isEmpty()
                ? finding
                : finding.withSeverity(severity.severity().get());
    }

    InspectionReport report(List<Finding> all) {
        List<Finding> open = new ArrayList<>();
        List<Finding> frozen = new ArrayList<>();
        List<InspectionReport.Suppressed> suppressed = new ArrayList<>();
        Set<StatedInspections.Known> known = stated.baseline();
        for (Finding finding : all) {
            Optional<Suppression> by = suppression(finding);
            if (by.isPresent()) {
                suppressed.add(new InspectionReport.Suppressed(finding, by.get()));
            } else if (known != null && known.contains(finding.known())) {
                frozen.add(finding);
            } else {
                open.add(finding);
            }
        }
        stated.suppressions().stream()
                .filter(suppression -> suppression.because() != null && !used.contains(suppression))
                .forEach(unused -> problems.add(Problem.warning("suppression-unused", unused.source())));
        return new InspectionReport(
                open, frozen, suppressed, problems.stream().distinct().sorted().toList(), known != null);
    }

    /// The first that means it. One without a reason suppresses nothing.
    private Optional<Suppression> suppression(Finding finding) {
        Optional<Suppression> first = Optional.empty();
        for (Suppression suppression : stated.suppressions()) {
            if (suppression.because() != null && means(suppression, finding)) {
                used.add(suppression);
                first = first.or(() -> Optional.of(suppression));
            }
        }
        return first;
    }

    private static boolean means(Suppression suppression, Finding finding) {
        return suppression.rule().equals(finding.rule())
                && suppression.subjects().stream()
                        .allMatch(stated ->
                                finding.subjects().stream().anyMatch(subject -> Wildcard.matches(stated, subject)));
    }
}
