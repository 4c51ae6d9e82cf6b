package dev.orrery.query;

import dev.orrery.health.Attention;
import dev.orrery.health.ServiceHealth;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What can be said of a service beside its health: the values of `is`.
enum Standing {
    /// There is a check to ask.
    ASKED,
    SUSPECT,
    RECOVERING,
    FLAPPING,
    STALE,
    ACKNOWLEDGED,
    MAINTENANCE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holds(@Nullable ServiceHealth service, Attention attention, Instant now) {
        if (service == null) {
            return false;
        }
        return switch (this) {
            case ASKED -> service.isAsked();
            case SUSPECT -> service.isSuspect();
            case RECOVERING -> service.isRecovering();
            case FLAPPING -> service.isFlapping();
            case STALE -> service.isStale();
            case ACKNOWLEDGED -> {
                var said = attention.acknowledged().get(service.service());
                yield said != null && said.holds(service.health(), now);
            }
            case MAINTENANCE -> attention.during(service.service(), now).isPresent();
        };
    }
}
