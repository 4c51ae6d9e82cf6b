package dev.orrery.app.shell;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.app.parts.Icons;
import dev.orrery.graph.NodeId;
import dev.orrery.session.Action;
import dev.orrery.session.Picture;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The path of what is open around the selected thing, or around what was opened last: everything, the boundaries from
/// the outside in, and the thing itself. A click goes there and shows all of it; it collapses nothing, so that nothing
/// one looked at is lost. Where nothing is open around a thing there is nothing to say, and it is not there.
final class Breadcrumb extends HBox {
    private final Consumer<Action> actions;
    private final DiagramCanvas canvas;
    private List<Crumb> shown = List.of();

    /// @param node null for everything
    record Crumb(@Nullable NodeId node, String name) {}

    Breadcrumb(Consumer<Action> actions, DiagramCanvas canvas) {
        this.actions = actions;
        this.canvas = canvas;
        getStyleClass().add("breadcrumb");
        setId("breadcrumb");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleText(Messages.of("breadcrumb"));
        see(List.of());
    }

    void render(Session session) {
        List<Crumb> crumbs = crumbs(session);
        if (!crumbs.equals(shown)) {
            see(crumbs);
        }
    }

    /// Goes to what is around the selected thing; where nothing is, to everything.
    void out() {
        if (shown.size() > 1) {
            go(shown.get(shown.size() - 2));
        }
    }

    /// From the outside in, the thing itself last; none where nothing is open around it.
    static List<Crumb> crumbs(Session session) {
        Picture picture = session.picture();
        NodeId at = session.selected() == null ? picture.touched() : session.selected();
        if (session.opened() == null || at == null) {
            return List.of();
        }
        Topology topology = picture.topology();
        String innermost = switch (at.of()) {
            case SERVICE -> topology.service(at.id()).map(Service::boundary).orElse(null);
            case BOUNDARY -> topology.boundary(at.id()).map(Boundary::within).orElse(null);
            case MISSING -> null;
        };
        List<Crumb> crumbs = new ArrayList<>();
        for (Boundary around : topology.enclosing(innermost).reversed()) {
            if (picture.layout().frames().containsKey(around.id())) {
                crumbs.add(new Crumb(NodeId.boundary(around.id()), Untrusted.oneLine(around.name())));
            }
        }
        boolean open =
                at.of() == NodeId.Of.BOUNDARY && picture.layout().frames().containsKey(at.id());
        if (crumbs.isEmpty() && !open) {
            return List.of();
        }
        crumbs.addFirst(new Crumb(null, Messages.of("breadcrumb.all")));
        if (open || picture.layout().boxes().containsKey(at)) {
            crumbs.add(new Crumb(at, Untrusted.oneLine(name(topology, at))));
        }
        return List.copyOf(crumbs);
    }

    private static String name(Topology topology, NodeId node) {
        return node.of() == NodeId.Of.BOUNDARY
                ? topology.boundary(node.id()).map(Boundary::name).orElse(node.id())
                : topology.nameOf(node.id());
    }

    private void see(List<Crumb> crumbs) {
        shown = crumbs;
        setVisible(!crumbs.isEmpty());
        setManaged(!crumbs.isEmpty());
        List<Node> nodes = new ArrayList<>();
        for (int at = 0; at < crumbs.size(); at++) {
            if (at > 0) {
                Label further = new Label("›");
                further.getStyleClass().add("crumb-further");
                further.setMinWidth(USE_PREF_SIZE);
                nodes.add(further);
            }
            nodes.add(at < crumbs.size() - 1 ? button(crumbs.get(at), at) : here(crumbs.get(at)));
        }
        getChildren().setAll(nodes);
    }

    private Node button(Crumb crumb, int at) {
        Button button = crumb.node() == null ? new Button(null, Icons.of("fth-home")) : new Button(crumb.name());
        button.getStyleClass().setAll("crumb");
        button.setId("crumb-" + at);
        button.setTooltip(new Tooltip(Messages.of("breadcrumb.hint", crumb.name())));
        button.setAccessibleText(Messages.of("breadcrumb.hint", crumb.name()));
        button.setOnAction(_ -> go(crumb));
        return button;
    }

    private static Node here(Crumb crumb) {
        Label label = new Label(crumb.name());
        label.getStyleClass().addAll("crumb", "crumb-here");
        label.setId("crumb-here");
        return label;
    }

    private void go(Crumb crumb) {
        actions.accept(new Action.Select(crumb.node()));
        if (crumb.node() == null) {
            canvas.fit();
        } else {
            canvas.fitTo(crumb.node());
        }
        canvas.requestFocus();
    }
}
