package dev.orrery.history;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Roll-ups as they lie in the file. Bytes that mean nothing are as bad as a page that means nothing.
final class Packed {
    private Packed() {}

    static byte[] bytes(Rollup rollup) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rollup.write(out);
        return out.toByteArray();
    }

    static Rollup minute(Instant from, byte[] bytes) throws SQLException {
        return rollup(from, Rollup.MINUTE, bytes);
    }

    static Rollup hour(Instant from, byte[] bytes) throws SQLException {
        return rollup(from, Rollup.HOUR, bytes);
    }

    static List<Rollup> minutes(Instant hour, byte[] bytes) throws SQLException {
        return orBroken(() -> Hour.minutes(hour, bytes));
    }

    private static Rollup rollup(Instant from, Duration span, byte[] bytes) throws SQLException {
        return orBroken(() -> Rollup.read(ByteBuffer.wrap(bytes), from, span));
    }

    static <T> T orBroken(Supplier<T> reading) throws SQLException {
        try {
            return reading.get();
        } catch (RuntimeException meaningless) {
            SQLException broken = new SQLiteException("meaningless bytes", SQLiteErrorCode.SQLITE_CORRUPT);
            broken.initCause(meaningless);
            throw broken;
        }
    }
}
