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

/// Another boundary around services and boundaries.
public final class MoveForm extends EditForm {
    private final Topology topology;
    private final List<NodeId> nodes;
    private final BoundaryChoice boundary;

    /// @param nodes services and boundaries, at least one
    public MoveForm(List<NodeId> nodes, Topology topology, Performer performer, Runnable close) {
        super("editing.move", performer, close);
        this.topology = topology;
        this.nodes = List.copyOf(nodes);
        boundary = new BoundaryChoice(topology, this::isPossible, now(), this::check);
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
        return nodes.stream()
                .filter(node -> !Objects.equals(around(node), wanted))
                .<TopologyEdit>map(node -> node.of() == NodeId.Of.BOUNDARY
                        ? new TopologyEdit.NestBoundary(node.id(), wanted)
                        : new TopologyEdit.MoveService(node.id(), wanted))
                .toList();
    }

    /// The boundary around all of them; null for none, and for several.
    private @Nullable String now() {
        String first = around(nodes.getFirst());
        return nodes.stream().allMatch(node -> Objects.equals(around(node), first)) ? first : null;
    }

    private @Nullable String around(NodeId node) {
        return node.of() == NodeId.Of.BOUNDARY
                ? topology.boundary(node.id()).map(Boundary::within).orElse(null)
                : topology.service(node.id()).map(Service::boundary).orElse(null);
    }

    /// A boundary is not put into itself.
    private boolean isPossible(String id) {
        return topology.enclosing(id).stream().noneMatch(outer -> nodes.contains(NodeId.boundary(outer.id())));
    }
}
