package dev.orrery.app.findings;

import dev.orrery.inspection.Finding;
import dev.orrery.inspection.InspectionReport;
import dev.orrery.problem.Severity;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One line of the list: a rule, or something that it found.
sealed interface FindingRow {
    /// @param severity of the worst that it found
    record OfRule(String rule, Severity severity, int count) implements FindingRow {
        String words() {
            return FindingWords.rule(rule);
        }
    }

    /// @param place where it stands, for people
    /// @param frozen whether the baseline knows it
    record OfFinding(Finding finding, String place, boolean frozen) implements FindingRow {}

    /// The rules with what they found, the worst first.
    ///
    /// @param typed a part of what is said, of a rule or of a service; empty for everything
    static List<FindingRow> of(InspectionReport report, Topology topology, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        report.ordered().stream()
                .filter(finding -> wanted.isEmpty() || text(finding).contains(wanted))
                .forEach(finding -> byRule.computeIfAbsent(finding.rule(), _ -> new ArrayList<>())
                        .add(finding));
        List<FindingRow> rows = new ArrayList<>();
        byRule.forEach((rule, found) -> {
            rows.add(new OfRule(rule, found.getFirst().problem().severity(), found.size()));
            found.forEach(finding -> rows.add(new OfFinding(
                    finding,
                    FindingWords.place(finding, topology),
                    report.frozen().contains(finding))));
        });
        return rows;
    }

    private static String text(Finding finding) {
        return (finding.rule() + ' ' + finding.problem().message() + ' ' + String.join(" ", finding.subjects()))
                .toLowerCase(Locale.ROOT);
    }
}
