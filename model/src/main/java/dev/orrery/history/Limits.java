package dev.orrery.history;

import java.time.Duration;

/// How much is kept.
///
/// @param bytes that the file may take; the oldest goes first
/// @param minutes for how long roll-ups are kept by the minute
/// @param hours for how long anything is kept
/// @param waiting how many roll-ups may wait to be written; more are dropped, the oldest first
/// @param changes how many changes may wait: a bound of last resort, for a disk that is stuck
public record Limits(long bytes, Duration minutes, Duration hours, int waiting, int changes) {
    public static final Limits DEFAULT =
            new Limits(500_000_000, Duration.ofDays(7), Duration.ofDays(90), 100_000, 500_000);

    public Limits {
        if (bytes < 1_000_000 || waiting < 1 || changes < 1) {
            throw new IllegalArgumentException("too little: " + bytes + ", " + waiting + ", " + changes);
        }
        if (!minutes.isPositive() || hours.compareTo(minutes) < 0) {
            throw new IllegalArgumentException("hours are kept for longer than minutes: " + hours + ", " + minutes);
        }
    }

    Limits withBytes(long most) {
        return new Limits(most, minutes, hours, waiting, changes);
    }
}
