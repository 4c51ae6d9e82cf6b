package dev.orrery.app.editing;

import dev.orrery.app.action.Performer;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/// Another id for a service or a boundary, in all that refers to it.
public final class RenameForm extends EditForm {
    private final NodeId node;
    private final TextField name;

    /// @param node a service or a boundary
    public RenameForm(NodeId node, Performer performer, Runnable close) {
        super("editing.rename", performer, close);
        this.node = node;
        name = line("edit-name", node.id());
        put("editing.id", name);
        name.selectAll();
        check();
    }

    @Override
    public Node first() {
        return name;
    }

    @Override
    List<TopologyEdit> edits() {
        String renamed = name.getText();
        if (renamed.equals(node.id())) {
            return List.of();
        }
        return List.of(
                node.of() == NodeId.Of.BOUNDARY
                        ? new TopologyEdit.RenameBoundary(node.id(), renamed)
                        : new TopologyEdit.RenameService(node.id(), renamed));
    }
}
