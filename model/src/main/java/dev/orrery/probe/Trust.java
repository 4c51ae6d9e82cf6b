package dev.orrery.probe;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/// The origins that the user has allowed to be asked for one root.
///
/// What is not in here is never asked. A descriptor that names one more origin later asks for that one alone.
public record Trust(NavigableSet<Origin> allowed) {
    public static final Trust NONE = new Trust(Collections.emptyNavigableSet());

    public Trust {
        allowed = Collections.unmodifiableNavigableSet(new TreeSet<>(allowed));
    }

    public static Trust of(Collection<Origin> origins) {
        return NONE.allow(origins);
    }

    public boolean allows(Origin origin) {
        return allowed.contains(origin);
    }

    /// Those of `wanted` that are still to be allowed.
    public NavigableSet<Origin> missing(Collection<Origin> wanted) {
        NavigableSet<Origin> missing = new TreeSet<>(wanted);
        missing.removeAll(allowed);
        return missing;
    }

    /// With these allowed as well; the same instance where they were already.
    public Trust allow(Collection<Origin> origins) {
        if (missing(origins).isEmpty()) {
            return this;
        }
        NavigableSet<Origin> more = new TreeSet<>(allowed);
        more.addAll(origins);
        return new Trust(more);
    }
}
