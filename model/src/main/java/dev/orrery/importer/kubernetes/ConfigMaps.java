package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values of the ConfigMaps in the input. Secrets are never looked into.
final class ConfigMaps {
    private final Map<Manifest.Key, Map<String, Value.Scalar>> values = new HashMap<>();

    ConfigMaps(List<Manifest> manifests, Fields fields) {
        for (Manifest manifest : manifests) {
            if (manifest.type().is("ConfigMap", "")) {
                values.computeIfAbsent(manifest.key(), _ -> read(manifest, fields));
            }
        }
    }

    /// By key, in written order.
    ///
    /// @param from who names it; a kustomization that renames both renames the mention too
    Map<String, Value.Scalar> all(Manifest from, String configMap) {
        Manifest.Key written = new Manifest.Key(from.namespaceOrDefault(), configMap);
        return values.getOrDefault(written.renamed(from.renaming()), values.getOrDefault(written, Map.of()));
    }

    Optional<Value.Scalar> value(Manifest from, String configMap, String key) {
        return Optional.ofNullable(all(from, configMap).get(key));
    }

    private static Map<String, Value.Scalar> read(Manifest manifest, Fields fields) {
        Map<String, Value.Scalar> found = new LinkedHashMap<>();
        fields.mapping(manifest.body(), "data")
                .ifPresent(data -> data.fields()
                        .forEach(field -> fields.binding()
                                .scalar(field.key(), field.value())
                                .ifPresent(scalar -> found.put(field.key(), scalar))));
        return found;
    }
}
