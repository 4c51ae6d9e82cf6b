package dev.orrery.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where one check stands.
///
/// @param health confirmed by counting
/// @param since when `health` was last changed; null while pending
/// @param reason of `health`
/// @param run how often in a row the newest verdict that differs from `health` has come; 0 where
///     none does
/// @param towards the state that `run` counts towards; equal to `health` while `run` is 0
/// @param starting true where nothing is known that an answer would have to outweigh: it was
///     never answered, or not for so long that it lapsed
/// @param stale true where no answer came for one and a half intervals, or this computer was
///     asleep since
/// @param last the newest observation that was no gap; null while nothing was answered
/// @param gap why there was no answer to the newest probe, a fault on this side; null where
///     there was one
/// @param flaps how restless the newest answers were
/// @param epoch of the oldest plan whose answers count
public record CheckHealth(
        Health health,
        @Nullable Instant since,
        Reason reason,
        int run,
        Health towards,
        boolean starting,
        boolean stale,
        @Nullable Observation last,
        @Nullable Reason gap,
        Flaps flaps,
        long epoch) {

    /// Not asked yet.
    public static final CheckHealth PENDING = pendingFrom(0);

    /// Not asked yet, and only answers to plans from this epoch on will count.
    public static CheckHealth pendingFrom(long epoch) {
        return new CheckHealth(
                Health.PENDING, null, Reason.NOT_ASKED, 0, Health.PENDING, true, false, null, null, Flaps.NONE, epoch);
    }

    /// Where a check stands by one answer, or as it was kept, with nothing else known of its past.
    public CheckHealth(
            Health health,
            @Nullable Instant since,
            Reason reason,
            int run,
            Health towards,
            boolean stale,
            @Nullable Observation last) {
        this(health, since, reason, run, towards, health == Health.PENDING, stale, last, null, Flaps.NONE, 0);
    }

    /// Answers to the worse were seen, or away from what was known, but too few to change the
    /// state.
    public boolean isSuspect() {
        return run > 0 && !isRecovering();
    }

    /// Better answers were seen, but too few to change the state.
    public boolean isRecovering() {
        return run > 0 && (towards == Health.UP || (health == Health.DOWN && towards == Health.DEGRADED));
    }

    /// Whether it has just failed for the first time since it was last well: the moment to look
    /// at what it needs.
    public boolean isFirstFailureAfter(CheckHealth before) {
        return run == 1 && towards == Health.DOWN && before.towards() != Health.DOWN;
    }

    /// Whether it fails, be that confirmed or not.
    public boolean isFailing() {
        return health == Health.DOWN || towards == Health.DOWN;
    }

    /// @param state by which `answer` decided
    CheckHealth decided(Health state, Observation answer, Flaps seen) {
        Instant changed = state == health ? since : answer.at();
        return new CheckHealth(state, changed, answer.reason(), 0, state, false, false, answer, null, seen, epoch);
    }

    /// @param newRun so many answers in a row towards `other`, too few
    CheckHealth counting(int newRun, Health other, Observation answer, Flaps seen) {
        Reason said = health == Health.PENDING ? answer.reason() : reason;
        return new CheckHealth(health, since, said, newRun, other, starting, false, answer, null, seen, epoch);
    }

    /// The newest answer was told once more: it still holds, and counts no second time.
    CheckHealth heardAgain(Observation answer) {
        return new CheckHealth(health, since, reason, run, towards, starting, false, answer, null, flaps, epoch);
    }

    /// Nothing came, through no fault of the service. The same instance where that was known.
    CheckHealth missed(Reason why) {
        boolean old = stale || (last != null && why.equals(Reason.ASLEEP));
        if (why.equals(gap) && old == stale) {
            return this;
        }
        Reason said = health == Health.PENDING && run == 0 ? why : reason;
        return new CheckHealth(health, since, said, run, towards, starting, old, last, why, flaps, epoch);
    }

    CheckHealth withStale(boolean old) {
        return new CheckHealth(health, since, reason, run, towards, starting, old, last, gap, flaps, epoch);
    }

    /// Silent for so long that what was known of it no longer holds. The same instance where it
    /// had lapsed before.
    CheckHealth lapsed(Instant when) {
        Reason why = gap == null ? Reason.NO_ANSWER_LATELY : gap;
        if (health == Health.UNKNOWN && starting && stale && run == 0 && reason.equals(why)) {
            return this;
        }
        Instant changed = health == Health.UNKNOWN ? since : when;
        return new CheckHealth(
                Health.UNKNOWN, changed, why, 0, Health.UNKNOWN, true, true, last, gap, Flaps.NONE, epoch);
    }
}
