package dev.orrery.app.shell;

import dev.orrery.app.action.Menus;
import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiActions;
import dev.orrery.app.canvas.CanvasListener;
import dev.orrery.app.canvas.Landing;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.inspection.Finding;
import dev.orrery.layout.Point;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Inquiry;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
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
    public void selectedMore(NodeId id) {
        performer.dispatch().accept(new Action.SelectMore(id));
    }

    @Override
    public void selectedAll(List<NodeId> ids, boolean more) {
        TreeSet<NodeId> all = new TreeSet<>(ids);
        if (more) {
            all.addAll(performer.session().get().allSelected());
        }
        performer
                .dispatch()
                .accept(ids.isEmpty() ? new Action.Select(null) : new Action.SelectThese(ids.getFirst(), all));
    }

    @Override
    public void joined(NodeId id) {
        NodeId from = performer.session().get().selected();
        performer
                .dispatch()
                .accept(from == null || from.equals(id) ? new Action.Select(id) : new Action.FindPath(from, id));
    }

    /// First what was asked goes, then the selection, then a what-if or comparison.
    @Override
    public void escaped() {
        boolean asked = !(performer.session().get().inquiry() instanceof Inquiry.None);
        boolean away = !performer.session().get().excursion().isNone()
                && performer.session().get().selected() == null;
        if (!asked && away) {
            performer.perform(UiActions.of("leave-excursion"));
        } else {
            performer.dispatch().accept(asked ? new Action.EndInquiry() : new Action.Select(null));
        }
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

    /// The first of them, and where one of them is looked at already, the next.
    @Override
    public void found(List<Finding> findings) {
        int now = performer.session().get().inquiry() instanceof Inquiry.OfFinding(Finding finding)
                ? findings.indexOf(finding)
                : -1;
        performer.dispatch().accept(new Action.ShowFinding(findings.get((now + 1) % findings.size())));
    }

    @Override
    public void pinned(SortedMap<NodeId, Point> topLefts) {
        performer.dispatch().accept(new Edit.PinBoxes(topLefts));
    }

    @Override
    public @Nullable String offered(SortedSet<NodeId> dragged, Landing landing) {
        Session session = performer.session().get();
        Opened opened = session.opened();
        return opened == null
                ? null
                : LandedEdit.words(opened.written(), LandedEdit.of(opened.written(), dragged, landing))
                        .orElse(null);
    }

    @Override
    public void landed(SortedSet<NodeId> dragged, Landing landing) {
        Opened opened = performer.session().get().opened();
        if (opened != null) {
            List<TopologyEdit> edits = LandedEdit.of(opened.written(), dragged, landing);
            if (!edits.isEmpty()) {
                performer.dispatch().accept(new Edit.ChangeTopology(edits));
            }
        }
    }

    @Override
    public void contextMenu(@Nullable NodeId id, Point2D screen) {
        if (id == null || !performer.session().get().allSelected().contains(id)) {
            selected(id);
        }
        ContextMenu menu = Menus.forSelection(performer);
        menu.show(canvas.get(), screen.getX(), screen.getY());
    }
}
