package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One entry of `include`: files that are merged and make a project of their own, whose services are then added.
///
/// @param paths at least one, as written
/// @param folder in which their relative paths begin; null for that of the first of them
/// @param envFiles with their variables; null for `.env` in the folder
record Inclusion(
        List<Value.Scalar> paths,
        Value.@Nullable Scalar folder,
        @Nullable List<Value.Scalar> envFiles) {

    static List<Inclusion> of(Value include, ComposeBinding binding) {
        return KeyedValues.list(include).items().stream()
                .flatMap(item -> one(item, binding).stream())
                .filter(inclusion -> !inclusion.paths().isEmpty())
                .toList();
    }

    private static Optional<Inclusion> one(Value item, ComposeBinding binding) {
        return switch (item) {
            case Value.Scalar _ -> Optional.of(new Inclusion(texts(item, "include", binding), null, null));
            case Value.Sequence list -> {
                binding.plain().mapping("include", list);
                yield Optional.empty();
            }
            case Value.Mapping mapping ->
                Optional.of(new Inclusion(
                        mapping.get("path").stream()
                                .flatMap(paths -> texts(paths, "path", binding).stream())
                                .toList(),
                        binding.known(mapping, "project_directory").orElse(null),
                        mapping.get("env_file")
                                .map(files -> texts(files, "env_file", binding))
                                .orElse(null)));
        };
    }

    private static List<Value.Scalar> texts(Value value, String name, ComposeBinding binding) {
        Stream<Value> items = KeyedValues.list(value).items().stream();
        return items.flatMap(item -> binding.known(name, item).stream())
                .filter(text -> !text.text().isBlank())
                .toList();
    }
}
