package dev.orrery.health;

import dev.orrery.topology.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a service stands: the worst of its checks.
///
/// @param checks in declared order; empty for a service that is not asked: one without a check,
///     which is `UNKNOWN` with `no-check`, and one that its own descriptor leaves out by
///     default, which is `UNKNOWN` with `inactive`
/// @param since when `health` was last changed; null while pending or without a check
public record ServiceHealth(
        String service,
        Health health,
        Reason reason,
        @Nullable Instant since,
        List<CheckHealth> checks) {
    public ServiceHealth {
        checks = List.copyOf(checks);
    }

    /// Where a service stands before it was asked.
    ///
    /// @param epoch of the oldest plan whose answers will count
    public static ServiceHealth unasked(Service service, long epoch) {
        if (!service.active() || service.healthChecks().isEmpty()) {
            Reason reason = service.active() ? Reason.NO_CHECK : Reason.INACTIVE;
            return new ServiceHealth(service.id(), Health.UNKNOWN, reason, null, List.of());
        }
        List<CheckHealth> pending = Collections.nCopies(service.healthChecks().size(), CheckHealth.pendingFrom(epoch));
        return new ServiceHealth(service.id(), Health.PENDING, Reason.NOT_ASKED, null, pending);
    }

    /// The same service with one check standing otherwise: the worst of them all decides, the
    /// first of several that are equally bad. A service changes at the moment when one of its
    /// checks does. The same instance where nothing changed.
    public ServiceHealth with(int index, CheckHealth check) {
        if (checks.get(index).equals(check)) {
            return this;
        }
        List<CheckHealth> others = new ArrayList<>(checks);
        others.set(index, check);
        CheckHealth worst =
                others.stream().min(Comparator.comparing(CheckHealth::health)).orElseThrow();
        Instant changed = worst.health() == health ? since : check.since();
        return new ServiceHealth(service, worst.health(), worst.reason(), changed, others);
    }

    /// Whether there is anything to ask.
    public boolean isAsked() {
        return !checks.isEmpty();
    }

    /// When the newest answer of any check came; null while none did.
    public @Nullable Instant lastAnswer() {
        Instant newest = null;
        for (CheckHealth check : checks) {
            Observation last = check.last();
            if (last != null && (newest == null || last.at().isAfter(newest))) {
                newest = last.at();
            }
        }
        return newest;
    }

    public boolean isSuspect() {
        return checks.stream().anyMatch(CheckHealth::isSuspect);
    }

    public boolean isRecovering() {
        return checks.stream().anyMatch(CheckHealth::isRecovering);
    }

    public boolean isStale() {
        return checks.stream().anyMatch(CheckHealth::stale);
    }

    public boolean isFlapping() {
        return checks.stream().anyMatch(check -> check.flaps().flapping());
    }
}
