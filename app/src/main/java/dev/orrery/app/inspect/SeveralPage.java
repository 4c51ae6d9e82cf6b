package dev.orrery.app.inspect;

import dev.orrery.app.action.Attended;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.health.Rollup;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// About several things that are selected: how they stand, and what they have to do with each other and with all
/// others, as if a boundary were around them.
final class SeveralPage extends Page {
    private final Heading heading = new Heading();
    private final Said said;
    private final Facts facts = new Facts();
    private final Neighbours members;

    SeveralPage(Outside outside) {
        said = new Said(outside.performer());
        members = new Neighbours("inspect.selected", outside);
        getChildren().setAll(new VBox(6, heading, said), facts, members);
    }

    @Override
    void render(Session session, Opened opened, String id) {
        Topology topology = opened.pictured();
        SortedSet<NodeId> selected = session.allSelected();
        Optional<Attended> attended = Attended.of(session);
        SortedSet<String> services = attended.map(Attended::services).orElseGet(TreeSet::new);
        Rollup rollup = session.board().rollup(services);
        heading.show(
                rollup.health(),
                Messages.of("selected.count", Integer.toString(selected.size())),
                Standing.counts(rollup),
                "");
        attended.ifPresent(those -> said.render(session, those));
        facts.show(facts(topology, services));
        members.note(Integer.toString(selected.size()));
        members.show(neighbours(session, topology, selected));
    }

    private static List<Facts.Fact> facts(Topology topology, Set<String> services) {
        int inside = 0;
        TreeSet<String> needed = new TreeSet<>();
        TreeSet<String> needing = new TreeSet<>();
        int out = 0;
        int in = 0;
        for (Dependency dependency : topology.dependencies()) {
            boolean from = services.contains(dependency.from());
            boolean to = services.contains(dependency.to());
            if (from && to) {
                inside++;
            } else if (from) {
                out++;
                needed.add(dependency.to());
            } else if (to) {
                in++;
                needing.add(dependency.from());
            }
        }
        List<Service> those =
                services.stream().flatMap(id -> topology.service(id).stream()).toList();
        return new Facts.Known()
                .and(
                        "inspect.boundary",
                        named(those.stream()
                                .map(service -> boundary(topology, service))
                                .toList()))
                .and("inspect.owner", named(those.stream().map(Service::owner).toList()))
                .and("inspect.several.inside", Integer.toString(inside))
                .and("inspect.borders.out", count(out, needed.size()))
                .and("inspect.borders.in", count(in, needing.size()))
                .facts();
    }

    private static String count(int dependencies, int services) {
        return dependencies == 0
                ? Messages.of("inspect.borders.none")
                : Messages.of(
                        services == 1 ? "inspect.borders.by.one" : "inspect.borders.by",
                        Integer.toString(dependencies),
                        Integer.toString(services));
    }

    private static @Nullable String boundary(Topology topology, Service service) {
        String id = service.boundary();
        return id == null ? null : topology.boundary(id).map(Boundary::name).orElse(id);
    }

    /// Each once, sorted; null where there is none.
    private static @Nullable String named(List<? extends @Nullable String> names) {
        String all = names.stream().filter(Objects::nonNull).distinct().sorted().collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    private static List<Neighbours.Neighbour> neighbours(
            Session session, Topology topology, SortedSet<NodeId> selected) {
        List<Neighbours.Neighbour> neighbours = new ArrayList<>();
        for (NodeId node : selected) {
            switch (node.of()) {
                case SERVICE ->
                    topology.service(node.id())
                            .map(service -> Standing.neighbour(
                                    session,
                                    service,
                                    Messages.of("kind." + service.kind().word())))
                            .ifPresent(neighbours::add);
                case BOUNDARY ->
                    topology.boundary(node.id())
                            .map(boundary -> boundary(session, topology, boundary))
                            .ifPresent(neighbours::add);
                case MISSING -> neighbours.add(missing(node));
            }
        }
        return neighbours;
    }

    private static Neighbours.Neighbour boundary(Session session, Topology topology, Boundary boundary) {
        List<String> inside = Standing.members(topology, boundary.id()).stream()
                .map(Service::id)
                .toList();
        return new Neighbours.Neighbour(
                NodeId.boundary(boundary.id()),
                boundary.name(),
                session.board().rollup(inside).health(),
                Messages.of("inspect.boundary"),
                List.of());
    }

    private static Neighbours.Neighbour missing(NodeId node) {
        return new Neighbours.Neighbour(node, node.id(), Health.UNKNOWN, Messages.of("inspect.missing"), List.of());
    }
}
