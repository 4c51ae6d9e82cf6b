package dev.orrery.app.inspect;

import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A list of things to go to: what a service depends on, who uses it, who is in a boundary.
final class Neighbours extends Section<List<Neighbours.Neighbour>> {
    /// @param note at the right, as in `data, required`
    record Neighbour(NodeId node, String name, Health health, String note) {}

    private final Consumer<NodeId> go;

    Neighbours(String titleKey, Consumer<NodeId> go) {
        super(titleKey);
        this.go = go;
    }

    @Override
    List<? extends Node> nodes(List<Neighbour> neighbours) {
        return neighbours.stream().map(this::row).toList();
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
