package dev.orrery.app.inspect;

import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.app.theme.HealthStates;
import dev.orrery.health.Health;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The top of a page: shape and name, how it stands in a sentence, and why.
final class Heading extends VBox {
    private final HealthGlyph glyph = new HealthGlyph(Health.UNKNOWN, 14);
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label why = new Label();

    Heading() {
        getStyleClass().add("heading");
        name.getStyleClass().add("heading-name");
        name.setWrapText(true);
        name.setId("inspector-name");
        state.getStyleClass().add("heading-state");
        state.setWrapText(true);
        state.setId("inspector-state");
        why.getStyleClass().add("heading-why");
        why.setWrapText(true);
        why.setId("inspector-why");
        HBox title = new HBox(9, glyph, name);
        title.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(title, state, why);
    }

    void show(Health health, String nameWords, String stateWords, String whyWords) {
        glyph.show(health);
        HealthStates.set(state, health);
        name.setText(nameWords);
        put(state, stateWords);
        put(why, whyWords);
    }

    private static void put(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }
}
