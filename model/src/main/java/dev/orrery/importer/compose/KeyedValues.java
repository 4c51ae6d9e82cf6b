package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What Compose lets people write as a list or as a mapping, brought to one of the two. A value of neither form stays
/// as it is.
final class KeyedValues {
    private KeyedValues() {}

    /// `[db]` as `{db: {condition: service_started, required: true}}`.
    static Value dependencies(Value value) {
        return mapping(value, item -> {
            SourceLocation place = item.source();
            Value meaning = OpenText.isComplete(item)
                    ? Value.Mapping.of(
                            List.of(
                                    field("condition", new Value.Scalar("service_started", Value.Type.TEXT, place)),
                                    field("required", new Value.Scalar("true", Value.Type.BOOLEAN, place))),
                            place)
                    : item;
            return new Value.Field(item.text(), place, meaning);
        });
    }

    /// `[back]` as `{back: }`.
    static Value names(Value value) {
        return mapping(value, item -> field(item.text(), nothing(item)));
    }

    /// `["A=b", C]` as `{A: b, C: }`.
    static Value assignments(Value value, char sign) {
        return mapping(value, item -> {
            int at = item.text().indexOf(sign);
            return at < 0
                    ? field(item.text(), nothing(item))
                    : field(
                            item.text().substring(0, at),
                            OpenText.part(item, item.text().substring(at + 1)));
        });
    }

    /// `["db:10.0.0.1"]`, or with `=`, as `{db: 10.0.0.1}`.
    static Value hosts(Value value) {
        return mapping(value, item -> {
            char sign = item.text().indexOf('=') < 0 ? ':' : '=';
            int at = item.text().indexOf(sign);
            return field(at < 0 ? item.text() : item.text().substring(0, at), item);
        });
    }

    /// A single item as a list of one.
    static Value.Sequence list(Value value) {
        if (value instanceof Value.Sequence list) {
            return list;
        }
        boolean isNothing = value instanceof Value.Scalar scalar && scalar.type() == Value.Type.NULL;
        return Value.Sequence.of(isNothing ? List.of() : List.of(value), value.source());
    }

    /// What tells an item of a list from the others: its text, or its path.
    static Object key(Value item) {
        return switch (item) {
            case Value.Scalar scalar -> scalar.text();
            case Value.Mapping mapping ->
                mapping.get("path").orElse(null) instanceof Value.Scalar path ? path.text() : item;
            case Value.Sequence _ -> item;
        };
    }

    private static Value mapping(Value value, Function<Value.Scalar, Value.Field> field) {
        if (!(value instanceof Value.Sequence list)) {
            return value;
        }
        List<Value.Field> fields = new ArrayList<>();
        for (Value item : list.items()) {
            if (item instanceof Value.Scalar scalar && scalar.type() != Value.Type.NULL) {
                fields.add(field.apply(scalar));
            }
        }
        return Value.Mapping.of(fields, list.source());
    }

    private static Value.Field field(String key, Value value) {
        return new Value.Field(key, value.source(), value);
    }

    private static Value.Scalar nothing(Value.Scalar item) {
        return new Value.Scalar("", Value.Type.NULL, item.source());
    }
}
