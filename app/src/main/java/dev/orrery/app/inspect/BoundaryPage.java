package dev.orrery.app.inspect;

import dev.orrery.app.action.Attended;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.health.Rollup;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import javafx.scene.layout.VBox;

/// All about one boundary.
final class BoundaryPage extends Page {
    private final Heading heading = new Heading();
    private final Said said;
    private final Noted noted;
    private final Facts facts = new Facts();
    private final Facts borders = new Facts("inspect.borders");
    private final Neighbours needs;
    private final Neighbours neededBy;
    private final Neighbours members;

    BoundaryPage(Outside outside) {
        needs = new Neighbours("inspect.depends-on", outside);
        neededBy = new Neighbours("inspect.used-by", outside);
        said = new Said(outside.performer());
        noted = new Noted(outside.performer());
        members = new Neighbours("inspect.members", outside);
        getChildren().setAll(new VBox(6, heading, said), noted, facts, borders, needs, neededBy, members);
    }

    @Override
    void render(Session session, Opened opened, String id) {
        opened.pictured().boundary(id).ifPresent(boundary -> {
            render(session, opened.pictured(), boundary);
            borders.show(BorderFacts.of(id, opened.metrics(), opened.topology()));
        });
    }

    private void render(Session session, Topology topology, Boundary boundary) {
        List<Service> inside = Standing.members(topology, boundary.id());
        Rollup rollup = session.board().rollup(inside.stream().map(Service::id).toList());
        heading.show(rollup.health(), boundary.name(), Standing.counts(rollup), "");
        Attended.of(session).ifPresent(attended -> said.render(session, attended));
        noted.render(session, NodeId.boundary(boundary.id()));
        facts.show(new Facts.Known()
                .and("inspect.kind", kind(boundary))
                .and("inspect.owner", boundary.owner())
                .and("inspect.within", boundary.within() == null ? null : Standing.path(topology, boundary.within()))
                .and(
                        "inspect.source",
                        boundary.isCommunity() ? null : boundary.source().toString())
                .facts());
        NodeId box = NodeId.boundary(boundary.id());
        VisibleGraph graph = session.picture().graph();
        List<Neighbours.Neighbour> needed = RolledUp.neededBy(session, graph, box);
        needs.note(Integer.toString(needed.size()));
        needs.show(needed);
        List<Neighbours.Neighbour> needing = RolledUp.needing(session, graph, box);
        neededBy.note(Integer.toString(needing.size()));
        neededBy.show(needing);
        members.note(Integer.toString(inside.size()));
        members.show(inside.stream()
                .map(service -> Standing.neighbour(session, service, note(service)))
                .toList());
    }

    private static String kind(Boundary boundary) {
        return boundary.isCommunity()
                ? Messages.of("inspect.community")
                : Standing.capital(boundary.kind().replace('-', ' '));
    }

    private static String note(Service service) {
        return service.technology() == null
                ? Messages.of("kind." + service.kind().word())
                : service.technology();
    }
}
