package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import java.util.List;

/// Tells Compose files from other YAML, by what they hold.
final class ComposeForm {
    private ComposeForm() {}

    static boolean isCompose(Value.Mapping root) {
        if (root.get("services").isPresent()) {
            return root.get("services").filter(ComposeForm::areServices).isPresent();
        }
        return isWithoutServices(root) || isVersion1(root);
    }

    /// A service says something that Compose knows, unless none says anything at all: other tools have `services` too.
    private static boolean areServices(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> scalar.type() == Value.Type.NULL;
            case Value.Sequence _ -> false;
            case Value.Mapping services -> {
                List<Value> bodies =
                        services.fields().stream().map(Value.Field::value).toList();
                yield bodies.stream().anyMatch(ComposeForm::isService)
                        || bodies.stream().allMatch(ComposeForm::saysNothing);
            }
        };
    }

    private static boolean isService(Value value) {
        return value instanceof Value.Mapping body
                && body.fields().stream().anyMatch(field -> ComposeKeys.SERVICE.contains(field.key()));
    }

    private static boolean saysNothing(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> scalar.type() == Value.Type.NULL;
            case Value.Sequence _ -> false;
            case Value.Mapping body -> body.fields().isEmpty();
        };
    }

    /// `include` or `version` alone, or with volumes and networks.
    private static boolean isWithoutServices(Value.Mapping root) {
        boolean says = root.get("include").isPresent() || root.get("version").isPresent();
        return says
                && root.fields().stream()
                        .allMatch(field -> ComposeKeys.TOP.contains(field.key())
                                || field.key().startsWith("x-"));
    }

    /// Every key is a service, and says so with keys that only services have.
    static boolean isVersion1(Value.Mapping root) {
        List<Value.Field> fields = root.fields();
        return root.get("services").isEmpty()
                && fields.stream().allMatch(field -> isServiceOfVersion1(field.value()))
                && fields.stream()
                        .anyMatch(field -> field.value() instanceof Value.Mapping body
                                && (body.get("image").orElse(null) instanceof Value.Scalar
                                        || body.get("build").orElse(null) instanceof Value.Scalar));
    }

    private static boolean isServiceOfVersion1(Value value) {
        return value instanceof Value.Mapping body
                && body.fields().stream().allMatch(field -> ComposeKeys.SERVICE.contains(field.key()));
    }
}
