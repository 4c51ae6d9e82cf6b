package dev.orrery.scenario;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Resolver;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Scenarios as a workspace keeps them, under the key `scenarios`: names to lists of steps.
///
/// ```yaml
/// scenarios:
///   Payments on their own:
///     - move-service: {service: payments, to: payments-context}
///     - down: {service: payment-provider}
/// ```
public final class ScenarioText {
    /// The key in a workspace.
    public static final String KEY = "scenarios";

    private ScenarioText() {}

    /// The scenarios of a workspace, in written order.
    ///
    /// @param report told of steps that are not understood; their scenario is left out, since without them it
    ///     would be another one
    public static List<Scenario> read(SourceText workspace, Consumer<Problem> report) {
        SourceTree tree = SourceTreeReader.read(workspace);
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        Binding binding = new Binding(report);
        // The workspace's own reader tells what else is wrong with it.
        tree.documents().stream()
                .limit(1)
                .flatMap(document -> Resolver.resolve(tree, document, _ -> {}).stream())
                .flatMap(root -> root instanceof Value.Mapping mapping
                        ? Optional.of(mapping).stream()
                        : Optional.<Value.Mapping>empty().stream())
                .flatMap(root -> binding.mapping(root, KEY).stream())
                .flatMap(all -> all.fields().stream())
                .forEach(field ->
                        read(field, binding).ifPresent(scenario -> scenarios.putIfAbsent(field.key(), scenario)));
        return List.copyOf(scenarios.values());
    }

    private static Optional<Scenario> read(Value.Field field, Binding binding) {
        if (field.key().isBlank()) {
            binding.report(Problem.error("empty-name", field.keySource()));
            return Optional.empty();
        }
        Scenario scenario = new Scenario(field.key(), List.of(), List.of());
        for (Value item : binding.items(field.key(), field.value())) {
            Optional<Step> step = binding.mapping(field.key(), item).flatMap(mapping -> Step.read(mapping, binding));
            if (step.isEmpty()) {
                return Optional.empty();
            }
            scenario = switch (step.get()) {
                case Step.Edit(var edit) -> scenario.withEdit(edit);
                case Step.Assumed(var fault) -> scenario.withFault(fault);
            };
        }
        return Optional.of(scenario);
    }

    /// The section that keeps scenarios, without a line end at its end; empty for none.
    public static String section(List<Scenario> scenarios) {
        return scenarios.isEmpty()
                ? ""
                : KEY + ":\n" + scenarios.stream().map(ScenarioText::written).collect(Collectors.joining("\n"));
    }

    private static String written(Scenario scenario) {
        List<String> lines = new ArrayList<>();
        scenario.edits().forEach(edit -> lines.add("    - " + StepWords.of(edit)));
        scenario.faults().forEach(fault -> lines.add("    - " + StepWords.of(fault)));
        String name = "  " + StepWords.quoted(scenario.name()) + ":";
        return lines.isEmpty() ? name + " []" : name + "\n" + String.join("\n", lines);
    }
}
