package dev.orrery.probe;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that nobody sets: it starts with the time of day, and from then on counts only the time
/// that goes by. For durations, and for what came first; people are shown the time of day.
public final class SteadyClock implements InstantSource {
    private final Instant start;
    private final long nanos;

    public SteadyClock(InstantSource wall) {
        start = wall.instant();
        nanos = System.nanoTime();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - nanos);
    }
}
