package dev.orrery.scenario;

import java.time.Duration;

/// What is assumed to go wrong with a service.
public sealed interface AssumedFault {
    String service();

    /// It does not answer at all.
    record Down(String service) implements AssumedFault {}

    /// It answers later than usual.
    ///
    /// @param by how much; positive
    record Slow(String service, Duration by) implements AssumedFault {
        public Slow {
            if (!by.isPositive()) {
                throw new IllegalArgumentException("slower by nothing: " + by);
            }
        }
    }
}
