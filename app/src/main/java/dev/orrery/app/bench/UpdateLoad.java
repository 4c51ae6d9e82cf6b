package dev.orrery.app.bench;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.session.Action;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Answers of health at a steady rate, in batches of 100 ms as the prober sends them; one in twenty is a failure.
final class UpdateLoad implements AutoCloseable {
    private static final int MILLIS = 100;

    private final Topology topology;
    private final int perSecond;
    private final Consumer<Action> actions;
    private final SplittableRandom random = new SplittableRandom(FramesBench.SEED);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("load").factory());
    private @Nullable ScheduledFuture<?> ticking;
    private int next;

    UpdateLoad(Topology topology, int perSecond, Consumer<Action> actions) {
        this.topology = topology;
        this.perSecond = perSecond;
        this.actions = actions;
    }

    void start() {
        if (perSecond > 0) {
            ticking = clock.scheduleAtFixedRate(this::send, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        if (ticking != null) {
            ticking.cancel(false);
        }
        clock.shutdownNow();
    }

    private void send() {
        Instant now = Instant.now();
        List<Observation> batch = new ArrayList<>();
        for (int i = 0; i < perSecond * MILLIS / 1000; i++) {
            next = (next + 7919) % topology.services().size();
            Verdict verdict = random.nextInt(20) == 0 ? Verdict.FAIL : Verdict.PASS;
            batch.add(new Observation(
                    new CheckId(topology.services().get(next).id(), 0),
                    now,
                    Duration.ofMillis(3),
                    verdict,
                    Reason.of("ok"),
                    200,
                    null,
                    List.of(),
                    null));
        }
        actions.accept(new Action.Observed(batch));
    }
}
