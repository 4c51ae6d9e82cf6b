package dev.orrery.app.action;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What can be done to the thing that is selected.
final class Selected {
    private Selected() {}

    static Optional<Action> source(Session session) {
        return place(session).map(Action.ShowSource::new);
    }

    /// Collapses or expands the selected boundary, or collapses the one around the selected service.
    static Optional<Action> fold(Session session) {
        return Optional.ofNullable(foldable(session))
                .map(boundary ->
                        isCollapsed(session, boundary) ? new Edit.Expand(boundary) : new Edit.Collapse(boundary));
    }

    static Optional<String> foldWords(Session session) {
        String boundary = foldable(session);
        if (boundary == null || session.opened() == null) {
            return Optional.empty();
        }
        String name = session.opened()
                .pictured()
                .boundary(boundary)
                .map(Boundary::name)
                .orElse(boundary);
        return Optional.of(
                Messages.of(isCollapsed(session, boundary) ? "action.fold.expand" : "action.fold.collapse", name));
    }

    /// Lets pinned boxes go, or holds boxes where they are: all that are selected.
    static Optional<Action> pin(Session session) {
        SortedSet<NodeId> selected = session.allSelected();
        if (selected.isEmpty()) {
            return Optional.empty();
        }
        if (arePinned(session)) {
            return Optional.of(new Edit.UnpinBoxes(selected));
        }
        TreeMap<NodeId, Point> places = new TreeMap<>();
        for (NodeId node : selected) {
            Box box = session.picture().layout().boxes().get(node);
            if (box != null) {
                places.put(node, new Point(box.x(), box.y()));
            }
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(new Edit.PinBoxes(places));
    }

    static Optional<String> pinWords(Session session) {
        return session.selected() == null || arePinned(session)
                ? Optional.empty()
                : Optional.of(Messages.of("action.unpin.pin"));
    }

    static Optional<Action> impact(Session session) {
        return session.selected() == null ? Optional.empty() : Optional.of(new Action.ToggleImpact());
    }

    private static boolean arePinned(Session session) {
        return session.arrangement().pins().keySet().containsAll(session.allSelected());
    }

    private static boolean isCollapsed(Session session, String boundary) {
        return session.arrangement().visibility().collapsed().contains(boundary);
    }

    private static @Nullable String foldable(Session session) {
        NodeId node = session.selected();
        if (node == null || session.opened() == null) {
            return null;
        }
        return switch (node.of()) {
            case BOUNDARY -> node.id();
            case SERVICE ->
                session.opened()
                        .pictured()
                        .service(node.id())
                        .map(Service::boundary)
                        .orElse(null);
            case MISSING -> null;
        };
    }

    private static Optional<SourceLocation> place(Session session) {
        NodeId node = session.selected();
        if (node == null || session.opened() == null) {
            return Optional.empty();
        }
        Topology topology = session.opened().topology();
        return switch (node.of()) {
            case SERVICE -> topology.service(node.id()).map(Service::source);
            // A community is no part of it: no source states one.
            case BOUNDARY -> topology.boundary(node.id()).map(Boundary::source);
            case MISSING ->
                topology.dependencies().stream()
                        .filter(dependency -> dependency.to().equals(node.id()))
                        .map(Dependency::evidence)
                        .map(evidence -> evidence.getFirst().source())
                        .findFirst();
        };
    }
}
