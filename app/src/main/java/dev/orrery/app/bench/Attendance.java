package dev.orrery.app.bench;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Whether each check was heard of as often as it should be. Of one thread.
///
/// A check that is left alone says why with a gap, and may be silent from then on; one that is silent without having
/// said so was forgotten.
final class Attendance {
    private final Duration longest;
    private final Map<CheckId, Heard> last = new HashMap<>();
    private long forgotten;

    private record Heard(Instant at, boolean gap) {}

    /// @param longest from one answer of a check to the next
    Attendance(Duration longest) {
        this.longest = longest;
    }

    /// From now on these are asked, and no others.
    void expect(Collection<CheckId> checks, Instant now) {
        last.keySet().retainAll(checks);
        checks.forEach(check -> last.putIfAbsent(check, new Heard(now, false)));
    }

    void hear(Collection<Observation> answers) {
        for (Observation answer : answers) {
            Heard before = last.get(answer.check());
            if (before != null) {
                count(before, answer.steady());
                last.put(answer.check(), new Heard(answer.steady(), answer.verdict() == Verdict.GAP));
            }
        }
    }

    /// How often a check was not asked in time, and nothing said why.
    long forgotten() {
        return forgotten;
    }

    /// Those that are still not heard of count, too.
    void end(Instant now) {
        last.values().forEach(heard -> count(heard, now));
    }

    private void count(Heard before, Instant now) {
        if (!before.gap && Duration.between(before.at, now).compareTo(longest) > 0) {
            forgotten++;
        }
    }
}
