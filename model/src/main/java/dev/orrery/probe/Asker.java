package dev.orrery.probe;

import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
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

    /// Follows what a service says of its own accord.
    ///
    /// @param said called on the worker's thread, with each message
    /// @param ended called on the worker's thread, at most once
    /// @return ends it; empty where the protocol has no such thing
    Optional<Runnable> follow(ProbeTarget target, Consumer<Verdict> said, Consumer<Subscription.End> ended) {
        return probe.subscription(target).map(subscription -> {
            try {
                Future<?> following = workers.submit(() -> ended.accept(follow(subscription, said)));
                return () -> following.cancel(true);
            } catch (RejectedExecutionException closed) {
                return () -> {};
            }
        });
    }

    private static Subscription.End follow(Subscription subscription, Consumer<Verdict> said) {
        try {
            return subscription.follow(said);
        } catch (RuntimeException | Error surprise) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, surprise);
            return Subscription.End.BROKEN;
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
