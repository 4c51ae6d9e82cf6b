package dev.orrery.health;

import java.util.Locale;

/// The folded state of a check, a service or a boundary, worst first: the order of a roll-up.
public enum Health {
    DOWN,
    DEGRADED,
    UNKNOWN,
    PENDING,
    UP;

    /// Key of its word in the message bundle.
    public String messageKey() {
        return "health." + name().toLowerCase(Locale.ROOT);
    }

    /// The worse of the two.
    public Health worse(Health other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
