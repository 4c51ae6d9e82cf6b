package dev.orrery.probe;

import dev.orrery.health.CheckHealth;
import dev.orrery.health.Health;
import dev.orrery.health.Observation;
import dev.orrery.health.Pace;
import dev.orrery.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The timetable of one check. Used on the scheduler's thread only; `target` is read by workers,
/// too. All moments in here are of the steady clock.
final class Schedule {
    /// From a contrary answer to the next probe.
    static final Duration RECHECK = Duration.ofSeconds(5);

    /// From one probe to the next, at least, whatever is heard.
    static final Duration CLOSEST = Duration.ofSeconds(1);

    /// From one probe to the next of those few that are asked where a zone is lost.
    static final Duration CANARY = Duration.ofSeconds(2);

    final ProbeTarget target;
    final String lane;
    final String host;
    final Zone zone;
    /// No plan asks it any more.
    boolean dropped;
    private final Duration interval;
    private final Optional<Origin> origin;
    private final double phase;
    /// A third party is asked about many at once: all of them at the same moments.
    private final boolean together;

    CheckHealth stands;
    /// What is known of its stream.
    Subscriptions.Line line = new Subscriptions.Line();
    /// Counts the times it was set; an older timer finds another number and does nothing.
    int turn;
    Instant due = Instant.MIN;
    Instant started = Instant.MIN;
    boolean waiting;
    boolean running;
    /// This computer was away while the probe was under way.
    boolean disturbed;
    /// Its zone is lost: it is asked again when that is found.
    boolean parked;
    /// One of the few that are asked while its zone is lost.
    boolean canary;

    private long epoch;
    private Health stood = Health.PENDING;
    private Instant respite = Instant.MIN;
    /// The trust that was looked at last, by identity: most probes find the same.
    private @Nullable Trust asked;

    private boolean refused;
    private boolean first = true;

    /// @param epoch of the plan that brought it
    Schedule(ProbeTarget target, Duration interval, long epoch) {
        this.target = target;
        this.interval = interval;
        this.origin = Origin.of(target.check().url());
        this.lane = origin.map(Origin::authority).orElse("");
        this.host = origin.map(Origin::host).orElse("");
        this.zone = origin.map(Zone::of).orElse(Zone.THIS_COMPUTER);
        this.together = target.check().request().measured() != null;
        this.phase = together ? 0 : phase(target);
        this.stands = CheckHealth.pendingFrom(epoch);
    }

    boolean isBusy() {
        return waiting || running;
    }

    boolean goesOnWith(ProbeTarget other, Duration otherInterval) {
        return !refused && target.asksLike(other) && interval.equals(otherInterval);
    }

    /// What has no origin is asked of nobody: the probe says what is wrong with it.
    @SuppressWarnings("ReferenceEquality") // A trust is replaced when it changes; to compare two takes long.
    boolean mayBeAsked(Trust trust) {
        if (trust != asked) {
            asked = trust;
            refused = origin.isPresent() && !trust.allows(origin.get());
        }
        return !refused;
    }

    boolean wantsToBeLeftAlone(Instant now) {
        return now.isBefore(respite);
    }

    void begin(Instant now, long newEpoch) {
        waiting = false;
        running = true;
        disturbed = false;
        started = now;
        epoch = newEpoch;
        stood = stands.health();
    }

    /// As the probe that has just ended is to be taken.
    Observation end(Observation answer, Instant now) {
        running = false;
        respite = answer.verdict() == Verdict.FAIL ? Instant.MIN : now.plus(Pace.respite(answer));
        return answer.stamped(now, epoch);
    }

    Observer.Asked asked() {
        return new Observer.Asked(target.id(), zone, host, stood, started);
    }

    /// The time before the first probe, or the first after a break: all of a plan within a span, but not at once.
    Duration ramp(Duration span) {
        first = true;
        return times(interval.compareTo(span) < 0 ? interval : span, phase);
    }

    /// The time from now to the next probe, when one has just ended. The second probes of a plan, or after a break, are
    /// where the first are drawn apart, over most of an interval.
    ///
    /// @param unclear whether it is not known yet what the last answer means
    /// @param crowded whether so many are under way that nobody is to be asked out of turn. Where thousands are
    ///     silent, each holds its place for all of its timeout, and asking them again would keep others waiting
    Duration delay(Instant now, RandomGenerator jitter, boolean unclear, boolean crowded) {
        double part = together ? 1 : first ? 0.3 + 0.7 * phase : 0.9 + 0.2 * jitter.nextDouble();
        first = false;
        Duration fromStart = times(interval, part);
        Duration spent = Duration.between(started, now);
        Duration regular = longer(Duration.ZERO, fromStart.minus(spent));
        boolean soon = !crowded && (unclear || stands.isSuspect()) && regular.compareTo(RECHECK) > 0;
        return wantsToBeLeftAlone(now) ? longer(regular, Duration.between(now, respite)) : soon ? RECHECK : regular;
    }

    /// The time from now until it may be asked out of turn.
    Duration soonest(Instant now) {
        return longer(Duration.ZERO, Duration.between(now, started.plus(CLOSEST)));
    }

    /// The timer came so late that this computer was too busy; what was missed says nothing
    /// about the service.
    boolean isLate(Instant now) {
        return Duration.between(due, now).compareTo(times(interval, 1.5)) > 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
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
