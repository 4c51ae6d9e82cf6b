package dev.orrery.probe;

import java.time.InstantSource;

/// The two clocks that a [Prober] needs.
///
/// @param wall tells the time of day, and may be set
/// @param steady is never set; see [SteadyClock]
public record Clocks(InstantSource wall, InstantSource steady) {
    Pulse pulse() {
        return new Pulse(wall.instant(), steady.instant());
    }
}
