package dev.orrery.history;

import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that waits to be written, in the order in which it happened.
sealed interface Entry {
    /// A watch began, or goes on: it is known to last until the moment in it.
    record Watched(OpenWatch watch, Instant until) implements Entry {}

    /// @param stands null where the service is there no longer
    record Changed(
            OpenWatch watch,
            Instant at,
            String service,
            @Nullable ServiceHealth stands) implements Entry {}

    /// A gap began, or goes on.
    record Missed(OpenGap gap, Instant until) implements Entry {}

    /// A watch with its number in the file, once it has one.
    final class OpenWatch {
        final String environment;
        final Instant from;

        // Of the writing thread alone.
        long number;

        OpenWatch(String environment, Instant from) {
            this.environment = environment;
            this.from = from;
        }
    }

    /// A gap with its number in the file, once it has one.
    final class OpenGap {
        final String environment;
        final @Nullable String service;
        final Reason reason;
        final Instant from;

        // Of the writing thread alone.
        long number;

        OpenGap(String environment, @Nullable String service, Reason reason, Instant from) {
            this.environment = environment;
            this.service = service;
            this.reason = reason;
            this.from = from;
        }
    }
}
