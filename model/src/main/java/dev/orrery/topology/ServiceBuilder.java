package dev.orrery.topology;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts a service together, for readers that learn of it bit by bit.
public final class ServiceBuilder {
    private final String id;
    private String name;
    private ServiceKind kind = ServiceKind.SERVICE;
    private @Nullable String boundary;
    private @Nullable String owner;
    private @Nullable String technology;
    private List<String> tags = List.of();
    private Map<String, String> links = Map.of();
    private List<HealthCheck> healthChecks = List.of();
    private List<String> owns = List.of();
    private Map<String, String> provides = Map.of();
    private List<Release> releases = List.of();
    private Promise promise = Promise.NONE;
    private boolean active = true;
    private Set<String> aliases = Set.of();
    private List<SourceLocation> sources;

    ServiceBuilder(String id, SourceLocation source) {
        this.id = id;
        this.name = id;
        this.sources = List.of(source);
    }

    /// @param id of what is built; all else begins as the service's
    ServiceBuilder(String id, Service service) {
        this.id = id;
        this.name = service.name();
        this.kind = service.kind();
        this.boundary = service.boundary();
        this.owner = service.owner();
        this.technology = service.technology();
        this.tags = service.tags();
        this.links = service.links();
        this.healthChecks = service.healthChecks();
        this.owns = service.owns();
        this.provides = service.provides();
        this.releases = service.releases();
        this.promise = service.promise();
        this.active = service.active();
        this.aliases = service.aliases();
        this.sources = service.sources();
    }

    public ServiceBuilder name(String value) {
        this.name = value;
        return this;
    }

    public ServiceBuilder kind(ServiceKind value) {
        this.kind = value;
        return this;
    }

    public ServiceBuilder boundary(@Nullable String value) {
        this.boundary = value;
        return this;
    }

    public ServiceBuilder owner(@Nullable String value) {
        this.owner = value;
        return this;
    }

    public ServiceBuilder technology(@Nullable String value) {
        this.technology = value;
        return this;
    }

    public ServiceBuilder tags(List<String> value) {
        this.tags = value;
        return this;
    }

    public ServiceBuilder links(Map<String, String> value) {
        this.links = value;
        return this;
    }

    public ServiceBuilder healthChecks(List<HealthCheck> value) {
        this.healthChecks = value;
        return this;
    }

    public ServiceBuilder owns(List<String> value) {
        this.owns = value;
        return this;
    }

    public ServiceBuilder provides(Map<String, String> value) {
        this.provides = value;
        return this;
    }

    public ServiceBuilder releases(List<Release> value) {
        this.releases = value;
        return this;
    }

    public ServiceBuilder promise(Promise value) {
        this.promise = value;
        return this;
    }

    public ServiceBuilder active(boolean value) {
        this.active = value;
        return this;
    }

    public ServiceBuilder aliases(Set<String> value) {
        this.aliases = value;
        return this;
    }

    public ServiceBuilder sources(List<SourceLocation> value) {
        this.sources = value;
        return this;
    }

    public Service build() {
        return new Service(
                id,
                name,
                kind,
                boundary,
                owner,
                technology,
                tags,
                links,
                healthChecks,
                owns,
                provides,
                releases,
                promise,
                active,
                aliases,
                sources);
    }
}
