package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Takes from a document what matters here, with its variables replaced and its paths made relative to the root. That
/// comes before merging, because each file has its own variables and its own folder.
final class LayerReader {
    private static final int DEEPEST = 60;
    private static final String RESET = "!reset";
    private static final String OVERRIDE = "!override";

    private final Scope scope;
    private final Consumer<Problem> report;
    private final List<List<String>> resets = new ArrayList<>();
    private final Budget budget;

    private LayerReader(Scope scope, Budget budget, Consumer<Problem> report) {
        this.scope = scope;
        this.budget = budget;
        this.report = report;
    }

    /// @param isVersion1 whether the services stand at the root
    static Layer read(Value.Mapping root, boolean isVersion1, Scope scope, Budget budget, Consumer<Problem> report) {
        return new LayerReader(scope, budget, report).layer(root, isVersion1);
    }

    private Layer layer(Value.Mapping root, boolean isVersion1) {
        Map<String, Definition> services = new LinkedHashMap<>();
        if (isVersion1) {
            addServices(root, services);
            return new Layer(null, null, services, new Resets(resets));
        }
        Value written = root.get("services").orElse(null);
        if (written instanceof Value.Mapping mapping) {
            addServices(mapping, services);
        } else if (written instanceof Value.Sequence list) {
            report.accept(Problem.error("expected-mapping", list.source(), "services"));
        }
        Value name = root.get("name").flatMap(value -> fill(value, List.of())).orElse(null);
        Value include =
                root.get("include").flatMap(value -> fill(value, List.of())).orElse(null);
        return new Layer(name, include, services, new Resets(resets));
    }

    private void addServices(Value.Mapping mapping, Map<String, Definition> services) {
        for (Value.Field field : mapping.fields()) {
            if (field.key().isBlank()) {
                report.accept(Problem.error("empty-name", field.keySource()));
                continue;
            }
            List<String> path = List.of(field.key());
            if (!budget.take(field.value()) || marks(field.value(), path)) {
                continue;
            }
            Value body = field.value() instanceof Value.Mapping known
                    ? body(known, path)
                    : fill(field.value(), path).orElse(field.value());
            services.put(field.key(), new Definition(List.of(field.keySource()), body));
        }
    }

    private Value body(Value.Mapping written, List<String> path) {
        List<Value.Field> fields = new ArrayList<>();
        for (Value.Field field : written.fields()) {
            if (ComposeKeys.READ.contains(field.key())) {
                Optional<Value> filled = fill(field.value(), longer(path, field.key()));
                filled.map(value -> new Value.Field(field.key(), field.keySource(), located(field.key(), value)))
                        .ifPresent(fields::add);
            }
        }
        return Value.Mapping.of(fields, written.source());
    }

    /// @param path empty where marks mean nothing
    private Optional<Value> fill(Value value, List<String> path) {
        if (path.size() > DEEPEST || !budget.take(value) || marks(value, path)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (value) {
                    case Value.Scalar scalar -> OpenText.fill(scalar, scope.variables());
                    case Value.Sequence list ->
                        Value.Sequence.of(
                                list.items().stream()
                                        .flatMap(item -> fill(item, longer(path, "-")).stream())
                                        .toList(),
                                list.source());
                    case Value.Mapping mapping -> {
                        List<Value.Field> fields = new ArrayList<>();
                        for (Value.Field field : mapping.fields()) {
                            fill(field.value(), longer(path, field.key()))
                                    .map(filled -> new Value.Field(field.key(), field.keySource(), filled))
                                    .ifPresent(fields::add);
                        }
                        yield Value.Mapping.of(fields, mapping.source());
                    }
                });
    }

    /// Notes a mark; true where the value itself is not to be read.
    private boolean marks(Value value, List<String> path) {
        String tag = value.tag().orElse("");
        if (!tag.equals(RESET) && !tag.equals(OVERRIDE)) {
            return false;
        }
        if (!path.contains("-")) {
            resets.add(path);
        }
        return tag.equals(RESET);
    }

    private Value located(String key, Value value) {
        return switch (key) {
            case "env_file" -> paths(value, "path");
            case "extends" -> value instanceof Value.Mapping mapping ? withPath(mapping, "file") : value;
            default -> value;
        };
    }

    private Value paths(Value value, String key) {
        return switch (value) {
            case Value.Scalar scalar -> path(scalar);
            case Value.Mapping mapping -> withPath(mapping, key);
            case Value.Sequence list ->
                Value.Sequence.of(
                        list.items().stream().map(item -> paths(item, key)).toList(), list.source());
        };
    }

    private Value withPath(Value.Mapping mapping, String key) {
        return Value.Mapping.of(
                mapping.fields().stream()
                        .map(field -> field.key().equals(key) && field.value() instanceof Value.Scalar scalar
                                ? new Value.Field(key, field.keySource(), path(scalar))
                                : field)
                        .toList(),
                mapping.source());
    }

    private Value path(Value.Scalar scalar) {
        return scalar.type() == Value.Type.NULL ? scalar : OpenText.part(scalar, scope.path(scalar.text()));
    }

    private static List<String> longer(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
