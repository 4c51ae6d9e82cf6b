package dev.orrery.app.inspect;

import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;

/// About something that is needed, but defined nowhere: who names it, and where.
final class MissingPage extends Page {
    private final Heading heading = new Heading();
    private final Noted noted;
    private final Neighbours namedBy;

    MissingPage(Outside outside) {
        namedBy = new Neighbours("inspect.named-by", outside);
        noted = new Noted(outside.performer());
        getChildren().setAll(heading, noted, namedBy);
    }

    @Override
    void render(Session session, Opened opened, String id) {
        heading.show(Health.UNKNOWN, id, Messages.of("inspect.missing"), Messages.of("inspect.missing.hint"));
        noted.render(session, NodeId.missing(id));
        namedBy.show(opened.topology().dependencies().stream()
                .filter(dependency -> dependency.to().equals(id))
                .flatMap(dependency -> opened.topology().service(dependency.from()).stream()
                        .map(from -> Standing.neighbour(session, from, dependency)))
                .toList());
    }
}
