package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import dev.orrery.topology.SourceLocation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whom a workload calls: the hosts in its variables, its arguments and its ConfigMaps.
final class Calls {
    private static final String ENV = "kubernetes.env";
    private static final String CONFIG = "kubernetes.config";

    private final ConfigMaps configMaps;
    private final Caller caller;
    private final Effort effort;
    private final Fields fields;

    Calls(ConfigMaps configMaps, Caller caller, Effort effort, Fields fields) {
        this.configMaps = configMaps;
        this.caller = caller;
        this.effort = effort;
        this.fields = fields;
    }

    void read(Workload workload) {
        if (!effort.spend(100, workload.manifest().source())) {
            return;
        }
        for (Value.Mapping container : workload.allContainers(fields)) {
            fromConfig(workload, container);
            Map<String, String> values = env(workload, container);
            new Arguments(workload, values, caller, effort).read(container, fields);
        }
        workload.pod().ifPresent(pod -> mounted(workload, pod));
    }

    /// @return the literal values by name
    private Map<String, String> env(Workload workload, Value.Mapping container) {
        Map<String, String> values = new HashMap<>();
        for (Value.Mapping entry : fields.mappings(container, "env")) {
            if (!effort.spend(50, entry.source())) {
                return values;
            }
            String name = fields.text(entry, "name").orElse("");
            fields.scalar(entry, "value").ifPresent(value -> {
                String text = Expansion.of(value.text(), values);
                values.put(name, text);
                variable(workload, name, text, ENV, value.source());
            });
            fields.mapping(entry, "valueFrom", "configMapKeyRef").ifPresent(reference -> {
                String key = fields.text(reference, "key").orElse("");
                configMaps
                        .value(workload.manifest(), name(reference), key)
                        .ifPresent(value -> variable(workload, name, value.text(), CONFIG, value.source()));
            });
        }
        return values;
    }

    private void fromConfig(Workload workload, Value.Mapping container) {
        for (Value.Mapping entry : fields.mappings(container, "envFrom")) {
            fields.mapping(entry, "configMapRef")
                    .ifPresent(reference -> configMaps
                            .all(workload.manifest(), name(reference))
                            .forEach((name, value) -> variable(workload, name, value.text(), CONFIG, value.source())));
        }
    }

    private void mounted(Workload workload, Value.Mapping pod) {
        Set<String> mounted = new HashSet<>();
        for (Value.Mapping container : workload.allContainers(fields)) {
            fields.mappings(container, "volumeMounts")
                    .forEach(mount -> fields.text(mount, "name").ifPresent(mounted::add));
        }
        for (Value.Mapping volume : fields.mappings(pod, "volumes")) {
            if (fields.text(volume, "name").filter(mounted::contains).isPresent()) {
                fields.mapping(volume, "configMap").ifPresent(source -> files(workload, source));
                fields.mapping(volume, "projected").stream()
                        .flatMap(projected -> fields.mappings(projected, "sources").stream())
                        .forEach(source -> fields.mapping(source, "configMap").ifPresent(map -> files(workload, map)));
            }
        }
    }

    private void files(Workload workload, Value.Mapping source) {
        Set<String> only = new LinkedHashSet<>();
        fields.mappings(source, "items")
                .forEach(item -> fields.text(item, "key").ifPresent(only::add));
        configMaps.all(workload.manifest(), name(source)).forEach((name, value) -> {
            if (only.isEmpty() || only.contains(name)) {
                file(workload, value);
            }
        });
    }

    /// A file is prose to us: only what is surely a host counts, and what a property of a telling name is set to.
    private void file(Workload workload, Value.Scalar value) {
        String text = value.text();
        if (!effort.spend(text.length(), value.source())) {
            return;
        }
        HostWords.sure(text).forEach(host -> caller.call(workload, host, true, CONFIG, value.source()));
        Properties.of(text).forEach((name, word) -> {
            if (VariableName.of(name).saysHost()) {
                HostWords.names(word).forEach(host -> caller.call(workload, host, false, CONFIG, value.source()));
            }
        });
    }

    private void variable(Workload workload, String name, String text, String rule, SourceLocation place) {
        VariableName known = VariableName.of(name);
        if (known.isList() || !effort.spend(text.length() + 1L, place)) {
            return;
        }
        List<String> sure = HostWords.sure(text);
        sure.forEach(host -> caller.call(workload, host, true, rule, place));
        if (known.mayBeHost()) {
            HostWords.names(text).stream()
                    .filter(host -> !sure.contains(host))
                    .forEach(host -> caller.call(workload, host, false, rule, place));
        }
    }

    private String name(Value.Mapping reference) {
        return fields.text(reference, "name").orElse("");
    }
}
