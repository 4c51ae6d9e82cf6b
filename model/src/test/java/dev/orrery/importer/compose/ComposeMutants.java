package dev.orrery.importer.compose;

import dev.orrery.descriptor.Resolver;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.descriptor.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The same project in other words, as JSON, which is YAML too.
final class ComposeMutants {
    private static final Set<String> BOTH_FORMS = Set.of("depends_on", "environment");

    private ComposeMutants() {}

    static String json(String text) {
        return write(tree(text));
    }

    /// Every service under another name, wherever a declared dependency names it.
    static String renamed(String text, String prefix) {
        Map<String, Object> root = tree(text);
        Map<String, Object> services = new LinkedHashMap<>();
        mapping(root.get("services")).forEach((id, body) -> {
            Map<String, Object> own = mapping(body);
            own.computeIfPresent("depends_on", (_, needed) -> rename(needed, prefix::concat));
            own.computeIfPresent("links", (_, needed) -> rename(needed, prefix::concat));
            services.put(prefix + id, own);
        });
        root.put("services", services);
        return write(root);
    }

    static String reordered(String text) {
        return write(reversed(tree(text)));
    }

    /// Lists of `depends_on` and `environment` as mappings, and the other way round.
    static String swapped(String text) {
        Map<String, Object> root = tree(text);
        for (Object body : mapping(root.get("services")).values()) {
            mapping(body).replaceAll((key, value) -> BOTH_FORMS.contains(key) ? otherForm(key, value) : value);
        }
        return write(root);
    }

    /// Two files that only together are the project: each has every other key of every other service.
    static List<String> split(String text) {
        List<String> halves = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            Map<String, Object> services = new LinkedHashMap<>();
            int number = half;
            for (Map.Entry<String, Object> service :
                    mapping(tree(text).get("services")).entrySet()) {
                Map<String, Object> own = new LinkedHashMap<>();
                for (Map.Entry<String, Object> entry :
                        mapping(service.getValue()).entrySet()) {
                    if (number++ % 2 == 0) {
                        own.put(entry.getKey(), entry.getValue());
                    }
                }
                services.put(service.getKey(), own);
            }
            halves.add(write(Map.of("services", services)));
        }
        return halves;
    }

    private static Object rename(Object needed, UnaryOperator<String> name) {
        if (needed instanceof List<?> list) {
            return list.stream().map(item -> name.apply(String.valueOf(item))).toList();
        }
        Map<String, Object> renamed = new LinkedHashMap<>();
        mapping(needed).forEach((key, value) -> renamed.put(name.apply(key), value));
        return renamed;
    }

    private static Object otherForm(String key, Object value) {
        boolean isNeed = key.equals("depends_on");
        if (value instanceof List<?> list) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (Object item : list) {
                String[] parts = String.valueOf(item).split("=", 2);
                map.put(parts[0], isNeed ? Map.of("condition", "service_started") : parts.length > 1 ? parts[1] : "");
            }
            return map;
        }
        return mapping(value).entrySet().stream()
                .map(entry -> isNeed ? entry.getKey() : entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private static Object reversed(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.reversed().stream().map(ComposeMutants::reversed).toList();
        }
        if (value instanceof Map<?, ?>) {
            Map<String, Object> reversed = new LinkedHashMap<>();
            new ArrayList<>(mapping(value).entrySet())
                    .reversed()
                    .forEach(entry -> reversed.put(entry.getKey(), reversed(entry.getValue())));
            return reversed;
        }
        return String.valueOf(value);
    }

    private static Map<String, Object> tree(String text) {
        SourceTree tree = SourceTreeReader.read(new SourceText("original.yaml", text));
        Value root =
                Resolver.resolve(tree, tree.documents().getFirst(), _ -> {}).orElseThrow();
        return mapping(plain(root));
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> scalar.text();
            case Value.Sequence list ->
                list.items().stream().map(ComposeMutants::plain).collect(Collectors.toList());
            case Value.Mapping mapping -> {
                Map<String, Object> map = new LinkedHashMap<>();
                mapping.fields().forEach(field -> map.put(field.key(), plain(field.value())));
                yield map;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapping(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }

    private static String write(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ": " + write(entry.getValue()))
                        .collect(Collectors.joining(",\n", "{", "}"));
            case List<?> list -> list.stream().map(ComposeMutants::write).collect(Collectors.joining(", ", "[", "]"));
            default -> quoted(value);
        };
    }

    private static String quoted(Object value) {
        return '"'
                + String.valueOf(value)
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
