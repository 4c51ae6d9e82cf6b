package dev.orrery.session;

import dev.orrery.inspection.Finding;
import dev.orrery.inspection.InspectionReport;
import dev.orrery.problem.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Which findings the picture marks.
public enum MarkedFindings {
    /// Errors and warnings that no baseline knows.
    SEVERE,
    /// Notes too, and what a baseline knows.
    ALL,
    NONE;

    /// As in `severe`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public MarkedFindings next() {
        return switch (this) {
            case SEVERE -> ALL;
            case ALL -> NONE;
            case NONE -> SEVERE;
        };
    }

    /// The findings of a report that are marked.
    public List<Finding> of(InspectionReport report) {
        return switch (this) {
            case SEVERE ->
                report.findings().stream()
                        .filter(finding -> finding.problem().severity() != Severity.INFO)
                        .toList();
            case ALL ->
                Stream.concat(report.findings().stream(), report.frozen().stream())
                        .toList();
            case NONE -> List.of();
        };
    }
}
