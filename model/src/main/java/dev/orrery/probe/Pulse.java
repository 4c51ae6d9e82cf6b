package dev.orrery.probe;

import dev.orrery.health.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Notices that this computer was not there for a while.
///
/// A computer that sleeps stops its steady clock on most systems, while the time of day goes on;
/// one whose programs are stopped only, or that is far too busy, runs both. So it looks at both,
/// and takes a clock that was set forward for sleep, which does no harm: everything is asked
/// anew. A clock that is set back changes nothing.
///
/// @param wall the time of day at the last beat
/// @param steady the steady clock at the last beat
record Pulse(Instant wall, Instant steady) {
    /// From one beat to the next, at most.
    static final Duration BEAT = Duration.ofSeconds(1);

    /// A longer time without a beat is an absence.
    static final Duration ABSENCE = Duration.ofSeconds(10);

    /// The time of day may go ahead of the steady clock so far, as when it is corrected.
    static final Duration DRIFT = Duration.ofSeconds(5);

    /// What was missed, where this computer was away since the last beat.
    Optional<Gap> missedUntil(Instant nowWall, Instant nowSteady) {
        Duration awake = Duration.between(steady, nowSteady);
        Duration told = Duration.between(wall, nowWall);
        if (told.minus(awake).compareTo(DRIFT) > 0) {
            return Optional.of(new Gap(Zone.ANYWHERE, wall, nowWall, Reason.ASLEEP));
        }
        return awake.compareTo(ABSENCE) > 0
                ? Optional.of(new Gap(Zone.ANYWHERE, nowWall.minus(awake), nowWall, Reason.of("late")))
                : Optional.empty();
    }
}
