package dev.orrery.app.inspect;

import dev.orrery.health.Health;
import dev.orrery.health.Rollup;
import dev.orrery.health.ServiceHealth;
import dev.orrery.importer.Loaded;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.util.Comparator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// About the topology as a whole, while nothing is selected.
final class TopologyPage extends Page {
    private final Heading heading = new Heading();
    private final Noted noted;
    private final Facts facts = new Facts();
    private final Facts borders = new Facts("inspect.borders");
    private final Neighbours troubled;
    private final Files files;
    private @Nullable Loaded listed;
    private final Label hint = new Label(Messages.of("inspect.nothing-selected"));

    TopologyPage(Outside outside) {
        noted = new Noted(outside.performer());
        troubled = new Neighbours("inspect.troubled", outside);
        files = new Files(outside.actions());
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        getChildren().setAll(heading, noted, facts, borders, troubled, hint, files);
    }

    @Override
    void render(Session session, Opened opened, String id) {
        Topology topology = opened.topology();
        Rollup rollup = session.board().rollup();
        String name = topology.name().isBlank() ? Messages.of("inspect.unnamed") : topology.name();
        heading.show(rollup.health(), name, Standing.counts(rollup), "");
        noted.render(session, null);
        facts.show(new Facts.Known()
                .and("inspect.services", Integer.toString(topology.services().size()))
                .and(
                        "inspect.dependencies",
                        Integer.toString(topology.dependencies().size()))
                .and(
                        "inspect.boundaries",
                        Integer.toString(topology.boundaries().size()))
                .facts());
        borders.show(BorderFacts.of(opened.metrics(), topology));
        troubled.show(session.board().services().values().stream()
                .filter(service -> service.health() == Health.DOWN || service.health() == Health.DEGRADED)
                .sorted(Comparator.comparing(ServiceHealth::health).thenComparing(ServiceHealth::service))
                .flatMap(health -> topology.service(health.service()).stream()
                        .map(service -> Standing.neighbour(
                                session, service, Messages.of(health.health().messageKey()))))
                .toList());
        // There may be thousands of files; they change only with a new reading.
        if (!opened.loaded().equals(listed)) {
            listed = opened.loaded();
            files.show(FileList.of(listed));
        }
    }

    /// Nothing is open any more; the list of files would hold on to all that was read.
    void forget() {
        listed = null;
    }

    /// The row of a file; the list of files where it has none.
    Node row(String file) {
        return files.row(file).orElse(files);
    }
}
