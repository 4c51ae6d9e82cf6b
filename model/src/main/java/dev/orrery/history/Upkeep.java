package dev.orrery.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Keeps the file small, a step at a time, so that no step takes long: full hours are packed, their minutes are given
/// up later, and what is too old or too much is deleted, oldest first. Used by the thread that writes.
final class Upkeep {
    /// Late answers still come into minutes of an hour that ended less long ago than this.
    private static final Duration SETTLED = Duration.ofHours(1);

    /// However little room there is, the last day stays as long as anything older can go.
    private static final Duration LAST_DAY = Duration.ofDays(1);

    private static final int SERVICES = 200;
    private static final int CHANGES = 1_000;
    private static final int PAGES = 2_000;
    private static final String THINNED = "thinned";

    private final Database database;
    private final Limits limits;
    private Instant agedAt = Instant.MIN;
    private long packFrom;

    /// Bounds the file, should it once grow faster than it is kept small.
    Upkeep(Database database, Limits limits) throws SQLException {
        database.bound(limits.bytes() + limits.bytes() / 4);
        this.database = database;
        this.limits = limits;
    }

    private record CheckNumber(long service, int check) implements Comparable<CheckNumber> {
        @Override
        public int compareTo(CheckNumber other) {
            int byService = Long.compare(service, other.service);
            return byService != 0 ? byService : Integer.compare(check, other.check);
        }
    }

    /// Takes one step.
    ///
    /// @return false where nothing is left to do
    boolean step(Instant now) throws SQLException {
        boolean more = pack(now.minus(SETTLED).truncatedTo(ChronoUnit.HOURS))
                || thin(now.minus(limits.minutes()).truncatedTo(ChronoUnit.HOURS))
                || drop(now.minus(limits.hours()).truncatedTo(ChronoUnit.HOURS))
                || age(now)
                || shrink(now);
        return vacuum() || more;
    }

    /// Makes hours of the minutes of the oldest hour, for some of the services.
    private boolean pack(Instant before) throws SQLException {
        long oldest = database.number("SELECT ifnull(min(at), -1) FROM minute");
        if (oldest < 0 || oldest >= before.toEpochMilli()) {
            return false;
        }
        Instant hour = Instant.ofEpochMilli(oldest).truncatedTo(ChronoUnit.HOURS);
        database.write(connection -> {
            packSome(connection, hour);
            return null;
        });
        return true;
    }

    private void packSome(Connection connection, Instant hour) throws SQLException {
        SequencedMap<CheckNumber, List<Rollup>> minutes = new TreeMap<>();
        long last = packFrom + SERVICES;
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT service, \"check\", packed FROM minute WHERE at = ? AND service > ? AND service <= ?");
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM minute WHERE at = ? AND service > ? AND service <= ?")) {
            for (Instant minute = hour; minute.isBefore(hour.plus(Rollup.HOUR)); minute = minute.plus(Rollup.MINUTE)) {
                for (PreparedStatement each : List.of(select, delete)) {
                    each.setLong(1, minute.toEpochMilli());
                    each.setLong(2, packFrom);
                    each.setLong(3, last);
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        CheckNumber of = new CheckNumber(row.getLong(1), row.getInt(2));
                        Packed.minute(minute, row.getBytes(3))
                                .ifPresent(rollup -> minutes.computeIfAbsent(of, _ -> new ArrayList<>())
                                        .add(rollup));
                    }
                }
                delete.executeUpdate();
            }
        }
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT packed, minutes FROM hour WHERE at = ? AND service = ? AND \"check\" = ?");
                PreparedStatement replace =
                        connection.prepareStatement("REPLACE INTO hour VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (var of : minutes.entrySet()) {
                put(select, replace, hour, of.getKey(), of.getValue());
            }
        }
        packFrom = last > Database.number(connection, "SELECT ifnull(max(id), 0) FROM service") ? 0 : last;
    }

    private static void put(
            PreparedStatement select, PreparedStatement replace, Instant hour, CheckNumber of, List<Rollup> minutes)
            throws SQLException {
        for (PreparedStatement each : List.of(select, replace)) {
            each.setLong(1, hour.toEpochMilli());
            each.setLong(2, of.service());
            each.setInt(3, of.check());
        }
        TreeMap<Instant, Rollup> all = new TreeMap<>();
        Rollup thinned = null;
        try (ResultSet row = select.executeQuery()) {
            // The clock was set back, or answers came very late: the hour was packed before.
            if (row.next()) {
                byte[] before = row.getBytes(2);
                if (before == null) {
                    thinned = Packed.hour(hour, row.getBytes(1)).orElse(null);
                } else {
                    Packed.minutes(hour, before).forEach(minute -> all.put(minute.from(), minute));
                }
            }
        }
        minutes.forEach(minute -> all.merge(minute.from(), minute, Rollup::plus));
        Hour packed = Hour.of(all.sequencedValues());
        Rollup sum = thinned == null ? packed.sum() : packed.sum().plus(thinned);
        replace.setLong(4, sum.count());
        replace.setLong(5, sum.fails());
        replace.setBytes(6, Packed.bytes(sum));
        replace.setBytes(7, thinned == null ? packed.minutes() : null);
        replace.executeUpdate();
    }

    /// Gives up the minutes of the oldest hour that still has them.
    private boolean thin(Instant before) throws SQLException {
        long thinned = database.number(
                "SELECT ifnull((SELECT CAST(value AS INTEGER) FROM about WHERE name = '" + THINNED + "'), -1)");
        long hour = database.number("SELECT ifnull(min(at), -1) FROM hour WHERE at > " + thinned);
        if (hour < 0 || hour >= before.toEpochMilli()) {
            return false;
        }
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE hour SET minutes = NULL WHERE at = ?");
                    PreparedStatement note = connection.prepareStatement("REPLACE INTO about VALUES (?, ?)")) {
                update.setLong(1, hour);
                update.executeUpdate();
                note.setString(1, THINNED);
                note.setString(2, Long.toString(hour));
                note.executeUpdate();
            }
            return null;
        });
        return true;
    }

    /// Deletes the oldest hour.
    private boolean drop(Instant before) throws SQLException {
        long hour = database.number("SELECT ifnull(min(at), -1) FROM hour");
        if (hour < 0 || hour >= before.toEpochMilli()) {
            return false;
        }
        database.write(connection -> delete(connection, "DELETE FROM hour WHERE at = ?", hour));
        return true;
    }

    /// Once an hour: deletes changes and gaps that are too old.
    private boolean age(Instant now) throws SQLException {
        if (now.isBefore(agedAt.plus(Rollup.HOUR)) && !agedAt.isAfter(now)) {
            return false;
        }
        if (deleteChanges(now.minus(limits.hours()))) {
            return true;
        }
        agedAt = now;
        return false;
    }

    /// Deletes some of the changes, gaps and watches that ended before a moment; what still held then stays.
    ///
    /// @return whether there was anything to delete
    private boolean deleteChanges(Instant before) throws SQLException {
        long limit = before.toEpochMilli();
        return database.write(connection -> {
            int changes = delete(connection, """
                    DELETE FROM change WHERE seq IN (
                        SELECT seq FROM change AS old WHERE at < ?1 AND EXISTS (
                            SELECT 1 FROM change AS next
                            WHERE next.service = old.service AND next.at <= ?1 AND next.at >= old.at
                            AND next.seq > old.seq)
                        LIMIT\s""" + CHANGES + ")", limit);
            int others = delete(connection, "DELETE FROM gap WHERE ended < ?1", limit)
                    + delete(connection, "DELETE FROM release WHERE at < ?1", limit)
                    + delete(
                            connection,
                            "DELETE FROM watch WHERE ended < ?1 AND id < (SELECT max(id) FROM watch)",
                            limit);
            return changes == CHANGES || others > 0;
        });
    }

    /// Where the file is too large: gives up the oldest of what is worth least.
    private boolean shrink(Instant now) throws SQLException {
        if (used() <= limits.bytes()) {
            return false;
        }
        Instant day = now.minus(LAST_DAY);
        if (thin(day) || drop(day)) {
            return true;
        }
        long oldest = database.number("SELECT ifnull(min(at), 0) FROM change");
        long newest = database.number("SELECT ifnull(max(at), 0) FROM change");
        // A tenth of the time that they span, or of what is left of it.
        Instant until = Instant.ofEpochMilli(oldest + Math.max((newest - oldest) / 10, 1));
        return deleteChanges(until) || thin(now) || drop(now);
    }

    private long used() throws SQLException {
        long pages = database.number("PRAGMA page_count") - database.number("PRAGMA freelist_count");
        return pages * database.number("PRAGMA page_size");
    }

    /// Gives pages that are free back to the disk.
    private boolean vacuum() throws SQLException {
        if (database.number("PRAGMA freelist_count") < PAGES / 4) {
            return false;
        }
        database.execute("PRAGMA incremental_vacuum(" + PAGES + ")");
        return true;
    }

    private static int delete(Connection connection, String sql, long before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, before);
            return delete.executeUpdate();
        }
    }
}
