package dev.orrery.probe;

import dev.orrery.health.Observation;
import java.util.Collection;
import java.util.Optional;

/// Asks one check once.
@FunctionalInterface
public interface Probe {
    /// Blocks until there is an answer, at most a little longer than the check's timeout. Every outcome is an
    /// observation, a fault on this side included; an interrupt ends the probe early, as a gap.
    Observation ask(ProbeTarget target);

    /// The stream on which the service says how it is, where the protocol has such a stream. Nothing is sent before it
    /// is followed.
    default Optional<Subscription> subscription(ProbeTarget target) {
        return Optional.empty();
    }

    /// All that is going to be asked from now on, for a probe that asks a third party about
    /// many at once.
    default void prepare(Collection<ProbeTarget> all) {}
}
