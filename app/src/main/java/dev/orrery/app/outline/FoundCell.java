package dev.orrery.app.outline;

import dev.orrery.app.parts.Icons;
import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.health.Health;
import dev.orrery.text.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One row of the palette.
final class FoundCell extends ListCell<Found> {
    private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

    private final StackPane sign = new StackPane();
    private final Label title = new Label();
    private final Label note = new Label();
    private final HBox row = new HBox(10, sign, title, note);

    FoundCell() {
        getStyleClass().add("found-cell");
        row.setAlignment(Pos.CENTER_LEFT);
        sign.setMinWidth(18);
        title.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add("found-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        note.getStyleClass().add("found-note");
        note.setMinWidth(USE_PREF_SIZE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Found found, boolean empty) {
        super.updateItem(found, empty);
        if (empty || found == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(IMPOSSIBLE, false);
            return;
        }
        title.setText(found.title());
        note.setText(found.note());
        switch (found) {
            case Found.Thing thing -> {
                Health health = thing.health() == null ? Health.UNKNOWN : thing.health();
                show(new HealthGlyph(health, 11), true);
                String word = Messages.of(thing.health() == null ? "health.no-check" : health.messageKey());
                setAccessibleText(Messages.of("palette.spoken.thing", thing.title(), thing.note(), word));
            }
            case Found.Filtered filtered -> {
                show(Icons.of("fth-filter"), true);
                setAccessibleText(Messages.of("palette.spoken.action", filtered.title(), filtered.note()));
            }
            case Found.Doable doable -> {
                show(Icons.of(doable.action().icon()), doable.possible());
                setAccessibleText(Messages.of("palette.spoken.action", doable.title(), doable.note()));
            }
        }
        setGraphic(row);
    }

    private void show(Node node, boolean possible) {
        sign.getChildren().setAll(node);
        pseudoClassStateChanged(IMPOSSIBLE, !possible);
    }
}
