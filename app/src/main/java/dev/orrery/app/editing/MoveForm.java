package dev.orrery.app.editing;

import dev.orrery.app.action.Performer;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Another boundary around a service or a boundary.
public final class MoveForm extends EditForm {
    private final NodeId node;
    private final @Nullable String now;
    private final BoundaryChoice boundary;

    /// @param node a service or a boundary
    public MoveForm(NodeId node, Topology topology, Performer performer, Runnable close) {
        super("editing.move", performer, close);
        this.node = node;
        now = node.of() == NodeId.Of.BOUNDARY
                ? topology.boundary(node.id()).map(Boundary::within).orElse(null)
                : topology.service(node.id()).map(Service::boundary).orElse(null);
        boundary = new BoundaryChoice(topology, id -> isPossible(topology, id), now, this::check);
        put("editing.boundary", boundary);
        check();
    }

    @Override
    public Node first() {
        return boundary;
    }

    @Override
    List<TopologyEdit> edits() {
        String wanted = boundary.boundary();
        if (Objects.equals(wanted, now)) {
            return List.of();
        }
        return List.of(
                node.of() == NodeId.Of.BOUNDARY
                        ? new TopologyEdit.NestBoundary(node.id(), wanted)
                        : new TopologyEdit.MoveService(node.id(), wanted));
    }

    private boolean isPossible(Topology topology, String id) {
        return node.of() != NodeId.Of.BOUNDARY
                || topology.enclosing(id).stream().noneMatch(outer -> outer.id().equals(node.id()));
    }
}
