package dev.orrery.app.inspect;

import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.health.ReportedHealth;
import dev.orrery.session.Action;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Evidence;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A list of things to go to: what a service depends on, who uses it, who is in a boundary. Below a dependency stands
/// its evidence, as the line on the picture tells it under the mouse.
final class Neighbours extends Section<List<Neighbours.Neighbour>> {
    private static final int FIRST = 60;
    private static final int FIRST_EVIDENCE = 3;

    /// @param note at the right, as in `data, required`
    /// @param evidence why it is a neighbour, surest first; empty where that goes without saying
    record Neighbour(NodeId node, String name, Health health, String note, List<Evidence> evidence) {
        Neighbour {
            evidence = evidence.stream().sorted(Evidence.SUREST_FIRST).toList();
        }

        /// The same with what whoever needs it reports of it, where that is anything but up.
        Neighbour reportedAs(@Nullable ReportedHealth reported) {
            if (reported == null || reported.health() == Health.UP) {
                return this;
            }
            String said = Messages.of(
                    "inspect.reported", note, Messages.of(reported.health().messageKey()));
            return new Neighbour(node, name, health, said, evidence);
        }
    }

    private final Consumer<NodeId> go;
    private final Consumer<Action> actions;

    Neighbours(String titleKey, Outside outside) {
        super(titleKey);
        this.go = outside.go();
        this.actions = outside.actions();
    }

    @Override
    List<? extends Node> nodes(List<Neighbour> neighbours) {
        return neighbours.isEmpty() ? List.of() : List.of(new Capped<>(neighbours, FIRST, this::entry));
    }

    private Node entry(Neighbour neighbour) {
        if (neighbour.evidence().isEmpty()) {
            return row(neighbour);
        }
        Capped<Evidence> evidence = new Capped<>(neighbour.evidence(), FIRST_EVIDENCE, this::evidence);
        evidence.getStyleClass().add("evidence");
        return new VBox(row(neighbour), evidence);
    }

    private Node evidence(Evidence piece) {
        String certainty = Messages.of("certainty." + piece.certainty().word());
        String spoken = Messages.of(
                "edge.hint.evidence",
                certainty,
                Untrusted.oneLine(piece.source().toString()),
                piece.ruleWords());
        return new PlaceRow(
                Messages.of("inspect.evidence", certainty, piece.ruleWords()), piece.source(), spoken, actions);
    }

    private Node row(Neighbour neighbour) {
        Label name = new Label(neighbour.name());
        name.getStyleClass().add("neighbour-name");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label note = new Label(neighbour.note());
        note.getStyleClass().add("neighbour-note");
        HBox row = new HBox(9, new HealthGlyph(neighbour.health(), 10), name, note);
        row.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().setAll("neighbour");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setId("go-" + neighbour.node().id());
        row.prefWidthProperty().bind(button.widthProperty().subtract(9));
        row.setMinWidth(0);
        button.setAccessibleText(Messages.of(
                "inspect.neighbour.spoken",
                neighbour.name(),
                Messages.of(neighbour.health().messageKey()),
                neighbour.note()));
        button.setOnAction(_ -> go.accept(neighbour.node()));
        return button;
    }
}
