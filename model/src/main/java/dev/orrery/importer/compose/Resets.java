package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The places in a document that `!reset` and `!override` mark. What stood there before the document is removed; the
/// latter puts a value of its own in its place.
record Resets(List<List<String>> paths) {
    Resets {
        paths = List.copyOf(paths);
    }

    /// Takes what is marked out of the services that were defined before.
    void applyTo(Map<String, Definition> services) {
        for (List<String> path : paths) {
            if (path.size() == 1) {
                services.remove(path.getFirst());
            } else {
                services.computeIfPresent(
                        path.getFirst(),
                        (_, earlier) -> earlier.with(without(earlier.body(), path.subList(1, path.size()))));
            }
        }
    }

    /// The base of a service that extends it, without what the service marks.
    Value without(String service, Value base) {
        Map<String, Definition> one = new TreeMap<>();
        one.put(service, new Definition(List.of(base.source()), base));
        applyTo(one);
        Definition left = one.get(service);
        return left == null ? base : left.body();
    }

    private static Value without(Value value, List<String> path) {
        if (!(KeyedValues.assignments(value, '=') instanceof Value.Mapping mapping)
                || mapping.get(path.getFirst()).isEmpty()) {
            return value;
        }
        String key = path.getFirst();
        List<Value.Field> left = mapping.fields().stream()
                .filter(field -> path.size() > 1 || !field.key().equals(key))
                .map(field -> field.key().equals(key) && path.size() > 1
                        ? new Value.Field(key, field.keySource(), without(field.value(), path.subList(1, path.size())))
                        : field)
                .toList();
        return Value.Mapping.of(left, mapping.source());
    }
}
