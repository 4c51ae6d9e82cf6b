package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What runs pods, and what its pods look like.
///
/// @param id of the service that it becomes; shared by two manifests of the same object
/// @param isFirst whether this is the manifest that counts
/// @param podLabels what selectors are held against
/// @param pod its `spec`
record Workload(
        String id,
        boolean isFirst,
        WorkloadKind kind,
        Manifest manifest,
        Map<String, String> podLabels,
        Optional<Value.Mapping> pod) {

    static Workload of(String id, boolean isFirst, WorkloadKind kind, Manifest manifest, Fields fields) {
        Optional<Value.Mapping> template = fields.mapping(manifest.body(), kind.templatePath());
        return new Workload(
                id,
                isFirst,
                kind,
                manifest,
                template.map(pod -> fields.texts(pod, "metadata", "labels")).orElse(Map.of()),
                template.flatMap(pod -> fields.mapping(pod, "spec")));
    }

    List<Value.Mapping> containers(Fields fields) {
        return pod.map(spec -> fields.mappings(spec, "containers")).orElse(List.of());
    }

    /// Those that wait for others to be ready included.
    List<Value.Mapping> allContainers(Fields fields) {
        List<Value.Mapping> all = new ArrayList<>(
                pod.map(spec -> fields.mappings(spec, "initContainers")).orElse(List.of()));
        all.addAll(containers(fields));
        return all;
    }
}
