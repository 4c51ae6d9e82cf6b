package dev.orrery.importer.cyclonedx;

import dev.orrery.descriptor.Draft;
import dev.orrery.importer.ApiHost;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes services and boundaries of one bill of materials.
final class BomDraft {
    private final Bom bom;
    private final Draft.Builder draft;
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, String> byReference = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> boundaries = new HashSet<>();
    private final Set<String> written = new HashSet<>();

    BomDraft(Bom bom, String file) {
        this.bom = bom;
        this.draft = Draft.of("cyclonedx", file);
    }

    Draft draft() {
        bom.services().forEach(this::count);
        bom.uses().forEach(use -> used.addAll(List.of(use.from(), use.to())));
        bom.services().forEach(service -> write(service, null));
        for (Bom.Uses use : bom.uses()) {
            @Nullable String from = byReference.get(use.from());
            @Nullable String to = byReference.get(use.to());
            if (from != null && to != null) {
                draft.add(
                        Draft.Need.of(from, to, new Evidence(Certainty.DECLARED, "cyclonedx.dependsOn", use.source())));
            }
        }
        return draft.build();
    }

    private void count(Bom.Listed service) {
        names.merge(service.name(), 1, Integer::sum);
        service.inner().forEach(this::count);
    }

    private void write(Bom.Listed service, @Nullable String around) {
        String id = id(service);
        @Nullable String within = zone(service, around);
        if (!service.inner().isEmpty()) {
            within = boundary(id, service.name(), "service-group", service, within);
        }
        boolean isOne = service.inner().isEmpty()
                || !service.endpoints().isEmpty()
                || (service.reference() != null && used.contains(service.reference()));
        if (isOne && written.add(id)) {
            draft.add(Service.builder(id, service.source())
                    .name(service.name())
                    .owner(service.provider())
                    .links(links(service))
                    .aliases(aliases(service))
                    .build());
            if (service.reference() != null) {
                byReference.putIfAbsent(service.reference(), id);
            }
            if (within != null) {
                draft.member(id, within, service.source());
            }
        }
        for (Bom.Listed inner : service.inner()) {
            write(inner, within);
        }
    }

    /// The name, unless another service has the same one.
    private String id(Bom.Listed service) {
        if (names.getOrDefault(service.name(), 0) < 2) {
            return service.name();
        }
        if (service.reference() != null) {
            return service.reference();
        }
        return service.group() == null ? service.name() : service.group() + "/" + service.name();
    }

    /// Zones are told of outermost services only: what a service is made of lies in that service.
    private @Nullable String zone(Bom.Listed service, @Nullable String around) {
        return service.zone() == null || around != null
                ? around
                : boundary(service.zone(), service.zone(), "zone", service, null);
    }

    private String boundary(String id, String name, String kind, Bom.Listed service, @Nullable String outer) {
        if (boundaries.add(id)) {
            draft.add(new Boundary(id, name, kind, null, null, service.source()));
            if (outer != null) {
                draft.nest(id, outer, service.source());
            }
        }
        return id;
    }

    private static Map<String, String> links(Bom.Listed service) {
        Map<String, String> links = new HashMap<>();
        for (String endpoint : service.endpoints()) {
            links.put(links.isEmpty() ? "endpoint" : "endpoint " + (links.size() + 1), endpoint);
        }
        return links;
    }

    private static Set<String> aliases(Bom.Listed service) {
        Set<String> aliases = new LinkedHashSet<>();
        if (service.reference() != null) {
            aliases.add(service.reference());
        }
        if (service.group() != null) {
            aliases.add(service.group() + "/" + service.name());
        }
        service.endpoints().forEach(endpoint -> ApiHost.of(endpoint).ifPresent(aliases::add));
        return aliases;
    }
}
