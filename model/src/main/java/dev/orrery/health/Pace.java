package dev.orrery.health;

import dev.orrery.topology.HealthCheck;
import java.time.Duration;

/// How often checks are asked, beside what they declare.
public sealed interface Pace {
    /// No check is asked more often than this, whatever a descriptor declares.
    Duration SHORTEST = Duration.ofSeconds(1);

    /// From the start of one probe of this check to the start of the next.
    default Duration interval(HealthCheck check) {
        Duration wanted = switch (this) {
            case Stretched(double factor) ->
                Duration.ofMillis((long) Math.min(check.interval().toMillis() * factor, Long.MAX_VALUE / 8.0));
            case Every(Duration interval) -> interval;
        };
        return wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
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
