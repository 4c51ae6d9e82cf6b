package dev.orrery.session;

import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Lines to folded hubs that the user wants to see, each beside its badge.
public record HubLines(SortedSet<EdgeId> shown) {
    public static final HubLines NONE = new HubLines(new TreeSet<>());

    public HubLines {
        shown = Collections.unmodifiableSortedSet(new TreeSet<>(shown));
    }

    /// Shows these too; where all of them are shown, none of them.
    HubLines toggled(Set<EdgeId> edges) {
        SortedSet<EdgeId> next = new TreeSet<>(shown);
        if (shown.containsAll(edges)) {
            next.removeAll(edges);
        } else {
            next.addAll(edges);
        }
        return new HubLines(next);
    }
}
