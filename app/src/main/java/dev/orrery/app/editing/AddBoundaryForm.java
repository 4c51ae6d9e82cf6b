package dev.orrery.app.editing;

import dev.orrery.app.action.Performer;
import dev.orrery.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// A boundary that there was not, perhaps around services.
public final class AddBoundaryForm extends EditForm {
    private final List<String> members;
    private final TextField id;
    private final TextField name;
    private final TextField kind;
    private final @Nullable String within;

    /// @param members the services that it is put around; empty for none
    /// @param within the boundary around it; null for none
    public AddBoundaryForm(List<String> members, @Nullable String within, Performer performer, Runnable close) {
        super("editing.add", performer, close);
        this.members = List.copyOf(members);
        this.within = within;
        id = line("edit-name", "");
        name = line("edit-words", "");
        kind = line("edit-kind", "bounded-context");
        put("editing.id", id);
        put("editing.name", name);
        put("editing.kind", kind);
        check();
    }

    @Override
    public Node first() {
        return id;
    }

    @Override
    List<TopologyEdit> edits() {
        if (id.getText().isEmpty()) {
            return List.of();
        }
        List<TopologyEdit> edits = new ArrayList<>();
        edits.add(new TopologyEdit.AddBoundary(id.getText(), orNull(name), orNull(kind), within));
        members.forEach(member -> edits.add(new TopologyEdit.MoveService(member, id.getText())));
        return edits;
    }
}
