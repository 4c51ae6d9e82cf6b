package dev.orrery.app.editing;

import dev.orrery.app.action.Performer;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// A service that there was not.
public final class AddServiceForm extends EditForm {
    private final TextField name;
    private final KindChoice<ServiceKind> kind;
    private final BoundaryChoice boundary;

    /// @param around the boundary to begin with; null for none
    public AddServiceForm(Topology topology, @Nullable String around, Performer performer, Runnable close) {
        super("editing.add", performer, close);
        name = line("edit-name", "");
        kind = new KindChoice<>(
                "edit-kind",
                List.of(ServiceKind.values()),
                ServiceKind.SERVICE,
                "kind",
                ServiceKind::word,
                this::check);
        boundary = new BoundaryChoice(topology, _ -> true, around, this::check);
        put("editing.id", name);
        put("editing.kind", kind);
        put("editing.boundary", boundary);
        check();
    }

    @Override
    public Node first() {
        return name;
    }

    @Override
    List<TopologyEdit> edits() {
        return name.getText().isEmpty()
                ? List.of()
                : List.of(new TopologyEdit.AddService(name.getText(), kind.getValue(), boundary.boundary()));
    }
}
