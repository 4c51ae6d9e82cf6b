package dev.orrery.graph;

import java.util.Locale;

/// Whether hubs are folded into badges on those that need them.
public enum Folding {
    /// Where it at least halves the crossings.
    AUTOMATIC,
    FOLDED,
    /// With all their lines.
    DRAWN;

    /// As in `folded`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
