package dev.orrery.health;

import java.time.Instant;

/// A time in which a service is worked on.
///
/// @param from by the wall clock
/// @param until after `from`; no longer at that moment
/// @param note why, or who; may be empty
public record Maintenance(Instant from, Instant until, String note) implements Comparable<Maintenance> {
    public Maintenance {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("it ends after it begins: " + from + ", " + until);
        }
    }

    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    @Override
    public int compareTo(Maintenance other) {
        int byStart = from.compareTo(other.from);
        int byEnd = until.compareTo(other.until);
        return byStart != 0 ? byStart : byEnd != 0 ? byEnd : note.compareTo(other.note);
    }
}
