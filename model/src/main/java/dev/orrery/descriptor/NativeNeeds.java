package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import java.util.Optional;

/// `depends_on` of the native format: a list of ids, or a map from id to what is known of the dependency.
final class NativeNeeds {
    private static final String RULE = "native.depends_on";

    private final Binding binding;

    NativeNeeds(Binding binding) {
        this.binding = binding;
    }

    List<Draft.Need> read(String from, Value.Mapping service) {
        return switch (service.get("depends_on").orElse(null)) {
            case null -> List.of();
            case Value.Mapping map ->
                map.fields().stream().map(field -> detailed(from, field)).toList();
            case Value.Sequence list ->
                list.items().stream()
                        .flatMap(item -> binding.scalar("depends_on", item).stream())
                        .map(target -> plain(from, target.text(), target.source()))
                        .toList();
            case Value.Scalar scalar -> {
                if (scalar.type() != Value.Type.NULL) {
                    binding.report(Problem.error("expected-list-or-mapping", scalar.source(), "depends_on"));
                }
                yield List.of();
            }
        };
    }

    private Draft.Need detailed(String from, Value.Field field) {
        Optional<Value.Mapping> body = binding.mapping(field.key(), field.value());
        if (body.isEmpty()) {
            return plain(from, field.key(), field.keySource());
        }
        Value.Mapping known = body.get();
        binding.keys(known, NativeKeys.DEPENDENCY);
        DependencyKind kind = binding.scalar(known, "kind").flatMap(this::kind).orElse(null);
        return new Draft.Need(
                from,
                field.key(),
                kind,
                binding.bool(known, "required").orElse(true),
                binding.text(known, "protocol").orElse(null),
                binding.text(known, "api").orElse(null),
                declared(field.keySource()));
    }

    private Optional<DependencyKind> kind(Value.Scalar word) {
        Optional<DependencyKind> kind = DependencyKind.of(word.text());
        if (kind.isEmpty()) {
            binding.report(Problem.error("unknown-dependency-kind", word.source(), word.text()));
        }
        return kind;
    }

    private static Draft.Need plain(String from, String to, SourceLocation source) {
        return new Draft.Need(from, to, null, true, null, null, declared(source));
    }

    private static Evidence declared(SourceLocation source) {
        return new Evidence(Certainty.DECLARED, RULE, source);
    }
}
