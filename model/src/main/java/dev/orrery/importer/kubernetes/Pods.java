package dev.orrery.importer.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds workloads by the labels of their pods.
final class Pods {
    private final Effort effort;
    private final Map<String, List<Workload>> byNamespace = new HashMap<>();
    private final Map<Label, List<Workload>> byLabel = new HashMap<>();

    Pods(List<Workload> workloads, Effort effort) {
        this.effort = effort;
        for (Workload workload : workloads) {
            String namespace = workload.manifest().namespaceOrDefault();
            byNamespace.computeIfAbsent(namespace, _ -> new ArrayList<>()).add(workload);
            workload.podLabels()
                    .forEach((key, value) -> byLabel.computeIfAbsent(
                                    new Label(namespace, key, value), _ -> new ArrayList<>())
                            .add(workload));
        }
    }

    /// In written order.
    List<Workload> select(String namespace, Selector selector) {
        List<Workload> candidates = byNamespace.getOrDefault(namespace, List.of());
        for (Map.Entry<String, String> label : selector.labels().entrySet()) {
            List<Workload> some =
                    byLabel.getOrDefault(new Label(namespace, label.getKey(), label.getValue()), List.of());
            candidates = some.size() < candidates.size() ? some : candidates;
        }
        if (candidates.isEmpty()
                || !effort.spend(
                        candidates.size(), candidates.getFirst().manifest().source())) {
            return List.of();
        }
        return candidates.stream()
                .filter(workload -> selector.holds(workload.podLabels()))
                .toList();
    }

    private record Label(String namespace, String key, String value) {}
}
