package dev.orrery.history;

import dev.orrery.health.ServiceHealth;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a service stood from a moment on.
///
/// @param number rises with every change that is kept, whatever the clock does
/// @param watch during which it was seen; what stood before a watch does not hold within it
/// @param stands with what mattered of the newest answers: without bodies, and with the arguments of a reason as they
///     were when its code came up; null where the service was there no longer
public record Change(
        long number,
        long watch,
        Instant at,
        String service,
        @Nullable ServiceHealth stands) {}
