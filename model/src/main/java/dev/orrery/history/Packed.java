package dev.orrery.history;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Roll-ups as they lie in the file. Where a disk has turned bytes into others that mean nothing, the one row is lost
/// and not the file.
final class Packed {
    private Packed() {}

    static byte[] bytes(Rollup rollup) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rollup.write(out);
        return out.toByteArray();
    }

    static Optional<Rollup> minute(Instant from, byte[] bytes) {
        return rollup(from, Rollup.MINUTE, bytes);
    }

    static Optional<Rollup> hour(Instant from, byte[] bytes) {
        return rollup(from, Rollup.HOUR, bytes);
    }

    static List<Rollup> minutes(Instant hour, byte[] bytes) {
        return orNothing(() -> Hour.minutes(hour, bytes)).orElse(List.of());
    }

    private static Optional<Rollup> rollup(Instant from, Duration span, byte[] bytes) {
        return orNothing(() -> Rollup.read(ByteBuffer.wrap(bytes), from, span));
    }

    /// What was read, or nothing where it means nothing.
    static <T> Optional<T> orNothing(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RuntimeException meaningless) {
            System.getLogger(Packed.class.getName())
                    .log(System.Logger.Level.DEBUG, "a row of the history means nothing", meaningless);
            return Optional.empty();
        }
    }
}
