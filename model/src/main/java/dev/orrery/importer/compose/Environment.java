package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import dev.orrery.importer.SideFile;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The variables that a container is started with: those of its `env_file`s in their order, then its own.
final class Environment {
    /// @param value with open variables as they are written
    record Entry(String name, String value, SourceLocation source) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final ComposeSources sources;
    private final ComposeBinding binding;
    private final Variables variables;

    private Environment(ComposeSources sources, Variables variables, ComposeBinding binding) {
        this.variables = variables;
        this.sources = sources;
        this.binding = binding;
    }

    /// @param variables of the project, for what the files leave open
    static List<Entry> of(Value.Mapping service, ComposeSources sources, Variables variables, ComposeBinding binding) {
        Environment environment = new Environment(sources, variables, binding);
        service.get("env_file")
                .map(KeyedValues::list)
                .ifPresent(files -> files.items().forEach(environment::addFile));
        service.get("environment")
                .map(value -> KeyedValues.assignments(value, '='))
                .filter(Value.Mapping.class::isInstance)
                .map(Value.Mapping.class::cast)
                .ifPresent(own -> own.fields().forEach(environment::addOwn));
        return List.copyOf(environment.entries.values());
    }

    private void addFile(Value file) {
        boolean isRaw = false;
        boolean isRequired = true;
        Optional<Value.Scalar> path;
        if (file instanceof Value.Mapping mapping) {
            path = binding.known(mapping, "path");
            isRaw = binding.known(mapping, "format")
                    .filter(format -> format.text().equals("raw"))
                    .isPresent();
            isRequired = binding.plain().bool(mapping, "required").orElse(true);
        } else {
            path = binding.known("env_file", file);
        }
        if (path.isEmpty()) {
            return;
        }
        Optional<SideFile.Found> found = sources.environment(path.get().text());
        if (found.isEmpty() && isRequired) {
            binding.report(Problem.info(
                    "compose-env-file-missing", path.get().source(), path.get().text()));
        }
        boolean raw = isRaw;
        found.map(side -> raw ? EnvFile.readRaw(side.text()) : EnvFile.read(side.text(), variables))
                .ifPresent(read -> read.forEach(entry -> put(new Entry(entry.name(), entry.value(), entry.source()))));
    }

    private void addOwn(Value.Field field) {
        if (field.value() instanceof Value.Scalar scalar && scalar.type() != Value.Type.NULL) {
            put(new Entry(field.key(), scalar.text(), scalar.source()));
        } else {
            entries.remove(field.key());
            variables.get(field.key()).ifPresent(value -> put(new Entry(field.key(), value, field.keySource())));
        }
    }

    private void put(Entry entry) {
        entries.put(entry.name(), entry);
    }
}
