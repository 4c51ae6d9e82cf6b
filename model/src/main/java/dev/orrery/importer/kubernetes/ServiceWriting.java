package dev.orrery.importer.kubernetes;

import dev.orrery.importer.ImageName;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Release;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceBuilder;
import dev.orrery.topology.ServiceKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes what a cluster runs as services.
final class ServiceWriting {
    private final Cluster cluster;
    private final Fields fields;
    /// How many things a bare name may mean, over all namespaces.
    private final Map<String, Set<String>> meanings = new HashMap<>();

    ServiceWriting(Cluster cluster, Fields fields) {
        this.cluster = cluster;
        this.fields = fields;
        for (Workload workload : cluster.workloads()) {
            mean(workload.manifest().name(), List.of(workload.id()));
            cluster.doors(workload.id())
                    .forEach(service -> mean(
                            service.manifest().name(),
                            cluster.behind(service.manifest().key())));
        }
        cluster.own().forEach(own -> mean(own.service().manifest().name(), List.of(own.id())));
    }

    Service workload(Workload workload, List<HealthCheck> checks, List<Release> releases) {
        Manifest manifest = workload.manifest();
        Optional<ImageName> image = workload.containers(fields).stream()
                .flatMap(container -> fields.text(container, "image").stream())
                .findFirst()
                .map(ImageName::of);
        return begin(workload.id(), manifest)
                .kind(kind(workload, image))
                .technology(image.map(ImageName::technology).orElse(null))
                .healthChecks(checks)
                .releases(releases)
                .aliases(aliases(workload))
                .build();
    }

    /// A Service without pods in the input.
    Service own(Cluster.Own own) {
        CoreService service = own.service();
        Manifest manifest = service.manifest();
        ServiceKind kind = service.isExternal()
                ? ServiceKind.EXTERNAL
                : ImageName.kindOf(manifest.name()).orElse(ServiceKind.SERVICE);
        Set<String> aliases = new HashSet<>(names(manifest));
        if (service.type().equals("ExternalName")) {
            fields.mapping(manifest.body(), "spec")
                    .flatMap(spec -> fields.text(spec, "externalName"))
                    .ifPresent(aliases::add);
        }
        return begin(own.id(), manifest).kind(kind).aliases(aliases).build();
    }

    Service gateway(Gateways.Gateway gateway) {
        return begin(gateway.id(), gateway.manifest())
                .kind(ServiceKind.GATEWAY)
                .technology(gateway.technology())
                .build();
    }

    private ServiceBuilder begin(String id, Manifest manifest) {
        return Service.builder(id, manifest.source()).name(manifest.name()).owner(owner(manifest));
    }

    /// The image tells; where it is of the team's own making, a name such as `mysql` is taken by its word.
    private static ServiceKind kind(Workload workload, Optional<ImageName> image) {
        if (workload.kind().isJob()) {
            return ServiceKind.JOB;
        }
        return image.map(ImageName::product)
                .flatMap(ImageName::kindOf)
                .or(() -> ImageName.kindOf(workload.manifest().name()))
                .orElse(ServiceKind.SERVICE);
    }

    private Set<String> aliases(Workload workload) {
        Set<String> aliases = new HashSet<>();
        bare(workload.manifest().name()).ifPresent(aliases::add);
        if (workload.kind() == WorkloadKind.KNATIVE_SERVICE) {
            aliases.addAll(names(workload.manifest()));
        }
        for (CoreService service : cluster.doors(workload.id())) {
            Manifest.Key key = service.manifest().key();
            if (cluster.behind(key).size() == 1) {
                aliases.addAll(names(service.manifest()));
            }
        }
        return aliases;
    }

    /// The names under which cluster DNS knows a Service; those with a namespace only where one is stated.
    private Set<String> names(Manifest service) {
        Set<String> names = new HashSet<>();
        bare(service.name()).ifPresent(names::add);
        service.namespace().ifPresent(namespace -> {
            String name = service.name() + "." + namespace.text();
            names.addAll(List.of(name, name + ".svc", name + ".svc.cluster.local"));
        });
        return names;
    }

    private Optional<String> bare(String name) {
        return Optional.of(name)
                .filter(_ -> meanings.getOrDefault(name, Set.of()).size() == 1);
    }

    private void mean(String name, List<String> ids) {
        meanings.computeIfAbsent(name, _ -> new HashSet<>()).addAll(ids);
    }

    /// Annotations before labels; `owner` or `team`, perhaps with a domain before it.
    private @Nullable String owner(Manifest manifest) {
        for (String place : List.of("annotations", "labels")) {
            for (String key : List.of("owner", "team")) {
                for (Map.Entry<String, String> entry :
                        fields.texts(manifest.body(), "metadata", place).entrySet()) {
                    boolean isMeant =
                            entry.getKey().equals(key) || entry.getKey().endsWith("/" + key);
                    if (isMeant && !entry.getValue().isBlank()) {
                        return entry.getValue();
                    }
                }
            }
        }
        return null;
    }
}
