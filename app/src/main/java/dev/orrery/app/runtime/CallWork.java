package dev.orrery.app.runtime;

import dev.orrery.probe.prometheus.ObservedCalls;
import dev.orrery.session.Action;
import dev.orrery.session.Effect;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks servers that keep measurements who calls whom, on one thread: at once, and again after a while.
final class CallWork implements AutoCloseable {
    /// Who calls whom changes seldom, and a hundred windows may ask one server.
    static final Duration EVERY = Duration.ofMinutes(5);

    private static final System.Logger LOG = System.getLogger(CallWork.class.getName());

    private final Supplier<ObservedCalls> calls;
    private final Consumer<Action> answer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("orrery-calls").factory());
    private Effect.@Nullable WatchCalls watched;
    private @Nullable Future<?> asking;

    /// @param calls asked for when they are first wanted
    /// @param answer called on any thread
    CallWork(Supplier<ObservedCalls> calls, Consumer<Action> answer) {
        this.calls = calls;
        this.answer = answer;
    }

    /// In place of what was watched before.
    synchronized void watch(Effect.WatchCalls effect) {
        watched = effect;
        resume();
    }

    /// There are no such servers any more, until some are named.
    synchronized void forget() {
        pause();
        watched = null;
    }

    synchronized void pause() {
        if (asking != null) {
            asking.cancel(false);
            asking = null;
        }
    }

    /// Asks at once.
    synchronized void resume() {
        pause();
        Effect.WatchCalls now = watched;
        if (now != null) {
            asking = thread.scheduleWithFixedDelay(() -> ask(now), 0, EVERY.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void ask(Effect.WatchCalls effect) {
        try {
            ObservedCalls.Seen seen = calls.get().of(effect.topology());
            seen.silent().forEach(words -> LOG.log(System.Logger.Level.INFO, "calls not told: {0}", words));
            answer.accept(new Action.CallsSeen(effect.epoch(), seen.sightings()));
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "calls not asked for", failure);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
