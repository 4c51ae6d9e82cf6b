package dev.orrery.app.shell;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Layout;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Session;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Goes to a thing: selects it and brings it onto the screen. Boundaries that hide it are expanded first, and then it
/// takes until the new layout is there.
final class Journey {
    private final Supplier<Session> session;
    private final Consumer<Action> actions;
    private final DiagramCanvas canvas;
    private @Nullable NodeId goal;

    Journey(Supplier<Session> session, Consumer<Action> actions, DiagramCanvas canvas) {
        this.session = session;
        this.actions = actions;
        this.canvas = canvas;
    }

    void to(NodeId node) {
        goal = null;
        actions.accept(new Action.Select(node));
        goal = node;
        hiding(session.get(), node).forEach(boundary -> actions.accept(new Edit.Expand(boundary)));
        goOn(session.get());
    }

    /// To be told of every session while under way.
    void goOn(Session now) {
        NodeId node = goal;
        NodeId selected = now.selected();
        if (node == null || (selected != null && !selected.equals(node))) {
            // The user went elsewhere in the meantime.
            goal = null;
        } else if (now.arranging() == null && isOn(now.picture().layout(), node)) {
            goal = null;
            if (selected == null) {
                actions.accept(new Action.Select(node));
            }
            canvas.reveal(node);
        }
    }

    private static boolean isOn(Layout layout, NodeId node) {
        boolean framed = node.of() == NodeId.Of.BOUNDARY && layout.frames().containsKey(node.id());
        return framed || layout.boxes().containsKey(node);
    }

    /// The collapsed boundaries around a thing, outermost first.
    private static List<String> hiding(Session session, NodeId node) {
        if (session.opened() == null) {
            return List.of();
        }
        Topology topology = session.opened().pictured();
        String around = switch (node.of()) {
            case SERVICE -> topology.service(node.id()).map(Service::boundary).orElse(null);
            case BOUNDARY -> topology.boundary(node.id()).map(Boundary::within).orElse(null);
            case MISSING -> null;
        };
        return topology.enclosing(around).reversed().stream()
                .map(Boundary::id)
                .filter(session.arrangement().visibility().collapsed()::contains)
                .toList();
    }
}
