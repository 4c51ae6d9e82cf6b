package dev.orrery.probe;

import dev.orrery.health.Reason;
import java.time.Instant;

/// A time for which nothing is known, through no fault of those that were to be asked.
///
/// @param zone where nothing could be asked; [Zone#ANYWHERE] where this computer itself was
///     not there to ask
/// @param from by the wall clock
/// @param to not before `from`
/// @param reason as in `asleep` or `zone-offline`
public record Gap(Zone zone, Instant from, Instant to, Reason reason) {
    public Gap {
        to = to.isBefore(from) ? from : to;
    }
}
