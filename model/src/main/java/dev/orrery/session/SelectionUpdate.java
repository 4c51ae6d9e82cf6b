package dev.orrery.session;

import dev.orrery.diagram.Spotlight;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is selected: one thing of which most is told, and others beside it.
final class SelectionUpdate {
    private SelectionUpdate() {}

    static Session select(Session session, @Nullable NodeId node) {
        boolean same =
                Objects.equals(node, session.selected()) && session.also().isEmpty();
        boolean impact = session.impact() && node != null;
        return same ? session : InquiryUpdate.selected(session.withSelection(node, impact));
    }

    /// What is selected last leads.
    static Session more(Session session, NodeId node) {
        TreeSet<NodeId> all = new TreeSet<>(session.allSelected());
        if (all.add(node)) {
            return these(session, node, all);
        }
        all.remove(node);
        return all.isEmpty()
                ? select(session, null)
                : these(session, Objects.requireNonNullElse(leading(session, all), all.first()), all);
    }

    /// @param also may hold the one that leads
    static Session these(Session session, NodeId lead, SortedSet<NodeId> also) {
        TreeSet<NodeId> others = new TreeSet<>(also);
        others.remove(lead);
        return lead.equals(session.selected()) && others.equals(session.also())
                ? session
                : session.withSelection(lead, others);
    }

    static Session all(Session session) {
        Spotlight light = session.spotlight();
        TreeSet<NodeId> all = new TreeSet<>();
        session.picture().graph().nodes().stream()
                .filter(node -> light instanceof Spotlight.Everything
                        || node.members().stream().anyMatch(light::lights))
                .forEach(node -> all.add(node.id()));
        return all.isEmpty()
                ? session
                : these(session, Objects.requireNonNullElse(leading(session, all), all.first()), all);
    }

    /// What is no longer on the picture is not selected any more.
    static Session onPicture(Session session, VisibleGraph graph) {
        if (session.selected() == null) {
            return session;
        }
        Set<NodeId> there = new HashSet<>();
        graph.nodes().forEach(node -> there.add(node.id()));
        graph.boundaries().forEach(frame -> there.add(NodeId.boundary(frame.id())));
        TreeSet<NodeId> left = new TreeSet<>(session.allSelected());
        left.retainAll(there);
        return left.isEmpty()
                ? session.withSelection(null, false)
                : these(session, Objects.requireNonNullElse(leading(session, left), left.first()), left);
    }

    /// A new service or boundary is selected, and what was selected still is, under its new name.
    static Session after(Session session, List<TopologyEdit> edits) {
        NodeId before = session.selected();
        NodeId lead = EditedNodes.selected(before, edits);
        if (lead == null || session.also().isEmpty() || before == null) {
            return session.withSelection(lead, session.impact() && lead != null);
        }
        TreeSet<NodeId> others = new TreeSet<>();
        session.also().forEach(node -> others.add(EditedNodes.renamed(node, edits)));
        return lead.equals(EditedNodes.renamed(before, edits))
                ? these(session, lead, others)
                : session.withSelection(lead, session.impact());
    }

    private static @Nullable NodeId leading(Session session, SortedSet<NodeId> all) {
        NodeId lead = session.selected();
        return lead != null && all.contains(lead) ? lead : null;
    }
}
