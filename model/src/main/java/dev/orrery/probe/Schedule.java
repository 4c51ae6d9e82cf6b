package dev.orrery.probe;

import dev.orrery.health.CheckHealth;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The timetable of one check. Used on the scheduler's thread only; `target` is read by workers, too.
final class Schedule {
    final ProbeTarget target;
    final String host;
    private final Duration interval;
    private final Optional<Origin> origin;
    private final double phase;

    CheckHealth stands = CheckHealth.PENDING;
    /// Counts the times it was set; an older timer finds another number and does nothing.
    int turn;
    Instant due = Instant.MIN;
    Instant started = Instant.MIN;
    boolean waiting;
    boolean running;
    private boolean refused;
    private boolean first = true;

    Schedule(ProbeTarget target, Duration interval) {
        this.target = target;
        this.interval = interval;
        this.origin = Origin.of(target.check().url());
        this.host = origin.map(Origin::authority).orElse("");
        this.phase = phase(target);
    }

    boolean isBusy() {
        return waiting || running;
    }

    boolean goesOnWith(ProbeTarget other, Duration otherInterval) {
        return !refused && target.asksLike(other) && interval.equals(otherInterval);
    }

    /// What has no origin is asked of nobody: the probe says what is wrong with it.
    boolean mayBeAsked(Trust trust) {
        refused = origin.isPresent() && !trust.allows(origin.get());
        return !refused;
    }

    /// The time before the first probe: all of a plan within a short while, but not at once.
    Duration ramp() {
        Duration span = interval.compareTo(Prober.RAMP) < 0 ? interval : Prober.RAMP;
        return times(span, phase);
    }

    /// The time from now to the next probe, when one has just ended. The second probes of a plan are where the
    /// first are drawn apart, over most of an interval.
    Duration delay(Instant now, RandomGenerator jitter) {
        double part = first ? 0.3 + 0.7 * phase : 0.9 + 0.2 * jitter.nextDouble();
        first = false;
        Duration fromStart = times(interval, part);
        Duration spent = Duration.between(started, now);
        Duration left = spent.isNegative() ? fromStart : fromStart.minus(spent);
        Duration regular = left.isNegative() ? Duration.ZERO : left;
        return stands.isSuspect() && regular.compareTo(Prober.RECHECK) > 0 ? Prober.RECHECK : regular;
    }

    /// The timer came so late that this computer was asleep or too busy; what was missed says nothing about the
    /// service.
    boolean isLate(Instant now) {
        return Duration.between(due, now).compareTo(times(interval, 1.5)) > 0;
    }

    /// The same for a probe that was under way.
    boolean sleptThrough(Instant now) {
        Duration longest = target.check().timeout().plus(times(interval, 1.5));
        return Duration.between(started, now).compareTo(longest) > 0;
    }

    Observation gap(Instant now, String code) {
        return new Observation(
                target.id(), now, Duration.ZERO, Verdict.GAP, Reason.of(code), null, null, List.of(), null);
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofNanos((long) (duration.toNanos() * factor));
    }

    /// From 0 to 1, the same for the same id on every computer.
    private static double phase(ProbeTarget target) {
        int hash = target.id().service().hashCode() * 31 + target.id().index();
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return (hash ^ (hash >>> 16)) / 4294967296.0 + 0.5;
    }
}
