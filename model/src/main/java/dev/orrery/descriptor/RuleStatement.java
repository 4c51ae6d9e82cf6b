package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.topology.DependencyKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads `rules` of a native descriptor or a workspace: a mapping from a name to a rule.
public final class RuleStatement {
    private static final String ALLOWED = "allowed";
    private static final String FORBIDDEN = "forbidden";

    private final Binding binding;

    public RuleStatement(Binding binding) {
        this.binding = binding;
    }

    /// What is wrong is reported; a rule that does not say from where or to where is left out.
    public List<StatedRule> read(Value.Mapping in, String key) {
        return binding.mapping(in, key).stream()
                .flatMap(all -> all.fields().stream())
                .flatMap(this::rule)
                .toList();
    }

    private Stream<StatedRule> rule(Value.Field field) {
        Optional<Value.Mapping> stated = binding.mapping(field.key(), field.value());
        if (stated.isEmpty()) {
            return Stream.empty();
        }
        Value.Mapping rule = stated.get();
        binding.keys(rule, NativeKeys.RULE);
        Value.Scalar from = binding.scalar(rule, "from").orElse(null);
        Value.Scalar to = binding.scalar(rule, "to").orElse(null);
        if (from == null || to == null) {
            binding.report(Problem.error("rule-without-ends", field.keySource(), field.key()));
            return Stream.empty();
        }
        return Stream.of(new StatedRule(
                field.key(),
                !ALLOWED.equals(word(rule, "dependency", List.of(FORBIDDEN, ALLOWED))),
                from,
                to,
                binding.scalar(rule, "via").orElse(null),
                Optional.ofNullable(word(
                                rule,
                                "kind",
                                Arrays.stream(DependencyKind.values())
                                        .map(DependencyKind::word)
                                        .toList()))
                        .flatMap(DependencyKind::of)
                        .orElse(null),
                severity(rule),
                binding.text(rule, "because").orElse(null),
                field.keySource()));
    }

    private Severity severity(Value.Mapping rule) {
        String word = word(
                rule,
                "severity",
                Arrays.stream(Severity.values()).map(Severity::word).toList());
        return Severity.of(word).orElse(Severity.ERROR);
    }

    private @Nullable String word(Value.Mapping rule, String key, List<String> possible) {
        return binding.word(rule, key, possible).orElse(null);
    }
}
