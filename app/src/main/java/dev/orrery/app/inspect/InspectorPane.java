package dev.orrery.app.inspect;

import dev.orrery.graph.NodeId;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// The inspector at the right: the page of what is selected.
public final class InspectorPane extends ScrollPane {
    private final ServicePage service;
    private final BoundaryPage boundary;
    private final MissingPage missing;
    private final TopologyPage topology;
    private final SeveralPage several;
    private @Nullable NodeId shown;

    public InspectorPane(Outside outside) {
        service = new ServicePage(outside);
        boundary = new BoundaryPage(outside);
        missing = new MissingPage(outside);
        topology = new TopologyPage(outside);
        several = new SeveralPage(outside);
        getStyleClass().add("inspector-pane");
        setId("inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText(Messages.of("pane.inspector"));
    }

    public void render(Session session) {
        Opened opened = session.opened();
        if (opened == null) {
            setContent(null);
            shown = null;
            topology.forget();
            return;
        }
        NodeId selected = session.selected();
        Page page = session.also().isEmpty() ? page(selected) : several;
        page.render(session, opened, selected == null ? "" : selected.id());
        if (!page.equals(getContent())) {
            setContent(page);
        }
        if (!Objects.equals(shown, selected)) {
            shown = selected;
            setVvalue(0);
        }
    }

    /// Brings the row of a file into view and gives it the focus, while nothing is selected.
    public void showFile(String file) {
        if (topology.equals(getContent())) {
            Node row = topology.row(file);
            applyCss();
            layout();
            bringIntoView(row);
            row.requestFocus();
        }
    }

    private void bringIntoView(Node row) {
        double beyond = topology.getHeight() - getViewportBounds().getHeight();
        Bounds within = topology.sceneToLocal(row.localToScene(row.getBoundsInLocal()));
        double middle = within.getCenterY() - getViewportBounds().getHeight() / 2;
        setVvalue(beyond <= 0 ? 0 : Math.clamp(middle / beyond, 0, 1));
    }

    private Page page(@Nullable NodeId selected) {
        if (selected == null) {
            return topology;
        }
        return switch (selected.of()) {
            case SERVICE -> service;
            case BOUNDARY -> boundary;
            case MISSING -> missing;
        };
    }
}
