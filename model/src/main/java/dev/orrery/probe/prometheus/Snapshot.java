package dev.orrery.probe.prometheus;

import dev.orrery.health.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What came of asking one server about all services.
sealed interface Snapshot {

    /// It answered.
    ///
    /// @param at by its own clock
    /// @param facts by service; those of which it knows nothing are not in here
    /// @param probing jobs whose `up` tells of the prober, not of the probed
    /// @param warnings what the server says about the completeness of its answers
    /// @param silent why there is no list of alerts; null where there is one
    record Taken(
            Instant at,
            Map<String, Facts> facts,
            Set<String> probing,
            List<String> warnings,
            @Nullable Reason silent) implements Snapshot {
        Facts of(String service) {
            return facts.getOrDefault(service, Facts.NONE);
        }
    }

    /// It did not, or not this.
    ///
    /// @param passing whether that says nothing about how it is set up
    record Missed(Reason reason, boolean passing) implements Snapshot {}
}
