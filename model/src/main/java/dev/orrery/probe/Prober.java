package dev.orrery.probe;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Decides when to ask again.
///
/// Each check keeps its own time: first asked within a second or, where there are thousands,
/// twelve, spread by the hash of its id; from then on once an interval, ±10 %. A suspect is
/// asked again after five seconds, and when a service first fails, those that it needs are asked
/// at once. A check has one probe at a time. Who wants to be left alone is. An [Observer] looks
/// at each answer before it counts; where it finds that a part of the network cannot be reached
/// from here, only a few are asked there until one answers. What is to be known leaves in
/// reports, at most one every 100 ms.
///
/// All decisions are made on the scheduler's thread; probes run on the workers. Methods may be
/// called from any thread.
public final class Prober implements AutoCloseable {
    private final Scheduler scheduler;
    private final ExecutorService workers;
    private final Timekeeper keeper;

    /// @param trust asked each time before a check is; what it does not allow is left alone
    /// @param jitter used on the scheduler's thread only
    /// @param scheduler closed with this
    /// @param workers closed with this
    /// @param consumer called on the scheduler's thread
    public Prober(
            Probe probe,
            Supplier<Trust> trust,
            Limits limits,
            Clocks clocks,
            RandomGenerator jitter,
            Scheduler scheduler,
            ExecutorService workers,
            Consumer<Report> consumer) {
        this(probe, trust, limits, clocks, jitter, scheduler, workers, consumer, _ -> {});
    }

    /// @param lateness told of each probe, on its worker, how long after its time it began
    public Prober(
            Probe probe,
            Supplier<Trust> trust,
            Limits limits,
            Clocks clocks,
            RandomGenerator jitter,
            Scheduler scheduler,
            ExecutorService workers,
            Consumer<Report> consumer,
            Consumer<Duration> lateness) {
        this.scheduler = scheduler;
        this.workers = workers;
        Asker asker = new Asker(probe, workers, clocks, lateness);
        this.keeper = new Timekeeper(asker, trust, limits, clocks, jitter, scheduler, consumer);
    }

    /// With a thread of its own for the timetable, and a virtual thread for each probe.
    public static Prober live(
            Probe probe, Supplier<Trust> trust, Clocks clocks, RandomGenerator jitter, Consumer<Report> consumer) {
        return live(probe, trust, clocks, jitter, consumer, _ -> {});
    }

    /// The same, and tells how late each probe began.
    ///
    /// @param lateness called on many threads
    public static Prober live(
            Probe probe,
            Supplier<Trust> trust,
            Clocks clocks,
            RandomGenerator jitter,
            Consumer<Report> consumer,
            Consumer<Duration> lateness) {
        return new Prober(
                probe,
                trust,
                Limits.DEFAULT,
                clocks,
                jitter,
                Scheduler.onThread("orrery-prober"),
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("orrery-probe-", 0).factory()),
                consumer,
                lateness);
    }

    /// Goes over to another plan. What is asked alike in both goes on undisturbed; a late answer
    /// to anything else is dropped. Call it too when more origins were allowed.
    public void retarget(ProbePlan next) {
        scheduler.run(() -> keeper.goOver(next));
    }

    /// Asks nothing until `resume`. Answers that are under way still arrive.
    public void pause() {
        scheduler.run(keeper::pause);
    }

    /// Asks everything again, spread like at the start.
    public void resume() {
        scheduler.run(keeper::resume);
    }

    /// Ends at once: probes under way are interrupted, their answers dropped.
    @Override
    public void close() {
        scheduler.close();
        workers.shutdownNow();
        try {
            workers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
