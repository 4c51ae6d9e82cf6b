package dev.orrery.descriptor;

import dev.orrery.topology.SourceLocation;
import java.util.List;
import java.util.Optional;

/// A value as it is meant: aliases followed, merge keys applied. It knows where it is written; a value that is reached
/// through an alias stands where the alias stands, and what is inside it where the anchored node is written.
public sealed interface Value {
    SourceLocation source();

    /// What a scalar means in the core schema of YAML 1.2.
    enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /// One key of a mapping, with its value.
    ///
    /// @param keySource where the key is written; for a merged-in key, in the mapping that it comes from
    record Field(String key, SourceLocation keySource, Value value) {}

    /// @param text raw, so that `0123` and `1.0` stay names
    record Scalar(String text, Type type, SourceLocation source) implements Value {}

    /// Its fields are found when they are first asked for.
    final class Mapping implements Value {
        private final Resolver resolver;
        private final SourceNode.Mapping node;
        private final int start;

        Mapping(Resolver resolver, SourceNode.Mapping node, int start) {
            this.resolver = resolver;
            this.node = node;
            this.start = start;
        }

        /// Each key once, in written order, merged-in keys last. Of duplicate keys the last one counts.
        public List<Field> fields() {
            return List.copyOf(resolver.fields(node).values());
        }

        public Optional<Value> get(String key) {
            return field(key).map(Field::value);
        }

        public Optional<Field> field(String key) {
            return Optional.ofNullable(resolver.fields(node).get(key));
        }

        @Override
        public SourceLocation source() {
            return resolver.locate(start);
        }
    }

    /// A list; its items are found when they are first asked for.
    final class Sequence implements Value {
        private final Resolver resolver;
        private final SourceNode.Sequence node;
        private final int start;

        Sequence(Resolver resolver, SourceNode.Sequence node, int start) {
            this.resolver = resolver;
            this.node = node;
            this.start = start;
        }

        public List<Value> items() {
            return node.items().stream().map(resolver::value).toList();
        }

        @Override
        public SourceLocation source() {
            return resolver.locate(start);
        }
    }
}
