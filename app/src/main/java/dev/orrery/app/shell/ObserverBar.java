package dev.orrery.app.shell;

import dev.orrery.app.parts.Icons;
import dev.orrery.session.Session;
import dev.orrery.session.Watching;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Says that this computer itself cannot see what it asks, once for all services.
final class ObserverBar extends HBox {
    private final Label words = new Label();

    ObserverBar() {
        super(12);
        getStyleClass().add("notice-bar");
        setId("observer");
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(Icons.of("fth-wifi-off"), words);
    }

    void render(Session session) {
        String said =
                session.watching() instanceof Watching.On ? session.observer().text() : "";
        words.setText(said);
        setVisible(!said.isEmpty());
        setManaged(!said.isEmpty());
    }
}
