package dev.orrery.probe;

import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/// Has probes made by workers.
///
/// @param wall tells the time of day
record Asker(Probe probe, ExecutorService workers, InstantSource wall) {

    /// @param arrived called on the worker's thread, once
    /// @return false where all is closed, and nothing will arrive
    boolean start(ProbeTarget target, Consumer<Observation> arrived) {
        try {
            workers.execute(() -> arrived.accept(ask(target)));
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /// Before any of them is started.
    void prepare(Collection<ProbeTarget> all) {
        probe.prepare(all);
    }

    private Observation ask(ProbeTarget target) {
        try {
            return probe.ask(target);
        } catch (RuntimeException | Error surprise) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, surprise);
            return Observation.gap(target.id(), wall.instant(), Reason.of("own-fault"));
        }
    }
}
