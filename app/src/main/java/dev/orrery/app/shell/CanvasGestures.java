package dev.orrery.app.shell;

import dev.orrery.app.action.Menus;
import dev.orrery.app.action.Performer;
import dev.orrery.app.canvas.CanvasListener;
import dev.orrery.app.canvas.Landing;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Point;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Inquiry;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import org.jspecify.annotations.Nullable;

/// Turns what the user does on the picture into actions.
///
/// @param canvas where menus open
/// @param inspect shows the inspector
record CanvasGestures(Performer performer, Supplier<Node> canvas, Runnable inspect) implements CanvasListener {
    @Override
    public void selected(@Nullable NodeId id) {
        performer.dispatch().accept(new Action.Select(id));
    }

    @Override
    public void joined(NodeId id) {
        NodeId from = performer.session().get().selected();
        performer
                .dispatch()
                .accept(from == null || from.equals(id) ? new Action.Select(id) : new Action.FindPath(from, id));
    }

    /// First what was asked goes, then the selection.
    @Override
    public void escaped() {
        boolean asked = !(performer.session().get().inquiry() instanceof Inquiry.None);
        performer.dispatch().accept(asked ? new Action.EndInquiry() : new Action.Select(null));
    }

    @Override
    public void activated(NodeId id) {
        selected(id);
        inspect.run();
    }

    @Override
    public void toggled(String boundary) {
        boolean collapsed =
                performer.session().get().arrangement().visibility().collapsed().contains(boundary);
        performer.dispatch().accept(collapsed ? new Edit.Expand(boundary) : new Edit.Collapse(boundary));
    }

    @Override
    public void unfolded(Set<EdgeId> lines) {
        performer.dispatch().accept(new Action.ToggleFolded(lines));
    }

    @Override
    public void pinned(NodeId id, Point topLeft) {
        performer.dispatch().accept(new Edit.PinBox(id, topLeft));
    }

    @Override
    public @Nullable String offered(NodeId dragged, Landing landing) {
        Session session = performer.session().get();
        Opened opened = session.opened();
        return opened == null
                ? null
                : LandedEdit.of(opened.written(), dragged, landing)
                        .flatMap(edit -> LandedEdit.words(opened.written(), edit))
                        .orElse(null);
    }

    @Override
    public void landed(NodeId dragged, Landing landing) {
        Opened opened = performer.session().get().opened();
        if (opened != null) {
            LandedEdit.of(opened.written(), dragged, landing)
                    .ifPresent(edit -> performer.dispatch().accept(new Edit.ChangeTopology(List.of(edit))));
        }
    }

    @Override
    public void contextMenu(@Nullable NodeId id, Point2D screen) {
        selected(id);
        ContextMenu menu = Menus.forSelection(id, performer);
        menu.show(canvas.get(), screen.getX(), screen.getY());
    }
}
