package dev.orrery.probe;

import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/// Has probes made by workers.
///
/// @param lateness told, on the worker, how long after its time each probe began
record Asker(Probe probe, ExecutorService workers, Clocks clocks, Consumer<Duration> lateness) {

    /// @param due when it was to begin, by the steady clock
    /// @param arrived called on the worker's thread, once
    /// @return false where all is closed, and nothing will arrive
    boolean start(ProbeTarget target, Instant due, Consumer<Observation> arrived) {
        try {
            workers.execute(() -> arrived.accept(ask(target, due)));
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /// Before any of them is started.
    void prepare(Collection<ProbeTarget> all) {
        probe.prepare(all);
    }

    private Observation ask(ProbeTarget target, Instant due) {
        try {
            lateness.accept(Duration.between(due, clocks.steady().instant()));
            return probe.ask(target);
        } catch (RuntimeException | Error surprise) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, surprise);
            return Observation.gap(target.id(), clocks.wall().instant(), Reason.of("own-fault"));
        }
    }
}
