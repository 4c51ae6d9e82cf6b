package dev.orrery.app.cli;

import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.probe.Clocks;
import dev.orrery.probe.ObserverState;
import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbePlan;
import dev.orrery.probe.Prober;
import dev.orrery.probe.Report;
import dev.orrery.probe.Scheduler;
import dev.orrery.probe.SteadyClock;
import dev.orrery.probe.Trust;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Asks again and again, and knows where everything stands.
final class Asking implements AutoCloseable {
    private final HealthPolicy policy;
    private static final Duration AGEING = Duration.ofSeconds(1);

    private final Topology topology;
    private final Consumer<Report> heard;
    private final BiConsumer<HealthBoard, HealthBoard> changed;
    private final Consumer<ObserverState> seeing;
    private final Clocks clocks = new Clocks(InstantSource.system(), new SteadyClock(InstantSource.system()));
    private final Scheduler clockwork = Scheduler.onThread("orrery-clock");
    private final Prober prober;
    private HealthBoard board;
    private ObserverState observer = new ObserverState.Online();

    /// @param heard takes all that the prober says, on that thread
    /// @param changed told of the board before and after, on one thread at a time
    /// @param seeing told where this computer cannot see what it asks, and where it can again
    Asking(
            Topology topology,
            Probe probe,
            Trust trust,
            HealthPolicy policy,
            Consumer<Report> heard,
            BiConsumer<HealthBoard, HealthBoard> changed,
            Consumer<ObserverState> seeing) {
        this.topology = topology;
        this.seeing = seeing;
        this.policy = policy;
        this.heard = heard;
        this.changed = changed;
        this.board = HealthBoard.of(topology);
        this.prober = Prober.live(probe, () -> trust, clocks, RandomGenerator.getDefault(), this::take);
        prober.retarget(ProbePlan.of(topology, policy, 0));
        clockwork.after(AGEING, this::age);
    }

    synchronized HealthBoard board() {
        return board;
    }

    /// Waits until the board is as wanted, or for so long.
    ///
    /// @return the board then
    synchronized HealthBoard await(Predicate<HealthBoard> wanted, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!wanted.test(board)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return board;
    }

    @Override
    public void close() {
        clockwork.close();
        prober.close();
    }

    private void take(Report report) {
        // All on the one thread, so that changes are told one after the other.
        clockwork.run(() -> {
            if (!report.observer().equals(observer)) {
                observer = report.observer();
                seeing.accept(observer);
            }
            heard.accept(report);
            become(before -> before.with(report.answers(), policy));
        });
    }

    private void age() {
        become(before -> before.aged(topology, policy, clocks.steady().instant()));
        clockwork.after(AGEING, this::age);
    }

    private void become(UnaryOperator<HealthBoard> next) {
        HealthBoard before;
        HealthBoard after;
        synchronized (this) {
            before = board;
            after = next.apply(before);
            board = after;
            notifyAll();
        }
        if (!after.equals(before)) {
            changed.accept(before, after);
        }
    }
}
