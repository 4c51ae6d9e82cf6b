package dev.orrery.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that is set by hand.
final class HandClock implements InstantSource {
    private volatile Instant now;

    HandClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    Instant pass(Duration time) {
        now = now.plus(time);
        return now;
    }
}
