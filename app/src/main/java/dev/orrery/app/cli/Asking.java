package dev.orrery.app.cli;

import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.probe.Clocks;
import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbePlan;
import dev.orrery.probe.Prober;
import dev.orrery.probe.Report;
import dev.orrery.probe.SteadyClock;
import dev.orrery.probe.Trust;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Asks again and again, and knows where everything stands.
final class Asking implements AutoCloseable {
    private final HealthPolicy policy;
    private final BiConsumer<HealthBoard, HealthBoard> changed;
    private final Prober prober;
    private HealthBoard board;

    /// @param changed told of the board before and after, on a thread of the prober
    Asking(
            Topology topology,
            Probe probe,
            Trust trust,
            HealthPolicy policy,
            BiConsumer<HealthBoard, HealthBoard> changed) {
        this.policy = policy;
        this.changed = changed;
        this.board = HealthBoard.of(topology);
        Clocks clocks = new Clocks(InstantSource.system(), new SteadyClock(InstantSource.system()));
        this.prober = Prober.live(probe, () -> trust, clocks, RandomGenerator.getDefault(), this::take);
        prober.retarget(ProbePlan.of(topology, policy, 0));
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
        prober.close();
    }

    private void take(Report report) {
        HealthBoard before;
        HealthBoard after;
        synchronized (this) {
            before = board;
            after = before.with(report.answers(), policy);
            board = after;
            notifyAll();
        }
        if (!after.equals(before)) {
            changed.accept(before, after);
        }
    }
}
