package dev.orrery.app.inspect;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;

/// A title that shows and hides what is below it; hidden at first.
final class Fold extends TitledPane {
    Fold(String title, Node content) {
        super(title, content);
        setAnimated(false);
        setExpanded(false);
        getStyleClass().add("fold");
    }
}
