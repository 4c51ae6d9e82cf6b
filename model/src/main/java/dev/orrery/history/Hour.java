package dev.orrery.history;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedCollection;

/// A full hour of one check, with its minutes in few bytes: a tenth of what they take as rows.
@SuppressWarnings("ArrayRecordComponent") // Made only to be written, and never compared.
record Hour(Rollup sum, byte[] minutes) {
    /// @param minutes of one hour, in order, at least one
    static Hour of(SequencedCollection<Rollup> minutes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Rollup sum = null;
        Instant next = minutes.getFirst().from().truncatedTo(ChronoUnit.HOURS);
        for (Rollup minute : minutes) {
            Numbers.write(out, next.until(minute.from(), ChronoUnit.MINUTES));
            minute.write(out);
            next = minute.from().plus(Rollup.MINUTE);
            sum = sum == null ? minute.asHour() : sum.plus(minute);
        }
        if (sum == null) {
            throw new IllegalArgumentException("no minute");
        }
        return new Hour(sum, out.toByteArray());
    }

    /// @param from where the hour begins
    /// @throws RuntimeException where the bytes are broken
    static List<Rollup> minutes(Instant from, byte[] minutes) {
        List<Rollup> all = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(minutes);
        Instant next = from;
        while (in.hasRemaining()) {
            Instant at = next.plus(Numbers.read(in), ChronoUnit.MINUTES);
            all.add(Rollup.read(in, at, Rollup.MINUTE));
            next = at.plus(Rollup.MINUTE);
        }
        return all;
    }
}
