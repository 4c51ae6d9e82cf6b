package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a later definition of a service changes an earlier one: Compose specification, chapter "Merge and override".
///
/// Mappings are joined, lists appended, other values replaced. Lists whose entries have a key of their own hold each
/// key once, and what may be written as a list or as a mapping is brought to one form first.
final class ComposeMerge {
    private ComposeMerge() {}

    static Value service(Value earlier, Value later) {
        if (!(earlier instanceof Value.Mapping base)) {
            return isNull(later) ? earlier : later;
        }
        if (!(later instanceof Value.Mapping over)) {
            return isNull(later) ? earlier : later;
        }
        Map<String, Value.Field> merged = fields(base);
        for (Value.Field field : over.fields()) {
            merged.merge(
                    field.key(),
                    field,
                    (old, added) -> new Value.Field(
                            old.key(), old.keySource(), attribute(old.key(), old.value(), added.value())));
        }
        return mapping(merged, base.source());
    }

    private static Value attribute(String key, Value base, Value over) {
        return switch (key) {
            case "command", "entrypoint" -> over;
            case "depends_on" -> any(KeyedValues.dependencies(base), KeyedValues.dependencies(over));
            case "networks" -> networks(KeyedValues.names(base), KeyedValues.names(over));
            case "environment" -> keyed(KeyedValues.assignments(base, '='), KeyedValues.assignments(over, '='));
            case "extra_hosts" -> keyed(KeyedValues.hosts(base), KeyedValues.hosts(over));
            case "env_file", "links", "external_links", "volumes_from", "profiles" ->
                isNull(over) ? base : unique(KeyedValues.list(base), KeyedValues.list(over));
            case "healthcheck" -> healthCheck(base, over);
            default -> any(base, over);
        };
    }

    private static Value any(Value base, Value over) {
        if (isNull(over)) {
            return base;
        }
        if (base instanceof Value.Mapping first && over instanceof Value.Mapping second) {
            Map<String, Value.Field> merged = fields(first);
            for (Value.Field field : second.fields()) {
                merged.merge(field.key(), field, (old, added) -> replaced(old, any(old.value(), added.value())));
            }
            return mapping(merged, first.source());
        }
        if (base instanceof Value.Sequence first && over instanceof Value.Sequence second) {
            List<Value> all = new ArrayList<>(first.items());
            all.addAll(second.items());
            return Value.Sequence.of(all, first.source());
        }
        return over;
    }

    /// A variable that is named again takes the new value, even if that is none.
    private static Value keyed(Value base, Value over) {
        if (!(base instanceof Value.Mapping first) || !(over instanceof Value.Mapping second)) {
            return isNull(over) ? base : over;
        }
        Map<String, Value.Field> merged = fields(first);
        second.fields().forEach(field -> merged.put(field.key(), field));
        return mapping(merged, first.source());
    }

    private static Value networks(Value base, Value over) {
        if (!(base instanceof Value.Mapping first) || !(over instanceof Value.Mapping second)) {
            return isNull(over) ? base : over;
        }
        Map<String, Value.Field> merged = fields(first);
        for (Value.Field field : second.fields()) {
            merged.merge(field.key(), field, (old, added) -> replaced(old, any(old.value(), added.value())));
        }
        return mapping(merged, first.source());
    }

    private static Value healthCheck(Value base, Value over) {
        if (!(base instanceof Value.Mapping first) || !(over instanceof Value.Mapping second)) {
            return isNull(over) ? base : over;
        }
        Map<String, Value.Field> merged = fields(first);
        for (Value.Field field : second.fields()) {
            merged.merge(
                    field.key(),
                    field,
                    (old, added) -> old.key().equals("test") ? added : replaced(old, any(old.value(), added.value())));
        }
        return mapping(merged, first.source());
    }

    /// Of two items with one key the later one counts, at the place of the earlier one.
    private static Value unique(Value.Sequence base, Value.Sequence over) {
        Map<Object, Value> byKey = new LinkedHashMap<>();
        base.items().forEach(item -> byKey.put(KeyedValues.key(item), item));
        over.items().forEach(item -> byKey.put(KeyedValues.key(item), item));
        return Value.Sequence.of(List.copyOf(byKey.values()), base.source());
    }

    private static Value.Field replaced(Value.Field field, Value value) {
        return new Value.Field(field.key(), field.keySource(), value);
    }

    private static Map<String, Value.Field> fields(Value.Mapping mapping) {
        Map<String, Value.Field> fields = new LinkedHashMap<>();
        mapping.fields().forEach(field -> fields.put(field.key(), field));
        return fields;
    }

    private static Value.Mapping mapping(Map<String, Value.Field> fields, SourceLocation source) {
        return Value.Mapping.of(List.copyOf(fields.values()), source);
    }

    private static boolean isNull(Value value) {
        return value instanceof Value.Scalar scalar && scalar.type() == Value.Type.NULL;
    }
}
