package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import dev.orrery.topology.Release;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shares of traffic: where a VirtualService splits it between subsets, each subset is a release of the workload whose
/// labels it has.
final class Releases {
    private static final String ISTIO = "networking.istio.io";

    private final Cluster cluster;
    private final Fields fields;
    private final Map<String, List<Subset>> subsets = new HashMap<>();
    private final Map<String, List<Release>> releases = new HashMap<>();

    Releases(List<Manifest> manifests, Cluster cluster, Fields fields) {
        this.cluster = cluster;
        this.fields = fields;
        manifests.stream()
                .filter(manifest -> manifest.type().is("DestinationRule", ISTIO))
                .forEach(this::addSubsets);
        manifests.stream()
                .filter(manifest -> manifest.type().is("VirtualService", ISTIO))
                .forEach(this::addShares);
    }

    List<Release> of(Workload workload) {
        return releases.getOrDefault(workload.id(), List.of());
    }

    private void addSubsets(Manifest manifest) {
        Optional<Value.Mapping> spec = fields.mapping(manifest.body(), "spec");
        spec.flatMap(known -> fields.text(known, "host")).ifPresent(host -> {
            for (Value.Mapping subset : fields.mappings(spec.get(), "subsets")) {
                fields.text(subset, "name")
                        .ifPresent(name -> subsets.computeIfAbsent(host, _ -> new ArrayList<>())
                                .add(new Subset(name, Selector.of(fields.texts(subset, "labels")))));
            }
        });
    }

    private void addShares(Manifest manifest) {
        fields.mapping(manifest.body(), "spec").stream()
                .flatMap(spec -> fields.mappings(spec, "http").stream())
                .flatMap(rule -> fields.mappings(rule, "route").stream())
                .forEach(route -> addShare(manifest, route));
    }

    private void addShare(Manifest manifest, Value.Mapping route) {
        Optional<Value.Mapping> destination = fields.mapping(route, "destination");
        Optional<Integer> weight = fields.binding().whole(route, "weight", 0, 100);
        if (destination.isEmpty() || weight.isEmpty()) {
            return;
        }
        String host = fields.text(destination.get(), "host").orElse("");
        String name = fields.text(destination.get(), "subset").orElse("");
        List<String> behind = cluster.find(host, manifest, true);
        subsets.getOrDefault(host, List.of()).stream()
                .filter(subset -> subset.name().equals(name))
                .forEach(subset -> add(subset, behind, weight.get()));
    }

    private void add(Subset subset, List<String> behind, int weight) {
        for (String id : behind) {
            boolean isMeant = cluster.labels(id).stream().anyMatch(subset.selector()::holds);
            List<Release> known = releases.computeIfAbsent(id, _ -> new ArrayList<>());
            if (isMeant && known.stream().noneMatch(release -> release.version().equals(subset.name()))) {
                known.add(new Release(subset.name(), weight, null));
            }
        }
    }

    private record Subset(String name, Selector selector) {}
}
