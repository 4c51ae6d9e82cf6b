package dev.orrery.health;

import java.time.Instant;

/// Somebody has seen that a service is not well, and looks after it.
///
/// It holds for what was seen: a worse state or a recovery ends it, and so does its time.
///
/// @param seen the state that was acknowledged
/// @param until by the wall clock; no longer at that moment
/// @param note why, or who; may be empty
public record Acknowledgement(Health seen, Instant until, String note) {
    /// Whether it still holds.
    public boolean holds(Health now, Instant at) {
        boolean ended = now == Health.UP || now == Health.PENDING || now.compareTo(seen) < 0;
        return !ended && at.isBefore(until);
    }
}
