package dev.orrery.app.action;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What of the selection can be edited: what a source states. A community is only on the picture.
public final class Editable {
    private Editable() {}

    /// The service that is selected.
    public static Optional<Service> service(Session session) {
        NodeId node = session.selected();
        return node == null || node.of() != NodeId.Of.SERVICE
                ? Optional.empty()
                : topology(session).flatMap(topology -> topology.service(node.id()));
    }

    /// The boundary that is selected.
    public static Optional<Boundary> boundary(Session session) {
        NodeId node = session.selected();
        return node == null || node.of() != NodeId.Of.BOUNDARY
                ? Optional.empty()
                : topology(session).flatMap(topology -> topology.boundary(node.id()));
    }

    static boolean isAny(Session session) {
        return service(session).isPresent() || boundary(session).isPresent();
    }

    static boolean isService(Session session) {
        return service(session).isPresent();
    }

    /// A service goes; of a boundary only the border goes.
    static Optional<Action> delete(Session session) {
        Optional<TopologyEdit> service = service(session).map(each -> new TopologyEdit.DeleteService(each.id()));
        return service.or(() -> boundary(session).map(each -> new TopologyEdit.DissolveBoundary(each.id())))
                .map(edit -> new Edit.ChangeTopology(List.of(edit)));
    }

    static Optional<Action> duplicate(Session session) {
        return service(session)
                .flatMap(each -> topology(session)
                        .map(topology -> new Edit.ChangeTopology(
                                List.of(new TopologyEdit.DuplicateService(each.id(), freeName(topology, each.id()))))));
    }

    static boolean isUnsaved(Session session) {
        return !session.unsaved().isEmpty();
    }

    private static Optional<Topology> topology(Session session) {
        return Optional.ofNullable(session.opened()).map(Opened::topology);
    }

    private static String freeName(Topology topology, String id) {
        return IntStream.iterate(2, count -> count + 1)
                .mapToObj(count -> id + "-" + count)
                .filter(name -> topology.service(name).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
