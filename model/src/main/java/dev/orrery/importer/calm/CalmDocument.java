package dev.orrery.importer.calm;

import dev.orrery.descriptor.Value;
import java.util.Optional;

/// What sort of CALM document a JSON text is.
enum CalmDocument {
    ARCHITECTURE,
    /// A JSON Schema for architectures.
    PATTERN,
    /// Names architectures at points in time.
    TIMELINE;

    static Optional<CalmDocument> of(Value.Mapping root) {
        boolean isOwn = root.get("$schema")
                .filter(schema -> schema instanceof Value.Scalar text && isOwnSchema(text.text()))
                .isPresent();
        if (hasItem(root, "nodes", "unique-id") || hasItem(root, "relationships", "relationship-type")) {
            return Optional.of(ARCHITECTURE);
        }
        if (isOwn && (isList(root, "nodes") || isList(root, "relationships"))) {
            return Optional.of(ARCHITECTURE);
        }
        if (isList(root, "moments") && (isOwn || hasItem(root, "moments", "unique-id"))) {
            return Optional.of(TIMELINE);
        }
        return isPattern(root) ? Optional.of(PATTERN) : Optional.empty();
    }

    private static boolean isOwnSchema(String schema) {
        return schema.contains("calm") && (schema.contains("/meta/") || schema.contains("finos"));
    }

    /// Says of nodes what they must be, one by one.
    private static boolean isPattern(Value.Mapping root) {
        return root.get("properties").orElse(null) instanceof Value.Mapping properties
                && (constrains(properties, "nodes") || constrains(properties, "relationships"))
                && (properties.get("nodes").isEmpty()
                        || properties.get("nodes").orElseThrow() instanceof Value.Mapping);
    }

    private static boolean constrains(Value.Mapping properties, String key) {
        return properties.get(key).orElse(null) instanceof Value.Mapping nodes
                && nodes.get("prefixItems").orElse(null) instanceof Value.Sequence;
    }

    private static boolean isList(Value.Mapping root, String key) {
        return root.get(key).orElse(null) instanceof Value.Sequence;
    }

    private static boolean hasItem(Value.Mapping root, String key, String itemKey) {
        return root.get(key).orElse(null) instanceof Value.Sequence list
                && list.items().stream()
                        .anyMatch(item -> item instanceof Value.Mapping mapping
                                && mapping.get(itemKey).isPresent());
    }
}
