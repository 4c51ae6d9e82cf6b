package dev.orrery.query;

import dev.orrery.health.CheckHealth;
import dev.orrery.health.Observation;
import dev.orrery.health.ServiceHealth;
import dev.orrery.health.Verdict;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How long a service took to answer last, in steps; of several checks the slowest.
public enum LatencyStep {
    /// It never answered, or nobody timed it.
    NONE(Duration.ZERO),
    FAST(Duration.ZERO),
    MODERATE(Duration.ofMillis(50)),
    SLOW(Duration.ofMillis(200)),
    VERY_SLOW(Duration.ofSeconds(1));

    private final Duration from;

    LatencyStep(Duration from) {
        this.from = from;
    }

    /// A refused connection is quick, but no answer: it says nothing of how quick the service is.
    public static LatencyStep of(@Nullable ServiceHealth service) {
        LatencyStep slowest = NONE;
        if (service != null) {
            for (CheckHealth check : service.checks()) {
                Observation last = check.last();
                if (last != null && last.isTimed() && isAnswer(last)) {
                    LatencyStep step = of(last.took());
                    slowest = step.compareTo(slowest) > 0 ? step : slowest;
                }
            }
        }
        return slowest;
    }

    static LatencyStep of(Duration took) {
        LatencyStep step = FAST;
        for (LatencyStep next : values()) {
            step = next.compareTo(FAST) > 0 && took.compareTo(next.from) >= 0 ? next : step;
        }
        return step;
    }

    private static boolean isAnswer(Observation last) {
        return last.httpStatus() != null || last.verdict() == Verdict.PASS || last.verdict() == Verdict.WARN;
    }

    /// As it is written in an expression.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
