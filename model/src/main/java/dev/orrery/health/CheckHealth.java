package dev.orrery.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where one check stands.
///
/// @param health confirmed by counting
/// @param since when `health` was last changed; null while pending
/// @param reason of `health`
/// @param run how often in a row the newest verdict that differs from `health` has come; 0 where none does
/// @param towards the state that `run` counts towards; equal to `health` while `run` is 0
/// @param stale true where no answer came for one and a half intervals
/// @param last the newest observation that was no gap; null while nothing was answered
public record CheckHealth(
        Health health,
        @Nullable Instant since,
        Reason reason,
        int run,
        Health towards,
        boolean stale,
        @Nullable Observation last) {

    /// Not asked yet.
    public static final CheckHealth PENDING =
            new CheckHealth(Health.PENDING, null, Reason.NOT_ASKED, 0, Health.PENDING, false, null);

    /// Failures were seen, but too few to say that it is down.
    public boolean isSuspect() {
        return run > 0 && towards.compareTo(health) < 0;
    }

    /// Passes were seen, but too few to say that it is up again.
    public boolean isRecovering() {
        return run > 0 && towards.compareTo(health) > 0;
    }
}
