package dev.orrery.importer.compose;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Takes values out of a project whose variables have been replaced. Each variable without a value is reported once,
/// where it is first met.
final class ComposeBinding {
    private final Binding binding;
    private final Set<String> reported = new HashSet<>();

    ComposeBinding(Consumer<Problem> report) {
        this.binding = new Binding(report);
    }

    Binding plain() {
        return binding;
    }

    void report(Problem problem) {
        binding.report(problem);
    }

    /// A text that is shown to people: what has no value stays as it is written.
    Optional<Value.Scalar> shown(String name, Value value) {
        return binding.scalar(name, value).map(scalar -> {
            reportOpen(scalar);
            return scalar;
        });
    }

    Optional<Value.Scalar> shown(Value.Mapping in, String key) {
        return in.get(key).flatMap(value -> shown(key, value));
    }

    /// A text that means something: empty where a part of it has no value.
    Optional<Value.Scalar> known(String name, Value value) {
        return shown(name, value).filter(OpenText::isComplete);
    }

    Optional<Value.Scalar> known(Value.Mapping in, String key) {
        return in.get(key).flatMap(value -> known(key, value));
    }

    private void reportOpen(Value.Scalar scalar) {
        for (String name : OpenText.unresolved(scalar)) {
            if (reported.add(name)) {
                report(Problem.warning("unresolved-variable", scalar.source(), name));
            }
        }
        if (OpenText.isBroken(scalar)) {
            report(Problem.error("bad-interpolation", scalar.source(), scalar.text()));
        }
    }
}
