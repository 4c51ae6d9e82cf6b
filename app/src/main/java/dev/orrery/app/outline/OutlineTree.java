package dev.orrery.app.outline;

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
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the outline shows of a session: boundaries, and inside them boundaries and services by name. What lies in no
/// boundary comes last, and after it what is needed but defined nowhere.
final class OutlineTree {
    /// One line.
    ///
    /// @param health null where there is nothing to ask
    /// @param note at the right: how long it has been anything but up; empty for the rest
    record Line(NodeId node, String name, @Nullable Health health, String note) {
        /// What a screen reader says.
        String spoken() {
            String word = Messages.of(health == null ? "health.no-check" : health.messageKey());
            String said = Messages.of("outline.spoken." + node.of().name().toLowerCase(Locale.ROOT), name, word);
            return note.isEmpty() ? said : Messages.of("outline.spoken.since", said, note);
        }
    }

    /// A line and what lies under it.
    record Branch(Line line, List<Branch> branches) {
        Branch {
            branches = List.copyOf(branches);
        }

        /// How many lines of services there are here and below.
        int services() {
            int here = line.node().of() == NodeId.Of.SERVICE ? 1 : 0;
            return here + branches.stream().mapToInt(Branch::services).sum();
        }
    }

    private final HealthBoard board;
    private final Instant now;
    private final Predicate<Service> shown;
    private final Map<String, List<Boundary>> boundariesWithin = new HashMap<>();
    private final Map<String, List<Service>> servicesWithin = new HashMap<>();

    private OutlineTree(Topology topology, HealthBoard board, Instant now, Predicate<Service> shown) {
        this.board = board;
        this.now = now;
        this.shown = shown;
        for (Boundary boundary : topology.boundaries()) {
            boundariesWithin
                    .computeIfAbsent(key(boundary.within()), _ -> new ArrayList<>())
                    .add(boundary);
        }
        for (Service service : topology.services()) {
            servicesWithin
                    .computeIfAbsent(key(service.boundary()), _ -> new ArrayList<>())
                    .add(service);
        }
    }

    /// @param filter part of an id, name, technology or owner; blank for everything
    static List<Branch> of(Session session, String filter) {
        if (session.opened() == null) {
            return List.of();
        }
        Topology topology = session.opened().topology();
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        OutlineTree tree = new OutlineTree(
                topology, session.board(), session.now(), service -> wanted.isEmpty() || matches(service, wanted));
        List<Branch> branches = new ArrayList<>(tree.inside(null));
        topology.dependencies().stream()
                .filter(Dependency::dangling)
                .map(Dependency::to)
                .distinct()
                .sorted()
                .filter(id -> contains(id, wanted))
                .map(id -> new Line(NodeId.missing(id), id, null, Messages.of("card.missing")))
                .forEach(line -> branches.add(new Branch(line, List.of())));
        return List.copyOf(branches);
    }

    private List<Branch> inside(@Nullable String boundary) {
        List<Branch> branches = new ArrayList<>();
        boundariesWithin.getOrDefault(key(boundary), List.of()).stream()
                .sorted(Comparator.comparing(Boundary::name, String.CASE_INSENSITIVE_ORDER))
                .map(this::branch)
                .filter(branch -> branch.services() > 0)
                .forEach(branches::add);
        servicesWithin.getOrDefault(key(boundary), List.of()).stream()
                .filter(shown)
                .sorted(Comparator.comparing(Service::name, String.CASE_INSENSITIVE_ORDER))
                .map(service -> new Branch(line(service), List.of()))
                .forEach(branches::add);
        return branches;
    }

    private Branch branch(Boundary boundary) {
        Rollup rollup = board.rollup(members(boundary.id()).map(Service::id).toList());
        Health worst = rollup.asked() == 0 ? null : rollup.health();
        return new Branch(new Line(NodeId.boundary(boundary.id()), boundary.name(), worst, ""), inside(boundary.id()));
    }

    private Stream<Service> members(String boundary) {
        return Stream.concat(
                servicesWithin.getOrDefault(boundary, List.of()).stream(),
                boundariesWithin.getOrDefault(boundary, List.of()).stream().flatMap(inner -> members(inner.id())));
    }

    private Line line(Service service) {
        ServiceHealth health = board.service(service.id());
        NodeId node = NodeId.service(service.id());
        if (health == null || !health.isAsked()) {
            return new Line(node, service.name(), null, "");
        }
        Instant since = health.since();
        String age = health.health() == Health.UP || since == null ? "" : Age.words(since, now);
        return new Line(node, service.name(), health.health(), age);
    }

    private static boolean matches(Service service, String wanted) {
        return contains(service.id(), wanted)
                || contains(service.name(), wanted)
                || contains(service.technology(), wanted)
                || contains(service.owner(), wanted);
    }

    private static boolean contains(@Nullable String text, String wanted) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static String key(@Nullable String boundary) {
        return boundary == null ? "" : boundary;
    }
}
