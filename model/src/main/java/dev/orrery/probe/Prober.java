package dev.orrery.probe;

import dev.orrery.health.CheckHealth;
import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Decides when to ask again.
///
/// Each check keeps its own time: first asked within two seconds, spread by the hash of its id; from then on once
/// an interval, ±10 %. A suspect is asked again after five seconds, and when a service first fails, those that it
/// needs are asked at once. A check has one probe at a time. Answers leave in batches, at most one every 100 ms,
/// the newest of each check.
///
/// All decisions are made on the scheduler's thread; probes run on the workers. Methods may be called from any
/// thread.
public final class Prober implements AutoCloseable {
    static final Duration RECHECK = Duration.ofSeconds(5);
    static final Duration RAMP = Duration.ofSeconds(2);
    static final Duration BATCH = Duration.ofMillis(100);

    private final Probe probe;
    private final Supplier<Trust> trust;
    private final InstantSource clock;
    private final RandomGenerator jitter;
    private final Scheduler scheduler;
    private final ExecutorService workers;
    private final Consumer<List<Observation>> consumer;
    private final Lanes<Schedule> lanes;

    // Of the scheduler's thread alone.
    private ProbePlan plan = ProbePlan.NOTHING;
    private NavigableMap<CheckId, Schedule> schedules = new TreeMap<>();
    private final SequencedMap<CheckId, Observation> batch = new TreeMap<>();
    private boolean paused;

    /// @param trust asked each time before a check is; what it does not allow is left alone
    /// @param jitter used on the scheduler's thread only
    /// @param scheduler closed with this
    /// @param workers closed with this
    /// @param consumer called on the scheduler's thread
    public Prober(
            Probe probe,
            Supplier<Trust> trust,
            Limits limits,
            InstantSource clock,
            RandomGenerator jitter,
            Scheduler scheduler,
            ExecutorService workers,
            Consumer<List<Observation>> consumer) {
        this.probe = probe;
        this.trust = trust;
        this.clock = clock;
        this.jitter = jitter;
        this.scheduler = scheduler;
        this.workers = workers;
        this.consumer = consumer;
        this.lanes = new Lanes<>(limits, this::begin);
    }

    /// With a thread of its own for the timetable, and a virtual thread for each probe.
    public static Prober live(
            Probe probe, Supplier<Trust> trust, RandomGenerator jitter, Consumer<List<Observation>> consumer) {
        return new Prober(
                probe,
                trust,
                Limits.DEFAULT,
                InstantSource.system(),
                jitter,
                Scheduler.onThread("orrery-prober"),
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("orrery-probe-", 0).factory()),
                consumer);
    }

    /// Goes over to another plan. What is asked alike in both goes on undisturbed; a late answer to anything else
    /// is dropped. Call it too when more origins were allowed.
    public void retarget(ProbePlan next) {
        scheduler.run(() -> goOver(next));
    }

    /// Asks nothing until `resume`. Answers that are under way still arrive.
    public void pause() {
        scheduler.run(() -> {
            paused = true;
            lanes.forgetWaiting();
            schedules.values().forEach(schedule -> schedule.waiting = false);
        });
    }

    /// Asks everything again, spread like at the start.
    public void resume() {
        scheduler.run(() -> {
            paused = false;
            schedules.values().forEach(schedule -> arm(schedule, schedule.ramp()));
        });
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

    private void goOver(ProbePlan next) {
        plan = next;
        NavigableMap<CheckId, Schedule> old = schedules;
        schedules = new TreeMap<>();
        for (ProbeTarget target : next.targets()) {
            Duration interval = next.policy().pace().interval(target.check());
            Schedule known = old.get(target.id());
            if (known != null && known.goesOnWith(target, interval)) {
                schedules.put(target.id(), known);
            } else {
                Schedule fresh = new Schedule(target, interval);
                schedules.put(target.id(), fresh);
                arm(fresh, fresh.ramp());
            }
        }
        batch.keySet().removeIf(id -> old.get(id) != schedules.get(id));
    }

    private void arm(Schedule schedule, Duration delay) {
        int turn = ++schedule.turn;
        schedule.due = clock.instant().plus(delay);
        scheduler.after(delay, () -> {
            if (turn == schedule.turn && isCurrent(schedule) && !paused && !schedule.isBusy()) {
                due(schedule);
            }
        });
    }

    private void due(Schedule schedule) {
        if (schedule.isLate(clock.instant())) {
            give(schedule.gap(clock.instant(), "late"));
            arm(schedule, schedule.ramp());
        } else if (schedule.mayBeAsked(trust.get())) {
            schedule.waiting = true;
            lanes.enter(schedule.host, schedule);
        }
    }

    private boolean begin(Schedule schedule) {
        schedule.waiting = false;
        if (paused || !isCurrent(schedule)) {
            return false;
        }
        schedule.running = true;
        schedule.started = clock.instant();
        try {
            workers.execute(() -> {
                Observation answer = ask(schedule);
                scheduler.run(() -> arrived(schedule, answer));
            });
        } catch (RejectedExecutionException closed) {
            return false;
        }
        return true;
    }

    private Observation ask(Schedule schedule) {
        try {
            return probe.ask(schedule.target);
        } catch (RuntimeException | Error surprise) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, surprise);
            return schedule.gap(clock.instant(), "own-fault");
        }
    }

    private void arrived(Schedule schedule, Observation answer) {
        schedule.running = false;
        lanes.leave(schedule.host);
        if (!isCurrent(schedule)) {
            return;
        }
        Instant now = clock.instant();
        Observation taken = schedule.sleptThrough(now) ? schedule.gap(now, "late") : answer;
        CheckHealth before = schedule.stands;
        schedule.stands = plan.policy().next(before, taken);
        give(taken);
        if (isFirstFailure(before, schedule.stands)) {
            plan.needs()
                    .getOrDefault(schedule.target.id().service(), Collections.emptyNavigableSet())
                    .forEach(this::askAtOnce);
        }
        arm(schedule, schedule.delay(now, jitter));
    }

    private static boolean isFirstFailure(CheckHealth before, CheckHealth after) {
        boolean fails = after.run() == 1 && after.towards() == Health.DOWN;
        return fails && before.towards() != Health.DOWN;
    }

    /// A service that is suspect or down is being looked into already; so a circle of needs comes to an end.
    private void askAtOnce(String service) {
        schedules.subMap(new CheckId(service, 0), true, new CheckId(service, Integer.MAX_VALUE), true).values().stream()
                .filter(schedule -> !schedule.isBusy()
                        && schedule.stands.towards() != Health.DOWN
                        && schedule.stands.health() != Health.DOWN)
                .toList()
                .forEach(schedule -> arm(schedule, Duration.ZERO));
    }

    private boolean isCurrent(Schedule schedule) {
        return schedules.get(schedule.target.id()) == schedule;
    }

    private void give(Observation answer) {
        if (batch.isEmpty()) {
            scheduler.after(BATCH, this::flush);
        }
        batch.merge(answer.check(), answer, (old, next) -> next.verdict() == Verdict.GAP ? old : next);
    }

    private void flush() {
        if (!batch.isEmpty()) {
            List<Observation> answers = List.copyOf(batch.values());
            batch.clear();
            consumer.accept(answers);
        }
    }
}
