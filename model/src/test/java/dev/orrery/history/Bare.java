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

/// A service's health without all that makes no difference to the history: the same as [Standing#differ] decides, said
/// in another way.
final class Bare {
    private static final int DEPTH = 4;
    private static final int PARTS = 64;

    private Bare() {}

    static ServiceHealth of(ServiceHealth health) {
        return new ServiceHealth(
                health.service(),
                health.health(),
                bare(health.reason()),
                health.since(),
                health.checks().stream().map(Bare::bare).toList());
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
