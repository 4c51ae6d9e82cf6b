package dev.orrery.probe.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The header `Retry-After` (RFC 9110, 10.2.3): seconds, or a moment.
final class RetryAfter {
    /// No server may silence its check for longer.
    static final Duration LONGEST = Duration.ofMinutes(15);

    private RetryAfter() {}

    /// How long from `now` on; never negative, at most [#LONGEST]. Empty where it is neither seconds nor a moment.
    static Optional<Duration> read(String written, Instant now) {
        String text = written.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(text.length() > 6 ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(bounded(Duration.between(now, then)));
        } catch (DateTimeException notSo) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
