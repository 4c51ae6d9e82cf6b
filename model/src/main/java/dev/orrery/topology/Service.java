package dev.orrery.topology;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
/// @param active false where its own descriptor leaves it out by default (a Compose profile)
/// @param source where it is defined
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
        boolean active,
        SourceLocation source) {

    public Service {
        tags = List.copyOf(tags);
        links = Collections.unmodifiableMap(new TreeMap<>(links));
        healthChecks = List.copyOf(healthChecks);
        owns = List.copyOf(owns);
        provides = Collections.unmodifiableMap(new TreeMap<>(provides));
        releases = List.copyOf(releases);
    }

    /// A service of which nothing is known but its id, kind and place.
    public static Service of(String id, ServiceKind kind, SourceLocation source) {
        return new Service(
                id, id, kind, null, null, null, List.of(), Map.of(), List.of(), List.of(), Map.of(), List.of(), true,
                source);
    }

    public Service withBoundary(@Nullable String newBoundary) {
        return new Service(
                id,
                name,
                kind,
                newBoundary,
                owner,
                technology,
                tags,
                links,
                healthChecks,
                owns,
                provides,
                releases,
                active,
                source);
    }

    public Service withHealthChecks(List<HealthCheck> checks) {
        return new Service(
                id,
                name,
                kind,
                boundary,
                owner,
                technology,
                tags,
                links,
                checks,
                owns,
                provides,
                releases,
                active,
                source);
    }
}
