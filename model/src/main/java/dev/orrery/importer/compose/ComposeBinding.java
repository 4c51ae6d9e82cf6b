package dev.orrery.importer.compose;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Takes values out of a Compose file, variables replaced. Each variable without a value is reported once, where it is
/// first met.
final class ComposeBinding {
    private final Binding binding;
    private final Variables variables;
    private final Set<String> reported = new HashSet<>();

    ComposeBinding(Variables variables, Consumer<Problem> report) {
        this.binding = new Binding(report);
        this.variables = variables;
    }

    Binding plain() {
        return binding;
    }

    void report(Problem problem) {
        binding.report(problem);
    }

    /// A text that is shown to people: what has no value stays as it is written.
    Optional<Value.Scalar> shown(String name, Value value) {
        return binding.scalar(name, value)
                .map(scalar -> with(scalar, replace(scalar).text()));
    }

    Optional<Value.Scalar> shown(Value.Mapping in, String key) {
        return in.get(key).flatMap(value -> shown(key, value));
    }

    /// A text that means something: empty where a part of it has no value.
    Optional<Value.Scalar> known(String name, Value value) {
        return binding.scalar(name, value).flatMap(scalar -> {
            Interpolation replaced = replace(scalar);
            return replaced.unresolved().isEmpty() && replaced.isWellFormed()
                    ? Optional.of(with(scalar, replaced.text()))
                    : Optional.empty();
        });
    }

    Optional<Value.Scalar> known(Value.Mapping in, String key) {
        return in.get(key).flatMap(value -> known(key, value));
    }

    private Interpolation replace(Value.Scalar scalar) {
        Interpolation replaced = Interpolation.of(scalar.text(), variables);
        for (String name : replaced.unresolved()) {
            if (reported.add(name)) {
                report(Problem.warning("unresolved-variable", scalar.source(), name));
            }
        }
        if (!replaced.isWellFormed()) {
            report(Problem.error("bad-interpolation", scalar.source(), scalar.text()));
        }
        return replaced;
    }

    private static Value.Scalar with(Value.Scalar scalar, String text) {
        return new Value.Scalar(text, scalar.type(), scalar.source());
    }
}
