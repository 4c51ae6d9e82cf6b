package dev.orrery.session;

import dev.orrery.probe.Origin;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Whether endpoints are being asked.
public sealed interface Watching {
    /// No service has a check.
    record NothingToAsk() implements Watching {}

    /// Nothing is asked before the user has allowed these.
    ///
    /// @param missing sorted
    record NeedsLeave(SortedSet<Origin> missing) implements Watching {
        public NeedsLeave {
            missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        }
    }

    record On() implements Watching {}

    record Paused() implements Watching {}
}
