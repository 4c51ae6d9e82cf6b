package dev.orrery.graph;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// What of a topology is folded away.
///
/// @param collapsed ids of boundaries that are drawn as one card; ids that no boundary has are kept and ignored
public record Visibility(Set<String> collapsed) {
    public static final Visibility ALL = new Visibility(Set.of());

    public Visibility {
        collapsed = Collections.unmodifiableSet(new TreeSet<>(collapsed));
    }

    public Visibility collapse(String boundary) {
        TreeSet<String> more = new TreeSet<>(collapsed);
        return more.add(boundary) ? new Visibility(more) : this;
    }

    public Visibility expand(String boundary) {
        TreeSet<String> fewer = new TreeSet<>(collapsed);
        return fewer.remove(boundary) ? new Visibility(fewer) : this;
    }
}
