package dev.orrery.health;

import dev.orrery.topology.HealthCheck;
import java.time.Duration;
import java.time.Instant;

/// How many answers it takes to change a mind, and how old an answer may get.
///
/// The first pass, warning or empty answer ends `PENDING`, and so does the `toChange`-th failure
/// in a row. After that every change takes `toChange` answers of the same kind in a row; a
/// recovery, from `DOWN` to `UP` or `DEGRADED`, takes `toRecover`. An answer of another kind
/// starts the count again, a gap counts for nothing. What was silent for three intervals is
/// `UNKNOWN` and starts again as if it were pending: nothing is known that a first answer would
/// have to outweigh. A measurement of a third party counts once, however often it is told.
///
/// @param toChange at least 1
/// @param toRecover at least 1
/// @param pace how often each check is asked, and so how old an answer may get
public record HealthPolicy(int toChange, int toRecover, Pace pace) {
    public static final HealthPolicy DEFAULT = new HealthPolicy(3, 2, Pace.asDeclared());

    public HealthPolicy {
        if (toChange < 1 || toRecover < 1) {
            throw new IllegalArgumentException("counts start at 1: " + toChange + ", " + toRecover);
        }
    }

    public HealthPolicy withPace(Pace newPace) {
        return new HealthPolicy(toChange, toRecover, newPace);
    }

    /// Where a check stands after one more answer. The same instance where the answer counts for
    /// nothing: one to an older plan, or one that is older than the newest.
    public CheckHealth next(CheckHealth before, Observation answer) {
        Observation last = before.last();
        if (answer.epoch() < before.epoch() || (last != null && answer.steady().isBefore(last.steady()))) {
            return before;
        }
        if (answer.verdict() == Verdict.GAP) {
            return before.missed(answer.reason());
        }
        if (last != null && answer.repeats(last)) {
            return before.heardAgain(answer);
        }
        Health said = judgeOnce(answer);
        boolean changed = last != null && judgeOnce(last) != said;
        Flaps flaps = before.flaps().next(changed, said, FlapPolicy.DEFAULT);
        if (said == before.health()) {
            return before.decided(said, answer, flaps);
        }
        int run = said == before.towards() ? before.run() + 1 : 1;
        return run >= needed(before, said)
                ? before.decided(said, answer, flaps)
                : before.counting(run, said, answer, flaps);
    }

    /// How many answers in a row the change that is being counted takes: the `n` of "k of n".
    public int needed(CheckHealth check) {
        return needed(check, check.towards());
    }

    private int needed(CheckHealth from, Health to) {
        if (from.starting()) {
            return to == Health.DOWN ? toChange : 1;
        }
        boolean recovers = from.health() == Health.DOWN && (to == Health.UP || to == Health.DEGRADED);
        return recovers ? toRecover : toChange;
    }

    /// What one answer says by itself, without any counting.
    public static Health judgeOnce(Observation answer) {
        return switch (answer.verdict()) {
            case PASS -> Health.UP;
            case WARN -> Health.DEGRADED;
            case FAIL -> Health.DOWN;
            case NONE, GAP -> Health.UNKNOWN;
        };
    }

    /// Where a check stands when nothing has come until `now`: stale after one and a half
    /// intervals, unknown after three. An endpoint that wants to be left alone for longer is.
    /// The same instance where that changes nothing.
    ///
    /// @param now by the clock of [Observation#steady()]
    public CheckHealth aged(CheckHealth check, HealthCheck declared, Instant now) {
        Observation last = check.last();
        if (last == null) {
            return check;
        }
        // In plain milliseconds: this is done for every check each second.
        long interval = pace.interval(declared, last).toMillis();
        long silent = Duration.between(last.steady(), now).toMillis();
        if (silent >= 3 * interval) {
            return check.lapsed(last.at().plusMillis(3 * interval));
        }
        boolean stale = check.stale() || 2 * silent > 3 * interval;
        return stale == check.stale() ? check : check.withStale(true);
    }
}
