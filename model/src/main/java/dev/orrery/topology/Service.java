package dev.orrery.topology;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One deployable or addressable unit, whatever its kind.
///
/// @param id the user's own name for it; unique in a topology
/// @param name for people; the id where the descriptor gives none
/// @param boundary id of the innermost boundary around it
/// @param technology as written, for instance `Java, Spring Boot`
/// @param tags in written order
/// @param links title to URL, sorted by title
/// @param owns data sets that this service is the master of
/// @param provides API to version, sorted by API
/// @param promise what it promises those who need it
/// @param active false where its own descriptor leaves it out by default (a Compose profile)
/// @param aliases other names under which a source knows it, sorted, without its id
/// @param sources where it is defined; never empty, the source that counts most first
public record Service(
        String id,
        String name,
        ServiceKind kind,
        @Nullable String boundary,
        @Nullable String owner,
        @Nullable String technology,
        List<String> tags,
        Map<String, String> links,
        List<HealthCheck> healthChecks,
        List<String> owns,
        Map<String, String> provides,
        List<Release> releases,
        Promise promise,
        boolean active,
        Set<String> aliases,
        List<SourceLocation> sources) {

    /// One that promises nothing.
    public Service(
            String id,
            String name,
            ServiceKind kind,
            @Nullable String boundary,
            @Nullable String owner,
            @Nullable String technology,
            List<String> tags,
            Map<String, String> links,
            List<HealthCheck> healthChecks,
            List<String> owns,
            Map<String, String> provides,
            List<Release> releases,
            boolean active,
            Set<String> aliases,
            List<SourceLocation> sources) {
        this(
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
                Promise.NONE,
                active,
                aliases,
                sources);
    }

    public Service {
        tags = List.copyOf(tags);
        links = Collections.unmodifiableMap(new TreeMap<>(links));
        healthChecks = List.copyOf(healthChecks);
        owns = List.copyOf(owns);
        provides = Collections.unmodifiableMap(new TreeMap<>(provides));
        releases = List.copyOf(releases);
        TreeSet<String> others = new TreeSet<>(aliases);
        others.remove(id);
        aliases = Collections.unmodifiableSet(others);
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("no service without a place: " + id);
        }
    }

    /// A service of which nothing is known but its id, kind and place.
    public static Service of(String id, ServiceKind kind, SourceLocation source) {
        return builder(id, source).kind(kind).build();
    }

    public static ServiceBuilder builder(String id, SourceLocation source) {
        return new ServiceBuilder(id, source);
    }

    /// The place that counts most.
    public SourceLocation source() {
        return sources.getFirst();
    }

    /// A builder that begins as this service.
    public ServiceBuilder change() {
        return under(id);
    }

    /// A builder that begins as this service but for its id.
    public ServiceBuilder under(String other) {
        return new ServiceBuilder(other, this);
    }

    public Service withBoundary(@Nullable String newBoundary) {
        return change().boundary(newBoundary).build();
    }

    public Service withHealthChecks(List<HealthCheck> checks) {
        return change().healthChecks(checks).build();
    }
}
