package dev.orrery.history;

import dev.orrery.health.CheckHealth;
import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
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
    // Asked of every service that answers, on the thread that draws: so nothing is copied for it.
    static boolean differ(ServiceHealth one, ServiceHealth other) {
        return !(one.service().equals(other.service())
                && one.health() == other.health()
                && alike(one.reason(), other.reason())
                && Objects.equals(one.since(), other.since())
                && allAlike(one.checks(), other.checks(), Integer.MAX_VALUE, Standing::alike));
    }

    private static boolean alike(CheckHealth one, CheckHealth other) {
        boolean flaps = one.flaps().flapping();
        return one.health() == other.health()
                && Objects.equals(one.since(), other.since())
                && alike(one.reason(), other.reason())
                && one.starting() == other.starting()
                && one.stale() == other.stale()
                && alike(one.gap(), other.gap())
                && flaps == other.flaps().flapping()
                && one.flaps().worst() == other.flaps().worst()
                && (flaps
                        || (one.run() == other.run()
                                && one.towards() == other.towards()
                                && alike(one.last(), other.last())));
    }

    private static boolean alike(@Nullable Observation one, @Nullable Observation other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.check().equals(other.check())
                && one.verdict() == other.verdict()
                && alike(one.reason(), other.reason())
                && Objects.equals(one.httpStatus(), other.httpStatus())
                && Objects.equals(one.format(), other.format())
                && alike(one.components(), other.components(), DEPTH);
    }

    private static boolean alike(List<ComponentHealth> one, List<ComponentHealth> other, int depth) {
        return depth == 0
                || allAlike(
                        one,
                        other,
                        PARTS,
                        (part, twin) -> part.name().equals(twin.name())
                                && part.health() == twin.health()
                                && alike(part.parts(), twin.parts(), depth - 1));
    }

    private static boolean alike(@Nullable Reason one, @Nullable Reason other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.code().equals(other.code());
    }

    /// @param most so many of each are looked at
    private static <T> boolean allAlike(List<T> one, List<T> other, int most, BiPredicate<T, T> alike) {
        int size = Math.min(most, one.size());
        if (size != Math.min(most, other.size())) {
            return false;
        }
        for (int at = 0; at < size; at++) {
            if (!alike.test(one.get(at), other.get(at))) {
                return false;
            }
        }
        return true;
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
