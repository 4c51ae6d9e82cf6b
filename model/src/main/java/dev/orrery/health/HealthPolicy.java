package dev.orrery.health;

import dev.orrery.topology.HealthCheck;
import java.time.Duration;
import java.time.Instant;

/// How many answers it takes to change a mind, and how old an answer may get.
///
/// The first pass, warning or empty answer ends `PENDING`, and so does the `toChange`-th failure in a row. After
/// that every change takes `toChange` answers of the same kind in a row; a recovery, from `DOWN` to `UP` or
/// `DEGRADED`, takes `toRecover`. An answer of another kind starts the count again, a gap counts for nothing.
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

    /// Where a check stands after one more answer.
    public CheckHealth next(CheckHealth before, Observation answer) {
        if (answer.verdict() == Verdict.GAP) {
            return before;
        }
        Health said = judgeOnce(answer);
        if (said == before.health()) {
            return new CheckHealth(said, before.since(), answer.reason(), 0, said, false, answer);
        }
        int run = said == before.towards() ? before.run() + 1 : 1;
        if (run >= needed(before.health(), said)) {
            return new CheckHealth(said, answer.at(), answer.reason(), 0, said, false, answer);
        }
        return new CheckHealth(before.health(), before.since(), before.reason(), run, said, false, answer);
    }

    /// How many answers in a row the change that is being counted takes: the `n` of "k of n".
    public int needed(CheckHealth check) {
        return needed(check.health(), check.towards());
    }

    private int needed(Health from, Health to) {
        return switch (from) {
            case PENDING -> to == Health.DOWN ? toChange : 1;
            case DOWN -> to == Health.UP || to == Health.DEGRADED ? toRecover : toChange;
            case DEGRADED, UNKNOWN, UP -> toChange;
        };
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

    /// Where a check stands when nothing has come until `now`: stale after one and a half intervals, unknown after
    /// three. The same instance where that changes nothing.
    public CheckHealth aged(CheckHealth check, HealthCheck declared, Instant now) {
        Observation last = check.last();
        if (last == null) {
            return check;
        }
        Duration interval = pace.interval(declared);
        Instant lapses = last.at().plus(interval.multipliedBy(3));
        if (!now.isBefore(lapses)) {
            return check.health() == Health.UNKNOWN && check.stale() ? check : lapsed(check, last, lapses);
        }
        boolean stale = now.isAfter(last.at().plus(interval).plus(interval.dividedBy(2)));
        if (stale == check.stale()) {
            return check;
        }
        return new CheckHealth(
                check.health(), check.since(), check.reason(), check.run(), check.towards(), stale, last);
    }

    private static CheckHealth lapsed(CheckHealth check, Observation last, Instant lapses) {
        Instant since = check.health() == Health.UNKNOWN ? check.since() : lapses;
        return new CheckHealth(Health.UNKNOWN, since, Reason.NO_ANSWER_LATELY, 0, Health.UNKNOWN, true, last);
    }
}
