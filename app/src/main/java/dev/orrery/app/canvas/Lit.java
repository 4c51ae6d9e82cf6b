package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram;
import dev.orrery.graph.NodeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the mouse rests on: its edges and the cards at their other ends stand out, the other edges step
/// back. Lines for which badges stand are there as long as that.
///
/// @param id null where it rests on nothing
/// @param cards the one itself and its direct neighbours
record Lit(@Nullable NodeId id, Set<NodeId> cards) {
    static final Lit NOTHING = new Lit(null, Set.of());

    Lit {
        cards = Set.copyOf(cards);
    }

    static Lit of(@Nullable NodeId id, Diagram diagram) {
        if (id == null) {
            return NOTHING;
        }
        Set<NodeId> cards = new HashSet<>();
        cards.add(id);
        for (Diagram.Edge edge : all(diagram)) {
            if (edge.id().from().equals(id)) {
                cards.add(edge.id().to());
            } else if (edge.id().to().equals(id)) {
                cards.add(edge.id().from());
            }
        }
        return new Lit(id, cards);
    }

    private static List<Diagram.Edge> all(Diagram diagram) {
        List<Diagram.Edge> all = new ArrayList<>(diagram.edges());
        all.addAll(diagram.folded());
        return all;
    }

    boolean near(Diagram.Edge edge) {
        return id != null && (edge.id().from().equals(id) || edge.id().to().equals(id));
    }

    boolean calm(Diagram.Edge edge) {
        return id != null && !near(edge);
    }
}
