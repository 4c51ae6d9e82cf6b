package dev.orrery.app.tour;

import dev.orrery.app.action.Performer;
import dev.orrery.graph.NodeId;
import dev.orrery.guide.GuideEdit;
import dev.orrery.session.Edit;
import dev.orrery.text.Messages;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/// What there is to be said of a service, a boundary or the whole. An empty text takes the note away.
public final class NoteForm extends WordsForm {
    private final @Nullable NodeId on;
    private final Performer performer;

    /// @param on null for the whole
    /// @param close closes the sheet
    public NoteForm(@Nullable NodeId on, Performer performer, Runnable close) {
        super("note", before(on, performer), "tour.note.keep", close);
        this.on = on;
        this.performer = performer;
        if (!before(on, performer).isEmpty()) {
            Button delete = new Button(Messages.of("tour.delete"));
            delete.setId("note-delete");
            delete.setOnAction(_ -> {
                close.run();
                write("");
            });
            put(delete);
        }
        words.end();
        check();
    }

    private static String before(@Nullable NodeId on, Performer performer) {
        return performer.session().get().keptArrangement().guide().note(on);
    }

    @Override
    String wrong() {
        return "";
    }

    @Override
    void submit() {
        write(text());
    }

    private void write(String text) {
        performer.dispatch().accept(new Edit.ChangeGuide(new GuideEdit.WriteNote(on, text)));
    }
}
