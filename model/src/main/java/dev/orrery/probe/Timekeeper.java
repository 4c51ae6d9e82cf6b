package dev.orrery.probe;

import dev.orrery.health.CheckHealth;
import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Makes all decisions of a [Prober]: whom to ask when, and what an answer counts for. Of the
/// scheduler's thread alone.
final class Timekeeper {
    /// So many others are asked at once to make out whether a zone is lost.
    private static final int WITNESSES = Watch.ENOUGH_CHECKS + 4;

    private final Asker asker;
    private final Supplier<Trust> trust;
    private final Clocks clocks;
    private final RandomGenerator jitter;
    private final Scheduler scheduler;
    private final Lanes<Schedule> lanes;
    private final Batch batch;
    private final Timetable timetable = new Timetable();
    private final Subscriptions subscriptions;
    private final Observer observer = new Observer(timetable::size);
    private ProbePlan plan = ProbePlan.NOTHING;
    private Pulse pulse;
    private boolean beating;
    private boolean paused;

    Timekeeper(
            Asker asker,
            Supplier<Trust> trust,
            Limits limits,
            Clocks clocks,
            RandomGenerator jitter,
            Scheduler scheduler,
            Consumer<Report> consumer) {
        this.asker = asker;
        this.trust = trust;
        this.clocks = clocks;
        this.jitter = jitter;
        this.scheduler = scheduler;
        this.lanes = new Lanes<>(limits, this::begin);
        this.batch = new Batch(scheduler, consumer);
        this.subscriptions = new Subscriptions(asker, scheduler, clocks.steady(), this::hasten);
        this.pulse = clocks.pulse();
    }

    void goOver(ProbePlan next) {
        plan = next;
        asker.prepare(next.targets());
        Set<Schedule> fresh = Set.copyOf(timetable.goOver(next));
        Predicate<CheckId> gone = id -> {
            Schedule schedule = timetable.find(id);
            return schedule == null || fresh.contains(schedule);
        };
        batch.forget(gone);
        subscriptions.end(schedule -> !timetable.has(schedule));
        observer.forget(gone);
        spread(fresh);
        askCanaries();
        if (!beating) {
            beating = true;
            pulse = clocks.pulse();
            beat();
        }
    }

    void pause() {
        paused = true;
        subscriptions.end(_ -> true);
        lanes.forgetWaiting();
        timetable.all().forEach(schedule -> schedule.waiting = false);
    }

    void resume() {
        paused = false;
        spread(timetable.all());
    }

    /// Once a second, whatever else there is to do.
    private void beat() {
        noticeAbsence();
        subscriptions.end(schedule -> !schedule.mayBeAsked(trust.get()));
        observer.after(now()).forEach(this::fold);
        batch.observer(observer.state());
        scheduler.after(Pulse.BEAT, this::beat);
    }

    private void noticeAbsence() {
        Pulse before = pulse;
        pulse = clocks.pulse();
        before.missedUntil(pulse.wall(), pulse.steady()).ifPresent(missed -> {
            batch.add(missed);
            observer.startAgain();
            subscriptions.end(_ -> true);
            for (Schedule schedule : timetable.all()) {
                schedule.disturbed = true;
                fold(gap(schedule, missed.reason()));
            }
            spread(timetable.all());
        });
    }

    private void spread(Collection<Schedule> schedules) {
        Duration span = Timetable.ramp(schedules.size());
        schedules.forEach(schedule -> arm(schedule, schedule.ramp(span)));
    }

    private void arm(Schedule schedule, Duration delay) {
        int turn = ++schedule.turn;
        schedule.parked = false;
        schedule.due = now().plus(delay);
        scheduler.after(delay, () -> {
            if (turn == schedule.turn && timetable.has(schedule) && !paused && !schedule.isBusy()) {
                due(schedule);
            }
        });
    }

    private void due(Schedule schedule) {
        noticeAbsence();
        if (schedule.isLate(now())) {
            fold(gap(schedule, Reason.of("late")));
            spread(List.of(schedule));
        } else if (schedule.mayBeAsked(trust.get())) {
            schedule.waiting = true;
            lanes.enter(schedule.lane, schedule);
        }
    }

    private boolean begin(Schedule schedule) {
        schedule.waiting = false;
        if (paused || !timetable.has(schedule)) {
            return false;
        }
        schedule.begin(now(), plan.epoch());
        return asker.start(schedule.target, schedule.due, answer -> scheduler.run(() -> arrived(schedule, answer)));
    }

    private void arrived(Schedule schedule, Observation answer) {
        noticeAbsence();
        Observation stamped = schedule.end(schedule.disturbed ? answer.asGap(Reason.ASLEEP) : answer, now());
        lanes.leave(schedule.lane);
        if (!timetable.has(schedule)) {
            return;
        }
        if (answer.reason().code().equals("too-many-open-files")) {
            lanes.shed();
        }
        Observer.Findings findings = observer.take(schedule.asked(), stamped);
        findings.answers().forEach(this::fold);
        findings.found().forEach(batch::add);
        batch.observer(observer.state());
        if (observer.isLost(schedule.zone)) {
            askAsCanary(schedule, Schedule.CANARY);
        } else {
            boolean unclear =
                    findings.answers().stream().noneMatch(given -> given.check().equals(schedule.target.id()));
            arm(schedule, schedule.delay(now(), jitter, unclear, lanes.isCrowded()));
            if (!paused) {
                subscriptions.answered(schedule, answer);
            }
        }
        if (!findings.lost().isEmpty()) {
            lose();
        }
        if (!findings.found().isEmpty()) {
            spread(timetable.all().stream()
                    .filter(parked -> parked.parked && !observer.isLost(parked.zone))
                    .toList());
        }
        findings.doubted().forEach(zone -> timetable.witnesses(zone, WITNESSES).forEach(this::askAtOnce));
    }

    /// Takes an answer for what it counts, and looks at once at what a service needs that has
    /// begun to fail. A service that fails is being looked into already; so a circle of needs
    /// comes to an end.
    private void fold(Observation answer) {
        Schedule schedule = timetable.find(answer.check());
        if (schedule == null || answer.epoch() < schedule.stands.epoch()) {
            return;
        }
        CheckHealth before = schedule.stands;
        schedule.stands = plan.policy().next(before, answer);
        batch.add(answer);
        if (schedule.stands.health() != before.health()) {
            timetable.changed();
        }
        if (schedule.stands.isFirstFailureAfter(before)) {
            plan.needs().getOrDefault(answer.check().service(), Collections.emptyNavigableSet()).stream()
                    .flatMap(need -> timetable.of(need).stream())
                    .filter(needed -> !needed.stands.isFailing())
                    .forEach(this::askAtOnce);
        }
    }

    private void askAtOnce(Schedule schedule) {
        if (!schedule.isBusy() && !schedule.parked && !schedule.wantsToBeLeftAlone(now())) {
            arm(schedule, Duration.ZERO);
        }
    }

    /// Something is heard of a check that is not due yet. Whatever is heard, no check is asked more than once a second.
    private void hasten(Schedule schedule) {
        if (!schedule.isBusy() && !schedule.parked && !paused && !schedule.wantsToBeLeftAlone(now())) {
            Duration soon = schedule.soonest(now());
            if (schedule.due.isAfter(now().plus(soon))) {
                arm(schedule, soon);
            }
        }
    }

    /// Some part of the network cannot be reached any more: nothing is asked there but by a few.
    private void lose() {
        for (Schedule schedule : timetable.all()) {
            if (observer.isLost(schedule.zone)) {
                subscriptions.end(schedule::equals);
                schedule.turn++;
                schedule.parked = true;
                fold(gap(schedule, Observer.zoneOffline(schedule.zone)));
            }
        }
        askCanaries();
    }

    private void askCanaries() {
        List<Schedule> canaries = timetable.chooseCanaries(observer::isLost);
        for (int i = 0; i < canaries.size(); i++) {
            askAsCanary(
                    canaries.get(i),
                    Schedule.CANARY.dividedBy(Timetable.CANARIES).multipliedBy(i));
        }
    }

    private void askAsCanary(Schedule schedule, Duration delay) {
        if (schedule.canary) {
            arm(schedule, delay);
        }
        schedule.parked = true;
    }

    private Observation gap(Schedule schedule, Reason why) {
        return Observation.gap(schedule.target.id(), clocks.wall().instant(), why)
                .stamped(now(), plan.epoch());
    }

    private Instant now() {
        return clocks.steady().instant();
    }
}
