package dev.orrery.descriptor;

import dev.orrery.topology.SourceLocation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value as it is meant: aliases followed, merge keys applied. It knows where it is written; a value that is reached
/// through an alias stands where the alias stands, and what is inside it where the anchored node is written.
public sealed interface Value {
    SourceLocation source();

    /// The tag as written, such as `!reset`; empty where there is none.
    Optional<String> tag();

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
    /// @param written the tag, if any
    record Scalar(
            String text,
            Type type,
            SourceLocation source,
            @Nullable String written) implements Value {
        public Scalar(String text, Type type, SourceLocation source) {
            this(text, type, source, null);
        }

        @Override
        public Optional<String> tag() {
            return Optional.ofNullable(written);
        }
    }

    /// Its fields are found when they are first asked for.
    final class Mapping implements Value {
        private final Supplier<Map<String, Field>> fields;
        private final Supplier<SourceLocation> source;
        private final @Nullable String tag;

        Mapping(Supplier<Map<String, Field>> fields, Supplier<SourceLocation> source, @Nullable String tag) {
            this.fields = fields;
            this.source = source;
            this.tag = tag;
        }

        /// A mapping that is put together from others, as where one file overrides another.
        public static Mapping of(List<Field> fields, SourceLocation source) {
            Map<String, Field> byKey = LinkedHashMap.newLinkedHashMap(fields.size());
            fields.forEach(field -> byKey.put(field.key(), field));
            Map<String, Field> known = Collections.unmodifiableMap(byKey);
            return new Mapping(() -> known, () -> source, null);
        }

        /// Each key once, in written order, merged-in keys last. Of duplicate keys the last one counts.
        public List<Field> fields() {
            return List.copyOf(fields.get().values());
        }

        public Optional<Value> get(String key) {
            return field(key).map(Field::value);
        }

        public Optional<Field> field(String key) {
            return Optional.ofNullable(fields.get().get(key));
        }

        @Override
        public SourceLocation source() {
            return source.get();
        }

        @Override
        public Optional<String> tag() {
            return Optional.ofNullable(tag);
        }
    }

    /// A list; its items are found when they are first asked for.
    final class Sequence implements Value {
        private final Supplier<List<Value>> items;
        private final Supplier<SourceLocation> source;
        private final @Nullable String tag;

        Sequence(Supplier<List<Value>> items, Supplier<SourceLocation> source, @Nullable String tag) {
            this.items = items;
            this.source = source;
            this.tag = tag;
        }

        /// A list that is put together from others.
        public static Sequence of(List<Value> items, SourceLocation source) {
            List<Value> known = List.copyOf(items);
            return new Sequence(() -> known, () -> source, null);
        }

        public List<Value> items() {
            return items.get();
        }

        @Override
        public SourceLocation source() {
            return source.get();
        }

        @Override
        public Optional<String> tag() {
            return Optional.ofNullable(tag);
        }
    }
}
