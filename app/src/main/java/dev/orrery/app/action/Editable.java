package dev.orrery.app.action;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/// What of the selection can be edited: what a source states. A community is only on the picture.
public final class Editable {
    private Editable() {}

    /// The service that is selected alone.
    public static Optional<Service> service(Session session) {
        return alone(services(session), session);
    }

    /// The boundary that is selected alone.
    public static Optional<Boundary> boundary(Session session) {
        return alone(boundaries(session), session);
    }

    /// All services that are selected, sorted by id.
    public static List<Service> services(Session session) {
        return those(session, NodeId.Of.SERVICE, Topology::service);
    }

    /// All boundaries that are selected, sorted by id.
    public static List<Boundary> boundaries(Session session) {
        return those(session, NodeId.Of.BOUNDARY, Topology::boundary);
    }

    /// What is selected, by its name or its number; empty where nothing of it can be edited.
    public static Optional<String> name(Session session) {
        int services = services(session).size();
        int boundaries = boundaries(session).size();
        if (services + boundaries > 1) {
            return Optional.of(Messages.of(
                    boundaries == 0 ? "selected.services" : "selected.both", Integer.toString(services + boundaries)));
        }
        return services(session).stream()
                .map(Service::name)
                .findFirst()
                .or(() -> boundaries(session).stream().map(Boundary::name).findFirst());
    }

    static boolean isAny(Session session) {
        return !services(session).isEmpty() || !boundaries(session).isEmpty();
    }

    static boolean isOne(Session session) {
        return service(session).isPresent() || boundary(session).isPresent();
    }

    static boolean isAnyService(Session session) {
        return !services(session).isEmpty();
    }

    static boolean isService(Session session) {
        return service(session).isPresent();
    }

    /// Services go; of boundaries only the borders go.
    static Optional<Action> delete(Session session) {
        List<TopologyEdit> edits = new ArrayList<>();
        services(session).forEach(each -> edits.add(new TopologyEdit.DeleteService(each.id())));
        boundaries(session).forEach(each -> edits.add(new TopologyEdit.DissolveBoundary(each.id())));
        return edits.isEmpty() ? Optional.empty() : Optional.of(new Edit.ChangeTopology(edits));
    }

    static Optional<Action> duplicate(Session session) {
        Topology topology = topology(session).orElse(Topology.EMPTY);
        List<TopologyEdit> edits = services(session).stream()
                .<TopologyEdit>map(each -> new TopologyEdit.DuplicateService(each.id(), freeName(topology, each.id())))
                .toList();
        return edits.isEmpty() ? Optional.empty() : Optional.of(new Edit.ChangeTopology(edits));
    }

    private static <T> Optional<T> alone(List<T> selected, Session session) {
        return selected.isEmpty() || !session.also().isEmpty() ? Optional.empty() : Optional.of(selected.getFirst());
    }

    private static <T> List<T> those(Session session, NodeId.Of kind, BiFunction<Topology, String, Optional<T>> byId) {
        Topology topology = topology(session).orElse(Topology.EMPTY);
        return session.allSelected().stream()
                .filter(node -> node.of() == kind)
                .flatMap(node -> byId.apply(topology, node.id()).stream())
                .toList();
    }

    static boolean isUnsaved(Session session) {
        return !session.unsaved().isEmpty() || session.isUnkept();
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
