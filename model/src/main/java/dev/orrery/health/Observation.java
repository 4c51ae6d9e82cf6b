package dev.orrery.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One immutable answer to one probe.
///
/// @param at when the probe ended
/// @param took from the first byte sent (the look-up of the name included) to the end
/// @param httpStatus null where none was received
/// @param format of the body that was recognised, as in `spring-boot`; null where none was
/// @param components that the body reports, in its order
/// @param body what was read of it, made harmless; null where there was none
public record Observation(
        CheckId check,
        Instant at,
        Duration took,
        Verdict verdict,
        Reason reason,
        @Nullable Integer httpStatus,
        @Nullable String format,
        List<ComponentHealth> components,
        @Nullable String body) {
    public Observation {
        components = List.copyOf(components);
    }
}
