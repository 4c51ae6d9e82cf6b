package dev.orrery.app.inspect;

import dev.orrery.history.DayStrip;
import dev.orrery.history.Latencies;
import dev.orrery.text.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A day in words, for tooltips and for who does not see the picture.
final class DayWords {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private DayWords() {}

    static String spoken(DayStrip day) {
        String latency = latency(day);
        return latency.isEmpty()
                ? Messages.of("day.spoken", day.words())
                : Messages.of("day.spoken.latency", day.words(), latency);
    }

    static String latency(DayStrip day) {
        return latency(day.latencies());
    }

    /// As in `10:05–10:10: down, median 12 ms, p95 80 ms`.
    static String of(DayStrip.Part part) {
        String seen = Messages.of(part.seen().messageKey());
        String latency = latency(part.latencies());
        return latency.isEmpty()
                ? Messages.of("day.part", clock(part.from()), clock(part.until()), seen)
                : Messages.of("day.part.latency", clock(part.from()), clock(part.until()), seen, latency);
    }

    /// As in `10:05`, in the time zone of this computer.
    static String clock(Instant at) {
        return CLOCK.format(at.atZone(ZoneId.systemDefault()));
    }

    private static String latency(Latencies latencies) {
        return latencies.count() == 0
                ? ""
                : Messages.of(
                        "day.answers",
                        CheckCard.millis(latencies.quantile(0.5)),
                        CheckCard.millis(latencies.quantile(0.95)));
    }
}
