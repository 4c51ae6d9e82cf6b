package dev.orrery.app.attention;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A moment as people write it: `45m`, `3h`, `1h 30m` or `2d` from another moment on, a time of day such as
/// `17:30`, or a day and a time such as `2026-03-02 08:00`.
sealed interface Moment {
    /// Farther away nothing is believed: it would be forgotten.
    Duration FARTHEST = Duration.ofDays(92);

    LocalTime MORNING = LocalTime.of(8, 0);

    /// Sooner it is no use to wait for the morning.
    Duration SOONEST_MORNING = Duration.ofHours(1);

    record At(Instant instant) implements Moment {}

    /// @param key of the words that say why
    record Wrong(String key) implements Moment {}

    /// @param from what lengths are counted from; a time of day is the next one after it
    static Moment read(String text, Instant from, ZoneId zone) {
        try {
            Instant at = instant(text.strip(), from, zone);
            if (!at.isAfter(from)) {
                return new Wrong("attention.wrong.past");
            }
            return at.isAfter(from.plus(FARTHEST)) ? new Wrong("attention.wrong.far") : new At(at);
        } catch (DateTimeException | ArithmeticException | NumberFormatException unread) {
            return new Wrong("attention.wrong.form");
        }
    }

    /// The next morning that is worth waiting for.
    static Instant morning(Instant now, ZoneId zone) {
        return next(MORNING, now.plus(SOONEST_MORNING), zone);
    }

    private static Instant instant(String text, Instant from, ZoneId zone) {
        Matcher length = Forms.LENGTH.matcher(text);
        if (!text.isEmpty() && length.matches()) {
            return from.plus(Duration.ofDays(number(length.group(1))))
                    .plus(Duration.ofHours(number(length.group(2))))
                    .plus(Duration.ofMinutes(number(length.group(3))));
        }
        Matcher time = Forms.TIME.matcher(text);
        if (!time.matches()) {
            throw new DateTimeException(text);
        }
        LocalTime clock = LocalTime.of(Integer.parseInt(time.group(2)), Integer.parseInt(time.group(3)));
        return time.group(1) == null
                ? next(clock, from, zone)
                : LocalDateTime.of(LocalDate.parse(time.group(1)), clock)
                        .atZone(zone)
                        .toInstant();
    }

    private static Instant next(LocalTime clock, Instant after, ZoneId zone) {
        ZonedDateTime from = after.atZone(zone);
        Instant today = from.toLocalDate().atTime(clock).atZone(zone).toInstant();
        return today.isAfter(after)
                ? today
                : from.toLocalDate().plusDays(1).atTime(clock).atZone(zone).toInstant();
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /// What [#read] understands.
    final class Forms {
        private static final Pattern LENGTH =
                Pattern.compile("(?:(\\d{1,4})\\s*d)?\\s*(?:(\\d{1,5})\\s*h)?\\s*(?:(\\d{1,6})\\s*m(?:in)?)?");
        private static final Pattern TIME = Pattern.compile("(?:(\\d{4}-\\d{2}-\\d{2})[ T]+)?(\\d{1,2}):(\\d{2})");

        private Forms() {}
    }
}
