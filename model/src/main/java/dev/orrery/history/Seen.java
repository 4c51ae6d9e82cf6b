package dev.orrery.history;

import dev.orrery.health.Health;
import java.util.Locale;

/// How a service was seen over a time, worst first.
public enum Seen {
    DOWN,
    DEGRADED,
    UNKNOWN,
    UP,
    /// Nobody watched, or nothing could be known for a fault on this side.
    UNWATCHED;

    static Seen of(Health health) {
        return switch (health) {
            case DOWN -> DOWN;
            case DEGRADED -> DEGRADED;
            case UNKNOWN -> UNKNOWN;
            case UP -> UP;
            case PENDING -> UNWATCHED;
        };
    }

    /// Key of its word in the message bundle.
    public String messageKey() {
        return "seen." + name().toLowerCase(Locale.ROOT);
    }
}
