package dev.orrery.app.inspect;

import dev.orrery.app.parts.Icons;
import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.health.ReportedHealth;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Pair;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A list of things to go to: what a service depends on, who uses it, who is in a boundary. Below a dependency stands
/// its evidence, as the line on the picture tells it under the mouse.
final class Neighbours extends Section<List<Neighbours.Neighbour>> {
    private static final int FIRST = 60;
    private static final int FIRST_EVIDENCE = 3;

    /// @param note at the right, as in `data, required`
    /// @param evidence why it is a neighbour, surest first; empty where that goes without saying
    /// @param ends of the dependency by which it is one; null where it is in a boundary
    record Neighbour(
            NodeId node,
            String name,
            Health health,
            String note,
            List<Evidence> evidence,
            @Nullable Pair ends) {
        Neighbour(NodeId node, String name, Health health, String note, List<Evidence> evidence) {
            this(node, name, health, note, evidence, null);
        }

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
            return new Neighbour(node, name, health, said, evidence, ends);
        }
    }

    private final Consumer<NodeId> go;
    private final Consumer<Action> actions;
    private final Outside outside;

    Neighbours(String titleKey, Outside outside) {
        super(titleKey);
        this.go = outside.go();
        this.actions = outside.actions();
        this.outside = outside;
    }

    @Override
    List<? extends Node> nodes(List<Neighbour> neighbours) {
        return neighbours.isEmpty() ? List.of() : List.of(new Capped<>(neighbours, FIRST, this::entry));
    }

    private Node entry(Neighbour neighbour) {
        Node row = neighbour.ends() == null ? row(neighbour) : edited(neighbour, neighbour.ends());
        if (neighbour.evidence().isEmpty()) {
            return row;
        }
        Capped<Evidence> evidence = new Capped<>(neighbour.evidence(), FIRST_EVIDENCE, this::evidence);
        evidence.getStyleClass().add("evidence");
        return new VBox(row, evidence);
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

    /// With what can be done to the dependency.
    private Node edited(Neighbour neighbour, Pair ends) {
        Button row = row(neighbour);
        MenuButton more = new MenuButton(
                null,
                Icons.of("fth-more-horizontal"),
                item("inspect.annotate", () -> outside.annotate().accept(ends)),
                item("inspect.retarget", () -> outside.retarget().accept(ends)),
                item(
                        "inspect.disconnect",
                        () -> actions.accept(new Edit.ChangeTopology(
                                List.of(new TopologyEdit.Disconnect(ends.from(), ends.to()))))));
        more.setId("edit-" + ends.from() + "-" + ends.to());
        more.getStyleClass().addAll("icon-button", "neighbour-more");
        more.setAccessibleText(Messages.of("inspect.edit-dependency", neighbour.name()));
        // Over the row, so that the words have all of it where nobody points.
        StackPane both = new StackPane(row, more);
        StackPane.setAlignment(more, Pos.CENTER_RIGHT);
        both.getStyleClass().add("neighbour-row");
        return both;
    }

    private static MenuItem item(String key, Runnable does) {
        MenuItem item = new MenuItem(Messages.of(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> does.run());
        return item;
    }

    private Button row(Neighbour neighbour) {
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
