package dev.orrery.importer;

import dev.orrery.descriptor.StatedRule;
import dev.orrery.problem.Severity;
import dev.orrery.topology.SourceLocation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What descriptors, a workspace and a baseline state about inspections. Whether there are such rules and limits is
/// for the inspections to say.
///
/// @param rules about who may need whom, in the order in which their files count
/// @param severities of rules of inspection, by their names, sorted
/// @param limits by their names, sorted
/// @param suppressions in written order
/// @param baseline findings that are known; null where no baseline is kept
public record StatedInspections(
        List<StatedRule> rules,
        Map<String, StatedSeverity> severities,
        Map<String, StatedLimit> limits,
        List<Suppression> suppressions,
        @Nullable Set<Known> baseline) {
    public static final StatedInspections NONE = new StatedInspections(List.of(), Map.of(), Map.of(), List.of(), null);

    public StatedInspections {
        rules = List.copyOf(rules);
        severities = Collections.unmodifiableMap(new TreeMap<>(severities));
        limits = Collections.unmodifiableMap(new TreeMap<>(limits));
        suppressions = List.copyOf(suppressions);
        baseline = baseline == null ? null : Set.copyOf(baseline);
    }

    /// @param severity empty where the rule is off
    public record StatedSeverity(Optional<Severity> severity, SourceLocation source) {}

    public record StatedLimit(int value, SourceLocation source) {}

    /// Findings of a rule that are not to be told.
    ///
    /// @param subjects ids of services, or patterns with `*`; a finding about all of them is meant
    /// @param because why; null where nothing is said
    public record Suppression(
            String rule, List<String> subjects, @Nullable String because, SourceLocation source) {
        public Suppression {
            subjects = List.copyOf(subjects);
        }
    }

    /// A finding as a baseline names it.
    ///
    /// @param subjects sorted
    public record Known(String rule, String code, List<String> subjects) {
        public Known {
            subjects = subjects.stream().sorted().toList();
        }
    }

    StatedInspections withRules(List<StatedRule> others) {
        return new StatedInspections(others, severities, limits, suppressions, baseline);
    }
}
