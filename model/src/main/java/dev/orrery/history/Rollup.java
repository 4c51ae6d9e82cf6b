package dev.orrery.history;

import dev.orrery.health.Observation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The answers of one check within a span of time, added up.
///
/// @param from where the span begins: a full minute or hour
/// @param span a minute or an hour
/// @param gaps probes that failed for a fault on this side; they count as no answer
/// @param latencies of the answers that did not fail: how long a failure took says how patient the probe is
public record Rollup(
        Instant from, Duration span, long passes, long warns, long fails, long nones, long gaps, Latencies latencies) {
    public static final Duration MINUTE = Duration.ofMinutes(1);
    public static final Duration HOUR = Duration.ofHours(1);

    /// The minute of one answer.
    static Rollup of(Observation answer) {
        Instant minute = answer.at().truncatedTo(ChronoUnit.MINUTES);
        Latencies took = answer.isTimed() ? Latencies.of(answer.took()) : Latencies.EMPTY;
        return switch (answer.verdict()) {
            case PASS -> new Rollup(minute, MINUTE, 1, 0, 0, 0, 0, took);
            case WARN -> new Rollup(minute, MINUTE, 0, 1, 0, 0, 0, took);
            case FAIL -> new Rollup(minute, MINUTE, 0, 0, 1, 0, 0, Latencies.EMPTY);
            case NONE -> new Rollup(minute, MINUTE, 0, 0, 0, 1, 0, took);
            case GAP -> new Rollup(minute, MINUTE, 0, 0, 0, 0, 1, Latencies.EMPTY);
        };
    }

    /// Both together, with the span of this one.
    public Rollup plus(Rollup other) {
        return new Rollup(
                from,
                span,
                passes + other.passes,
                warns + other.warns,
                fails + other.fails,
                nones + other.nones,
                gaps + other.gaps,
                latencies.plus(other.latencies));
    }

    /// The hour of which this is a part.
    Rollup asHour() {
        return new Rollup(from.truncatedTo(ChronoUnit.HOURS), HOUR, passes, warns, fails, nones, gaps, latencies);
    }

    /// How many answers there were.
    public long count() {
        return passes + warns + fails + nones;
    }

    /// All but the time. The lowest bit of the first number says whether there is anything but passes.
    void write(ByteArrayOutputStream out) {
        boolean others = warns + fails + nones + gaps > 0;
        Numbers.write(out, passes * 2 + (others ? 1 : 0));
        if (others) {
            Numbers.write(out, warns);
            Numbers.write(out, fails);
            Numbers.write(out, nones);
            Numbers.write(out, gaps);
        }
        latencies.write(out);
    }

    /// @throws RuntimeException where the bytes are not what [#write] wrote
    static Rollup read(ByteBuffer in, Instant from, Duration span) {
        long first = Numbers.read(in);
        boolean others = first % 2 == 1;
        long warns = others ? Numbers.read(in) : 0;
        long fails = others ? Numbers.read(in) : 0;
        long nones = others ? Numbers.read(in) : 0;
        long gaps = others ? Numbers.read(in) : 0;
        return new Rollup(from, span, first / 2, warns, fails, nones, gaps, Latencies.read(in));
    }
}
