package dev.orrery.app.inspect;

import dev.orrery.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A titled part of a page that is rebuilt only when its value changes, and hidden while it has nothing to show.
///
/// @param <V> what it shows; compared by `equals`
abstract class Section<V> extends VBox {
    private final Label note = new Label();
    private final VBox body = new VBox();
    private @Nullable V shown;

    /// @param titleKey of the message bundle; null for no title
    Section(@Nullable String titleKey) {
        getStyleClass().add("section");
        body.getStyleClass().add("section-body");
        if (titleKey != null) {
            Label title = new Label(Messages.of(titleKey));
            title.getStyleClass().add("section-title");
            note.getStyleClass().add("section-note");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            getChildren().add(new HBox(8, title, gap, note));
        }
        getChildren().add(body);
    }

    /// What of the value is to be seen; empty hides the section.
    abstract List<? extends Node> nodes(V value);

    final void show(V value) {
        if (value.equals(shown)) {
            return;
        }
        shown = value;
        List<? extends Node> nodes = nodes(value);
        body.getChildren().setAll(nodes);
        setVisible(!nodes.isEmpty());
        setManaged(!nodes.isEmpty());
    }

    /// Small print at the right of the title.
    final void note(String words) {
        note.setText(words);
    }
}
