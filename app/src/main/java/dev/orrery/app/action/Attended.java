package dev.orrery.app.action;

import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.health.ServiceHealth;
import dev.orrery.session.Action;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What is selected, as far as people may say something of it: services, and all that are in a boundary.
///
/// @param name for people
/// @param services by id
public record Attended(String name, SortedSet<String> services) {
    public Attended {
        services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
    }

    /// Empty where nothing is selected, or nothing that could be looked after.
    public static Optional<Attended> of(Session session) {
        Opened opened = session.opened();
        NodeId lead = session.selected();
        if (opened == null || lead == null) {
            return Optional.empty();
        }
        Topology topology = opened.pictured();
        TreeSet<String> services = new TreeSet<>();
        session.allSelected().forEach(node -> services.addAll(services(topology, node)));
        String name = session.also().isEmpty()
                ? name(topology, lead)
                : Messages.of(
                        "selected.count", Integer.toString(session.allSelected().size()));
        return services.isEmpty() ? Optional.empty() : Optional.of(new Attended(name, services));
    }

    private static SortedSet<String> services(Topology topology, NodeId node) {
        return switch (node.of()) {
            case SERVICE ->
                topology.service(node.id()).isPresent()
                        ? new TreeSet<>(Set.of(node.id()))
                        : Collections.emptySortedSet();
            case BOUNDARY -> members(topology, node.id());
            case MISSING -> Collections.emptySortedSet();
        };
    }

    private static String name(Topology topology, NodeId node) {
        return node.of() == NodeId.Of.BOUNDARY
                ? topology.boundary(node.id()).map(Boundary::name).orElse(node.id())
                : topology.nameOf(node.id());
    }

    /// Those that are not well, so that somebody can look after them.
    public SortedSet<String> unwell(Session session) {
        return those(id -> {
            ServiceHealth health = session.board().service(id);
            return health != null
                    && health.isAsked()
                    && health.health() != Health.UP
                    && health.health() != Health.PENDING;
        });
    }

    /// Those that somebody looks after.
    public SortedSet<String> acknowledged(Session session) {
        return those(id -> session.attention().acknowledged().containsKey(id));
    }

    /// Those that are being worked on.
    public SortedSet<String> inMaintenance(Session session) {
        return those(id -> session.attention().during(id, session.now()).isPresent());
    }

    /// Those that are to be worked on.
    public SortedSet<String> planned(Session session) {
        return those(id -> session.attention().planned(id, session.now()).isPresent());
    }

    static boolean canBeAcknowledged(Session session) {
        return of(session).stream()
                .anyMatch(attended -> !attended.unwell(session).isEmpty());
    }

    static Optional<Action> withdraw(Session session) {
        return of(session)
                .map(attended -> attended.acknowledged(session))
                .filter(those -> !those.isEmpty())
                .map(Action.Withdraw::new);
    }

    static Optional<Action> endMaintenance(Session session) {
        return of(session)
                .filter(attended -> !attended.inMaintenance(session).isEmpty()
                        || !attended.planned(session).isEmpty())
                .map(attended -> new Action.EndMaintenance(attended.services()));
    }

    /// What ending maintenance is called where it has not begun.
    static Optional<String> callOffWords(Session session) {
        return of(session)
                .filter(attended -> attended.inMaintenance(session).isEmpty()
                        && !attended.planned(session).isEmpty())
                .map(_ -> Messages.of("action.end-maintenance.planned"));
    }

    private SortedSet<String> those(Predicate<String> wanted) {
        return services.stream().filter(wanted).collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> members(Topology topology, String boundary) {
        return topology.services().stream()
                .filter(service -> topology.enclosing(service.boundary()).stream()
                        .anyMatch(around -> around.id().equals(boundary)))
                .map(Service::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
