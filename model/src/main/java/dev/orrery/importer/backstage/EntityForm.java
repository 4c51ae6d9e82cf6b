package dev.orrery.importer.backstage;

import dev.orrery.descriptor.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells entities of a catalog from what else has an `apiVersion` and a `kind`.
final class EntityForm {
    /// Forks write their own domain instead; then the kind and what only it has must tell.
    private static final String DOMAIN = "backstage.io/";

    private static final Map<String, List<Set<String>>> SPECS = Map.of(
            "Component", List.of(Set.of("type", "owner"), Set.of("type", "lifecycle")),
            "API", List.of(Set.of("type", "definition"), Set.of("type", "lifecycle", "owner")),
            "Resource", List.of(Set.of("type", "owner")),
            "System", List.of(Set.of("owner")),
            "Domain", List.of(Set.of("owner")),
            "Group", List.of(Set.of("type", "children"), Set.of("type", "members"), Set.of("type", "parent")),
            "User", List.of(Set.of("memberOf")),
            "Location", List.of(Set.of("target"), Set.of("targets")));
    private static final int FIRST_ITEMS = 20;

    private EntityForm() {}

    /// One entity, a list of them, or a mapping with such a list as `items`.
    static boolean accepts(Value root) {
        return switch (root) {
            case Value.Scalar _ -> false;
            case Value.Sequence list -> list.items().stream().limit(FIRST_ITEMS).anyMatch(EntityForm::isEntity);
            case Value.Mapping mapping -> isEntity(mapping) || isAnswer(mapping);
        };
    }

    private static boolean isAnswer(Value.Mapping mapping) {
        return mapping.get("items")
                .filter(items -> items instanceof Value.Sequence list
                        && list.items().stream().limit(FIRST_ITEMS).anyMatch(EntityForm::isEntity))
                .isPresent();
    }

    /// The entities of a document that was accepted.
    static Stream<Value.Mapping> entities(Value root) {
        return switch (root) {
            case Value.Scalar _ -> Stream.empty();
            case Value.Sequence list -> list.items().stream().flatMap(EntityForm::entity);
            case Value.Mapping mapping ->
                isEntity(mapping)
                        ? Stream.of(mapping)
                        : mapping.get("items").stream().flatMap(EntityForm::entities);
        };
    }

    private static Stream<Value.Mapping> entity(Value value) {
        return value instanceof Value.Mapping mapping && isEntity(mapping) ? Stream.of(mapping) : Stream.empty();
    }

    private static boolean isEntity(Value value) {
        if (!(value instanceof Value.Mapping mapping)) {
            return false;
        }
        Optional<String> kind = text(mapping, "kind");
        Optional<String> version = text(mapping, "apiVersion");
        if (kind.isEmpty() || version.isEmpty()) {
            return false;
        }
        return version.get().contains(DOMAIN) || looksLike(kind.get(), mapping);
    }

    private static boolean looksLike(String kind, Value.Mapping mapping) {
        boolean isNamed = mapping.get("metadata")
                .filter(metadata -> metadata instanceof Value.Mapping known
                        && known.get("name").isPresent())
                .isPresent();
        return isNamed
                && mapping.get("spec").orElse(null) instanceof Value.Mapping spec
                && SPECS.getOrDefault(kind, List.of()).stream()
                        .anyMatch(keys ->
                                keys.stream().allMatch(key -> spec.get(key).isPresent()));
    }

    private static Optional<String> text(Value.Mapping mapping, String key) {
        return mapping.get(key)
                .flatMap(value -> value instanceof Value.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty());
    }
}
