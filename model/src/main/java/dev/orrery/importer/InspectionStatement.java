package dev.orrery.importer;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.RuleStatement;
import dev.orrery.descriptor.StatedRule;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.StatedInspections.Known;
import dev.orrery.importer.StatedInspections.StatedLimit;
import dev.orrery.importer.StatedInspections.StatedSeverity;
import dev.orrery.importer.StatedInspections.Suppression;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads `inspections` and `rules` of workspaces. Of several workspaces the first counts.
final class InspectionStatement {
    private static final Set<String> KEYS = Set.of("severity", "limits", "suppress");
    private static final Set<String> SUPPRESSION_KEYS = Set.of("rule", "subjects", "because");
    private static final List<String> SEVERITIES = List.of("error", "warning", "info", "off");
    private static final int MOST = 1_000_000;

    private final Binding binding;
    private final List<StatedRule> rules = new ArrayList<>();
    private final Map<String, StatedSeverity> severities = new TreeMap<>();
    private final Map<String, StatedLimit> limits = new TreeMap<>();
    private final List<Suppression> suppressions = new ArrayList<>();

    InspectionStatement(Binding binding) {
        this.binding = binding;
    }

    /// @param workspace its top
    void read(Value.Mapping workspace) {
        rules.addAll(new RuleStatement(binding).read(workspace, "rules"));
        binding.mapping(workspace, "inspections").ifPresent(stated -> {
            binding.keys(stated, KEYS);
            binding.mapping(stated, "severity").ifPresent(this::severities);
            binding.mapping(stated, "limits").ifPresent(this::limits);
            stated.get("suppress")
                    .ifPresent(all -> binding.items("suppress", all).forEach(this::suppression));
        });
    }

    StatedInspections stated(@Nullable Set<Known> baseline) {
        return new StatedInspections(rules, severities, limits, suppressions, baseline);
    }

    private void severities(Value.Mapping stated) {
        for (Value.Field field : stated.fields()) {
            binding.word(stated, field.key(), SEVERITIES)
                    .ifPresent(word -> severities.putIfAbsent(
                            field.key(), new StatedSeverity(Severity.of(word), field.keySource())));
        }
    }

    private void limits(Value.Mapping stated) {
        for (Value.Field field : stated.fields()) {
            binding.whole(stated, field.key(), 0, MOST)
                    .ifPresent(value -> limits.putIfAbsent(field.key(), new StatedLimit(value, field.keySource())));
        }
    }

    private void suppression(Value item) {
        Optional<Value.Mapping> stated = binding.mapping("suppress", item);
        stated.ifPresent(suppression -> {
            binding.keys(suppression, SUPPRESSION_KEYS);
            Optional<String> rule = binding.text(suppression, "rule");
            List<String> subjects = suppression.get("subjects").orElse(null) instanceof Value.Scalar
                    ? binding.text(suppression, "subjects").stream().toList()
                    : binding.texts(suppression, "subjects");
            if (rule.isEmpty() || subjects.isEmpty()) {
                binding.report(Problem.error("suppression-of-nothing", suppression.source()));
            } else {
                suppressions.add(new Suppression(
                        rule.get(),
                        subjects,
                        binding.text(suppression, "because")
                                .filter(words -> !words.isBlank())
                                .orElse(null),
                        suppression.source()));
            }
        });
    }
}
