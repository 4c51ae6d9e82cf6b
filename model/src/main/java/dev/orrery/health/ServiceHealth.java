package dev.orrery.health;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a service stands: the worst of its checks.
///
/// @param checks in declared order; empty for a service without a check, which is `UNKNOWN` with `no-check`
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
}
