package dev.orrery.importer.kubernetes;

import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives every object of a cluster an id of its own. An object of another kind may have the same name in the same
/// namespace; the second one has its kind at the end, after a colon, which no name holds.
final class Ids {
    private final Fields fields;
    private final Set<String> taken = new HashSet<>();

    Ids(Fields fields) {
        this.fields = fields;
    }

    /// In written order. Of two manifests of the same object the first one counts; both have its id.
    List<Workload> workloads(List<Manifest> manifests) {
        Map<Manifest.Key, List<Found>> byName = new HashMap<>();
        List<Found> all = new ArrayList<>();
        for (Manifest manifest : manifests) {
            WorkloadKind.of(manifest.type()).filter(_ -> !isOwned(manifest)).ifPresent(kind -> {
                Found found = new Found(kind, manifest);
                all.add(found);
                byName.computeIfAbsent(manifest.key(), _ -> new ArrayList<>()).add(found);
            });
        }
        Map<Found, String> ids = new HashMap<>();
        byName.values().forEach(same -> ids.putAll(ids(same)));
        Set<String> seen = new HashSet<>();
        return all.stream()
                .map(found -> {
                    String id = ids.getOrDefault(found, found.manifest().id());
                    return Workload.of(id, seen.add(id), found.kind(), found.manifest(), fields);
                })
                .toList();
    }

    /// An id for what is no workload.
    String take(Manifest manifest, String suffix) {
        String id = manifest.id();
        while (!taken.add(id)) {
            id += suffix;
        }
        return id;
    }

    private Map<Found, String> ids(List<Found> same) {
        Map<WorkloadKind, Found> firsts = new HashMap<>();
        Map<WorkloadKind, String> byKind = new HashMap<>();
        Map<Found, String> ids = new HashMap<>();
        List<Found> sorted =
                same.stream().sorted(Comparator.comparing(Found::kind)).toList();
        String plain = sorted.getFirst().manifest().id();
        for (Found found : sorted) {
            Found first = firsts.putIfAbsent(found.kind(), found);
            if (first != null) {
                report("service-defined-twice", found, first);
            } else if (firsts.size() > 1) {
                report("kubernetes-same-name", found, sorted.getFirst());
            }
            String id = byKind.isEmpty() ? plain : plain + found.kind().suffix();
            byKind.putIfAbsent(found.kind(), id);
            String kept = byKind.getOrDefault(found.kind(), id);
            taken.add(kept);
            ids.put(found, kept);
        }
        return ids;
    }

    private void report(String code, Found found, Found first) {
        fields.report(Problem.info(
                code,
                found.manifest().source(),
                found.manifest().id(),
                first.manifest().source().toString()));
    }

    /// Made by something else that is described itself.
    private boolean isOwned(Manifest manifest) {
        boolean hasOwner = fields.mapping(manifest.body(), "metadata")
                .map(metadata -> !fields.items(metadata, "ownerReferences").isEmpty())
                .orElse(false);
        // A Rollout may take its pods from a Deployment, which is then the one that counts.
        return hasOwner
                || fields.mapping(manifest.body(), "spec")
                        .flatMap(spec -> spec.get("workloadRef"))
                        .isPresent();
    }

    private record Found(WorkloadKind kind, Manifest manifest) {}
}
