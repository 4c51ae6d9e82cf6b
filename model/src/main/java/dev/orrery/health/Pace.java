package dev.orrery.health;

import dev.orrery.topology.HealthCheck;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How often checks are asked, beside what they declare.
public sealed interface Pace {
    /// No check is asked more often than this, whatever a descriptor declares.
    Duration SHORTEST = Duration.ofSeconds(1);

    /// No endpoint is left alone for longer than this, whatever it asks for.
    Duration LONGEST_RESPITE = Duration.ofMinutes(15);

    /// From the start of one probe of this check to the start of the next.
    default Duration interval(HealthCheck check) {
        Duration wanted = switch (this) {
            case Stretched(double factor) ->
                Duration.ofMillis((long) Math.min(check.interval().toMillis() * factor, Long.MAX_VALUE / 8.0));
            case Every(Duration interval) -> interval;
        };
        return wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
    }

    /// The same, or longer where the last answer asked to be left alone.
    default Duration interval(HealthCheck check, @Nullable Observation last) {
        Duration usual = interval(check);
        Duration respite = respite(last);
        return usual.compareTo(respite) < 0 ? respite : usual;
    }

    /// How long an endpoint is to be left alone after its last answer; zero where it did not ask
    /// for that.
    static Duration respite(@Nullable Observation last) {
        Duration asked = last == null ? null : last.retryAfter();
        if (asked == null || asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST_RESPITE) < 0 ? asked : LONGEST_RESPITE;
    }

    static Pace asDeclared() {
        return new Stretched(1);
    }

    /// Each as declared, times a factor: 2 asks half as often.
    record Stretched(double factor) implements Pace {
        public Stretched {
            if (!(factor > 0)) {
                throw new IllegalArgumentException("a positive factor: " + factor);
            }
        }
    }

    /// All alike.
    record Every(Duration interval) implements Pace {
        public Every {
            if (!interval.isPositive()) {
                throw new IllegalArgumentException("a positive interval: " + interval);
            }
        }
    }
}
