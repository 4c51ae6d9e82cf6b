package dev.orrery.importer.backstage;

import dev.orrery.descriptor.Binding;
import dev.orrery.importer.InfrastructureType;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Components and resources as services.
final class Services {
    private static final Map<ServiceKind, Set<String>> COMPONENTS = Map.of(
            ServiceKind.WEB,
            Set.of(
                    "website",
                    "web",
                    "webapp",
                    "web-app",
                    "frontend",
                    "ui",
                    "spa",
                    "micro-frontend",
                    "mobile-app",
                    "mobile",
                    "app"),
            ServiceKind.WORKER,
            Set.of("worker", "consumer", "daemon", "processor"),
            ServiceKind.JOB,
            Set.of("job", "cronjob", "cron", "batch", "pipeline", "data-pipeline", "workflow"),
            ServiceKind.GATEWAY,
            Set.of("gateway", "api-gateway", "bff", "proxy"),
            ServiceKind.EXTERNAL,
            Set.of("external", "saas", "third-party"),
            ServiceKind.SERVICE,
            Set.of("service", "backend", "microservice", "api", "server"));

    private final Catalog catalog;
    private final Owners owners;
    private final Map<EntityRef, Set<String>> provided;
    private final Binding binding;

    Services(Catalog catalog, Owners owners, Map<EntityRef, Set<String>> provided, Binding binding) {
        this.catalog = catalog;
        this.owners = owners;
        this.provided = provided;
        this.binding = binding;
    }

    List<Service> read() {
        return catalog.distinct().stream()
                .filter(entity -> entity.ref().isService())
                .map(this::service)
                .toList();
    }

    private Service service(Entity entity) {
        EntityRef ref = entity.ref();
        boolean isResource = ref.is(EntityRef.RESOURCE);
        String type = entity.type(binding);
        Links links = Links.of(entity, binding);
        return Service.builder(ref.toString(), entity.source())
                .name(entity.title(binding))
                .kind(isResource ? resourceKind(type) : componentKind(type))
                .owner(owners.of(entity).orElse(null))
                .technology(isResource && !type.isBlank() ? type : null)
                .tags(tags(entity, isResource ? "" : type))
                .links(links.forPeople())
                .healthChecks(links.checks())
                .provides(provided.getOrDefault(ref, Set.of()).stream().collect(Collectors.toMap(api -> api, _ -> "")))
                .aliases(aliases(entity))
                .build();
    }

    private static ServiceKind componentKind(String type) {
        String plain = type.toLowerCase(Locale.ROOT);
        return COMPONENTS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ServiceKind.SERVICE);
    }

    private static ServiceKind resourceKind(String type) {
        return InfrastructureType.kindOf(type).orElse(ServiceKind.SERVICE);
    }

    /// Its own, then the lifecycle, then a type that the kind does not tell: a library is drawn as a service.
    private List<String> tags(Entity entity, String type) {
        Set<String> tags = new LinkedHashSet<>(binding.texts(entity.metadata(), "tags"));
        binding.text(entity.spec(), "lifecycle").ifPresent(tags::add);
        boolean isTold = COMPONENTS.values().stream().anyMatch(types -> types.contains(type.toLowerCase(Locale.ROOT)));
        if (!isTold) {
            tags.add(type);
        }
        tags.removeIf(tag -> tag.isBlank() || Placeholders.isIn(tag));
        return new ArrayList<>(tags);
    }

    private Set<String> aliases(Entity entity) {
        EntityRef ref = entity.ref();
        Set<String> aliases = new LinkedHashSet<>();
        aliases.add(entity.name());
        aliases.add(ref.name());
        aliases.add(ref.namespace() + "/" + ref.name());
        aliases.add(ref.kind() + ":" + ref.name());
        binding.mapping(entity.metadata(), "annotations")
                .flatMap(annotations -> binding.text(annotations, "backstage.io/kubernetes-id"))
                .filter(id -> !id.isBlank() && !Placeholders.isIn(id))
                .ifPresent(aliases::add);
        return aliases;
    }
}
