package dev.orrery.app.inspect;

import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiAction;
import dev.orrery.app.action.UiActions;
import dev.orrery.app.parts.Icons;
import dev.orrery.graph.NodeId;
import dev.orrery.session.Session;
import dev.orrery.text.Untrusted;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The note on what a page is about, in full.
final class Noted extends Section<String> {
    private final Performer performer;

    Noted(Performer performer) {
        super("inspect.note");
        this.performer = performer;
    }

    /// @param on null for the whole
    void render(Session session, @Nullable NodeId on) {
        show(Untrusted.lines(session.keptArrangement().guide().note(on)));
    }

    @Override
    List<? extends Node> nodes(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        Label words = new Label(text);
        words.setId("inspector-note");
        words.getStyleClass().add("note-words-in-inspector");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        UiAction change = UiActions.of("note");
        Button edit = Icons.button(
                "fth-edit-2", change.words().apply(performer.session().get()), () -> performer.perform(change));
        edit.setId("inspector-note-edit");
        return List.of(new HBox(6, words, edit));
    }
}
