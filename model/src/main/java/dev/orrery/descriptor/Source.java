package dev.orrery.descriptor;

import java.util.Optional;

/// Looks into source nodes as they are written, aliases and merge keys as such.
public final class Source {
    private Source() {}

    /// The entry that a mapping itself writes for a key; empty where it is merged in or missing.
    public static Optional<SourceNode.Entry> entry(SourceNode.Mapping mapping, String key) {
        return mapping.entries().stream()
                .filter(entry -> TreeEditing.isKey(entry, key))
                .findFirst();
    }

    /// The mapping that stands under a key, written there.
    public static Optional<SourceNode.Mapping> mapping(SourceNode.Mapping in, String key) {
        return entry(in, key)
                .map(SourceNode.Entry::value)
                .filter(SourceNode.Mapping.class::isInstance)
                .map(SourceNode.Mapping.class::cast);
    }

    /// Whether nothing is said: no value, or one that means none.
    public static boolean isNull(SourceNode node) {
        return node instanceof SourceNode.Scalar scalar && Scalars.type(scalar) == Value.Type.NULL;
    }

    /// Whether a mapping brings in others with `<<`.
    public static boolean merges(SourceNode.Mapping mapping) {
        return mapping.entries().stream()
                .anyMatch(entry -> entry.key() instanceof SourceNode.Scalar key && Scalars.isMerge(key));
    }
}
