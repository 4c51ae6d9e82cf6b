package dev.orrery.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong with a simulated service.
public sealed interface Fault {
    /// Nobody listens: connections are refused.
    record Down() implements Fault {}

    /// It answers as it would, but only after this time. Who needs it does not mind.
    record Slow(Duration delay) implements Fault {
        public Slow {
            requirePositive(delay);
        }
    }

    /// It fails in the first half of every period and is well in the second, counted from when the fault began.
    record Flap(Duration period) implements Fault {
        public Flap {
            requirePositive(period);
        }
    }

    /// It answers that it is not quite well. Who needs it does not mind.
    record Degraded() implements Fault {}

    /// It takes the connection and never answers.
    record Hang() implements Fault {}

    /// Reads `down`, `slow:2s`, `flap:10s`, `degraded` or `hang`; durations are whole `ms`, `s` or `m`.
    static Optional<Fault> parse(String word) {
        Matcher timed = Words.TIMED.matcher(word);
        if (timed.matches()) {
            return Words.duration(timed.group(2), timed.group(3))
                    .map(length -> timed.group(1).equals("slow") ? new Slow(length) : new Flap(length));
        }
        return switch (word) {
            case "down" -> Optional.of(new Down());
            case "degraded" -> Optional.of(new Degraded());
            case "hang" -> Optional.of(new Hang());
            default -> Optional.empty();
        };
    }

    private static void requirePositive(Duration length) {
        if (!length.isPositive()) {
            throw new IllegalArgumentException("a length of time above zero: " + length);
        }
    }

    /// How faults are written.
    final class Words {
        private static final Pattern TIMED = Pattern.compile("(slow|flap):([0-9]{1,6})(ms|s|m)");

        private Words() {}

        private static Optional<Duration> duration(String number, String unit) {
            long count = Long.parseLong(number);
            Duration length = switch (unit) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                default -> Duration.ofMinutes(count);
            };
            return Optional.of(length).filter(Duration::isPositive);
        }
    }
}
