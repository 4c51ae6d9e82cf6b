package dev.orrery.history;

import dev.orrery.health.CheckHealth;
import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Flaps;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a service's health is worth keeping, and when it has changed.
final class Standing {
    /// Parts below this depth, and more than so many beside each other, are left out.
    private static final int DEPTH = 4;

    private static final int PARTS = 64;

    private Standing() {}

    /// Without what an endpoint sent: no body, no details of components. Those may be long, and nobody's to keep.
    static ServiceHealth kept(ServiceHealth health) {
        return new ServiceHealth(
                health.service(),
                health.health(),
                health.reason(),
                health.since(),
                health.checks().stream().map(Standing::kept).toList());
    }

    /// Whether two differ in more than the time of the newest answer and the arguments of a reason: a slow service is
    /// as slow as a moment before even where it took another millisecond. While a check flaps, its single runs of
    /// answers are not told.
    static boolean differ(ServiceHealth one, ServiceHealth other) {
        return !bare(one).equals(bare(other));
    }

    static ServiceHealth bare(ServiceHealth health) {
        return new ServiceHealth(
                health.service(),
                health.health(),
                bare(health.reason()),
                health.since(),
                health.checks().stream().map(Standing::bare).toList());
    }

    private static CheckHealth bare(CheckHealth check) {
        boolean flaps = check.flaps().flapping();
        Observation last = check.last();
        Observation timeless = last == null || flaps
                ? null
                : new Observation(
                        last.check(),
                        Instant.EPOCH,
                        Duration.ZERO,
                        last.verdict(),
                        bare(last.reason()),
                        last.httpStatus(),
                        last.format(),
                        parts(last.components(), DEPTH),
                        null);
        Reason gap = check.gap();
        return new CheckHealth(
                check.health(),
                check.since(),
                bare(check.reason()),
                flaps ? 0 : check.run(),
                flaps ? check.health() : check.towards(),
                check.starting(),
                check.stale(),
                timeless,
                gap == null ? null : bare(gap),
                new Flaps(0, flaps, check.flaps().worst()),
                0);
    }

    private static Reason bare(Reason reason) {
        return Reason.of(reason.code());
    }

    private static CheckHealth kept(CheckHealth check) {
        return new CheckHealth(
                check.health(),
                check.since(),
                check.reason(),
                check.run(),
                check.towards(),
                check.starting(),
                check.stale(),
                kept(check.last()),
                check.gap(),
                check.flaps(),
                0);
    }

    private static @Nullable Observation kept(@Nullable Observation last) {
        return last == null
                ? null
                : new Observation(
                        last.check(),
                        last.at(),
                        last.took(),
                        last.verdict(),
                        last.reason(),
                        last.httpStatus(),
                        last.format(),
                        parts(last.components(), DEPTH),
                        null);
    }

    private static List<ComponentHealth> parts(List<ComponentHealth> parts, int depth) {
        return depth == 0
                ? List.of()
                : parts.stream()
                        .limit(PARTS)
                        .map(part ->
                                new ComponentHealth(part.name(), part.health(), null, parts(part.parts(), depth - 1)))
                        .toList();
    }
}
