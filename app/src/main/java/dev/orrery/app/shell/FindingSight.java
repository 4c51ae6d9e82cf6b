package dev.orrery.app.shell;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.inspection.Finding;
import dev.orrery.session.Inquiry;
import dev.orrery.session.Session;
import org.jspecify.annotations.Nullable;

/// Brings what a finding is about onto the screen when it is looked at; of what lies in a collapsed boundary that
/// boundary, since to look is no reason to expand it.
final class FindingSight {
    private final DiagramCanvas canvas;
    private @Nullable Finding last;

    FindingSight(DiagramCanvas canvas) {
        this.canvas = canvas;
    }

    void render(Session session) {
        Finding now = session.inquiry() instanceof Inquiry.OfFinding(Finding finding) ? finding : null;
        boolean another = now != null && !now.equals(last);
        last = now;
        NodeId selected = session.selected();
        if (another && selected != null) {
            session.picture().graph().nodes().stream()
                    .filter(node -> node.id().equals(selected) || node.members().contains(selected.id()))
                    .map(VisibleGraph.Node::id)
                    .findFirst()
                    .ifPresent(canvas::reveal);
        }
    }
}
