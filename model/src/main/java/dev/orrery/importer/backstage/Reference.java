package dev.orrery.importer.backstage;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A reference to an entity as it is written: `[kind:][namespace/]name`, or a mapping with these keys.
///
/// @param kind null where it is left to the field in which the reference stands
/// @param namespace null where it is that of the entity in which the reference stands
record Reference(@Nullable String kind, @Nullable String namespace, String name, SourceLocation source) {

    /// @param key under which it stands, for the problem
    static Optional<Reference> read(String key, Value value, Binding binding) {
        return value instanceof Value.Mapping parts
                ? readParts(parts, binding)
                : binding.scalar(key, value).flatMap(text -> readText(text, binding));
    }

    private static Optional<Reference> readParts(Value.Mapping parts, Binding binding) {
        Optional<String> name = binding.text(parts, "name").filter(text -> !text.isBlank());
        if (name.isEmpty()) {
            binding.report(Problem.error("backstage-bad-reference", parts.source(), "name"));
        }
        return name.map(text -> new Reference(
                binding.text(parts, "kind").orElse(null),
                binding.text(parts, "namespace").orElse(null),
                text,
                parts.source()));
    }

    private static Optional<Reference> readText(Value.Scalar scalar, Binding binding) {
        String text = scalar.text().strip();
        if (Placeholders.isIn(text)) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        String kind = colon < 0 ? null : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        int slash = rest.indexOf('/');
        String namespace = slash < 0 ? null : rest.substring(0, slash);
        String name = rest.substring(slash + 1);
        boolean isWhole = isPart(kind) && isPart(namespace) && isPart(name);
        if (!isWhole) {
            binding.report(Problem.error("backstage-bad-reference", scalar.source(), text));
            return Optional.empty();
        }
        return Optional.of(new Reference(kind, namespace, name, scalar.source()));
    }

    private static boolean isPart(@Nullable String part) {
        return part == null || (!part.isBlank() && part.indexOf(':') < 0 && part.indexOf('/') < 0);
    }

    /// What it means where it stands.
    EntityRef in(String defaultNamespace, String defaultKind) {
        return new EntityRef(kind == null ? defaultKind : kind, namespace == null ? defaultNamespace : namespace, name);
    }
}
