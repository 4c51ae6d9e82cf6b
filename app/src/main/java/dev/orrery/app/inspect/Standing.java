package dev.orrery.app.inspect;

import dev.orrery.diagram.Age;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Rollup;
import dev.orrery.health.ServiceHealth;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How things stand, in words.
final class Standing {
    private Standing() {}

    /// As in `Down for 4 min`, `Not asked yet` or `No health check is declared`.
    static String of(ServiceHealth health, Instant now) {
        if (!health.isAsked() || health.since() == null) {
            return health.reason().text();
        }
        String word = capital(Messages.of(health.health().messageKey()));
        String age = Age.words(health.since(), now);
        return age.equals(Messages.of("age.now"))
                ? Messages.of("inspect.state.now", word)
                : Messages.of("inspect.state", word, age);
    }

    /// Why a service is not up; empty where it is, or where [#of] has said it already.
    static String why(ServiceHealth health) {
        boolean told = !health.isAsked() || health.since() == null || health.health() == Health.UP;
        return told ? "" : health.reason().text();
    }

    /// As in `2 down, 1 degraded, 7 up`; services without a check come last.
    static String counts(Rollup rollup) {
        List<String> counts = new ArrayList<>();
        for (Health state : Health.values()) {
            if (rollup.count(state) > 0) {
                counts.add(Messages.of(
                        "count.state", Integer.toString(rollup.count(state)), Messages.of(state.messageKey())));
            }
        }
        if (rollup.notAsked() > 0) {
            counts.add(Messages.of("count.not-asked", Integer.toString(rollup.notAsked())));
        }
        return String.join(", ", counts);
    }

    static Health health(HealthBoard board, String service) {
        ServiceHealth health = board.service(service);
        return health == null ? Health.UNKNOWN : health.health();
    }

    /// Services inside a boundary at any depth, sorted by id.
    static List<Service> members(Topology topology, String boundary) {
        return topology.services().stream()
                .filter(service -> topology.enclosing(service.boundary()).stream()
                        .anyMatch(around -> around.id().equals(boundary)))
                .toList();
    }

    /// The names of the boundaries around something, innermost last.
    static String path(Topology topology, String innermost) {
        return String.join(
                " › ",
                topology.enclosing(innermost).reversed().stream()
                        .map(Boundary::name)
                        .toList());
    }

    static Neighbours.Neighbour neighbour(Session session, Service service, String note) {
        return neighbour(session, service, note, List.of(), null);
    }

    /// The service at one end of a dependency, with all that is said of the dependency.
    static Neighbours.Neighbour neighbour(Session session, Service service, Dependency dependency) {
        return neighbour(
                session,
                service,
                need(dependency),
                dependency.evidence(),
                new Pair(dependency.from(), dependency.to()));
    }

    private static Neighbours.Neighbour neighbour(
            Session session, Service service, String note, List<Evidence> evidence, @Nullable Pair ends) {
        return new Neighbours.Neighbour(
                NodeId.service(service.id()),
                service.name(),
                health(session.board(), service.id()),
                note,
                evidence,
                ends);
    }

    /// As in `https, required`.
    private static String need(Dependency dependency) {
        String how = dependency.protocol() != null
                ? dependency.protocol()
                : Messages.of("dependency." + dependency.kind().word());
        return how + ", " + Messages.of(dependency.required() ? "dependency.required" : "dependency.optional");
    }

    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
