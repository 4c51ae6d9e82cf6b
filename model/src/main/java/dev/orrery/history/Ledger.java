package dev.orrery.history;

import dev.orrery.health.CheckId;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import dev.orrery.json.Json;
import dev.orrery.json.JsonWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes what waits into the tables. Used by one thread.
final class Ledger {
    private record Name(String environment, String service) {}

    private final Database database;

    /// Numbers of services; asked of the file once.
    private final Map<Name, Long> numbers = new HashMap<>();

    Ledger(Database database) {
        this.database = database;
    }

    /// All of it, or nothing where that fails.
    void write(Waiting.Batch batch) throws SQLException {
        List<Runnable> undo = new ArrayList<>();
        boolean done = false;
        try {
            database.write(connection -> {
                try (PreparedStatement change = connection.prepareStatement(
                        "INSERT INTO change (watch, service, at, health, reason, standing) VALUES (?, ?, ?, ?, ?, ?)")) {
                    for (Entry entry : batch.entries()) {
                        write(connection, entry, change, undo);
                    }
                }
                minutes(connection, batch.minutes());
                return null;
            });
            done = true;
        } finally {
            if (!done) {
                // Numbers that were given in a transaction that never was.
                numbers.clear();
                undo.forEach(Runnable::run);
            }
        }
    }

    private void write(Connection connection, Entry entry, PreparedStatement change, List<Runnable> undo)
            throws SQLException {
        switch (entry) {
            case Entry.Watched(Entry.OpenWatch watch, Instant until) -> watch(connection, watch, until, undo);
            case Entry.Changed changed -> {
                if (changed.watch().number == 0) {
                    watch(connection, changed.watch(), changed.at(), undo);
                }
                change(connection, changed, change);
            }
            case Entry.Missed(Entry.OpenGap gap, Instant until) -> gap(connection, gap, until, undo);
        }
    }

    private static void watch(Connection connection, Entry.OpenWatch watch, Instant until, List<Runnable> undo)
            throws SQLException {
        if (watch.number == 0) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO watch (environment, began, ended) VALUES (?, ?, ?)")) {
                insert.setString(1, watch.environment);
                insert.setLong(2, watch.from.toEpochMilli());
                insert.setLong(3, until.toEpochMilli());
                insert.executeUpdate();
            }
            undo.add(() -> watch.number = 0);
            watch.number = Database.number(connection, "SELECT last_insert_rowid()");
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE watch SET ended = max(ended, ?) WHERE id = ?")) {
            update.setLong(1, until.toEpochMilli());
            update.setLong(2, watch.number);
            update.executeUpdate();
        }
    }

    private void change(Connection connection, Entry.Changed changed, PreparedStatement insert) throws SQLException {
        insert.setLong(1, changed.watch().number);
        insert.setLong(2, number(connection, changed.watch().environment, changed.service()));
        insert.setLong(3, changed.at().toEpochMilli());
        ServiceHealth stands = changed.stands();
        if (stands == null) {
            insert.setNull(4, Types.VARCHAR);
            insert.setNull(5, Types.VARCHAR);
            insert.setNull(6, Types.VARCHAR);
        } else {
            insert.setString(4, stands.health().name());
            insert.setString(5, stands.reason().code());
            insert.setString(6, StandingText.of(stands));
        }
        insert.executeUpdate();
    }

    private static void gap(Connection connection, Entry.OpenGap gap, Instant until, List<Runnable> undo)
            throws SQLException {
        if (gap.number == 0) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO gap (environment, service, reason, arguments, began, ended) VALUES (?, ?, ?, ?, ?, ?)")) {
                Reason reason = gap.reason;
                insert.setString(1, gap.environment);
                insert.setString(2, gap.service);
                insert.setString(3, reason.code());
                insert.setString(
                        4,
                        JsonWriter.compact(Json.array(
                                reason.arguments().stream().map(Json.Text::new).toList())));
                insert.setLong(5, gap.from.toEpochMilli());
                insert.setLong(6, until.toEpochMilli());
                insert.executeUpdate();
            }
            undo.add(() -> gap.number = 0);
            gap.number = Database.number(connection, "SELECT last_insert_rowid()");
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE gap SET ended = ? WHERE id = ?")) {
            update.setLong(1, until.toEpochMilli());
            update.setLong(2, gap.number);
            update.executeUpdate();
        }
    }

    private void minutes(Connection connection, List<Minute> minutes) throws SQLException {
        if (minutes.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR IGNORE INTO minute VALUES (?, ?, ?, ?, ?, ?)")) {
            for (Minute minute : minutes) {
                CheckId check = minute.check();
                long service = number(connection, minute.environment(), check.service());
                if (!isInserted(insert, service, check.index(), minute.rollup())) {
                    // A part of the same minute was written before: at the end of the last run, or on demand.
                    addTo(connection, service, check.index(), minute.rollup());
                }
            }
        }
    }

    private static boolean isInserted(PreparedStatement insert, long service, int check, Rollup rollup)
            throws SQLException {
        insert.setLong(1, rollup.from().toEpochMilli());
        insert.setLong(2, service);
        insert.setInt(3, check);
        insert.setLong(4, rollup.count());
        insert.setLong(5, rollup.fails());
        insert.setBytes(6, Packed.bytes(rollup));
        return insert.executeUpdate() == 1;
    }

    private static void addTo(Connection connection, long service, int check, Rollup more) throws SQLException {
        String where = " WHERE at = ? AND service = ? AND \"check\" = ?";
        Rollup sum = more;
        try (PreparedStatement select = connection.prepareStatement("SELECT packed FROM minute" + where)) {
            select.setLong(1, more.from().toEpochMilli());
            select.setLong(2, service);
            select.setInt(3, check);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    sum = Packed.minute(more.from(), row.getBytes(1))
                            .map(before -> before.plus(more))
                            .orElse(more);
                }
            }
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE minute SET count = ?, fails = ?, packed = ?" + where)) {
            update.setLong(1, sum.count());
            update.setLong(2, sum.fails());
            update.setBytes(3, Packed.bytes(sum));
            update.setLong(4, more.from().toEpochMilli());
            update.setLong(5, service);
            update.setInt(6, check);
            update.executeUpdate();
        }
    }

    private long number(Connection connection, String environment, String service) throws SQLException {
        Name name = new Name(environment, service);
        Long known = numbers.get(name);
        if (known != null) {
            return known;
        }
        Long found = find(connection, name);
        if (found == null) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO service (environment, name) VALUES (?, ?)")) {
                insert.setString(1, environment);
                insert.setString(2, service);
                insert.executeUpdate();
            }
            found = Database.number(connection, "SELECT last_insert_rowid()");
        }
        numbers.put(name, found);
        return found;
    }

    private static @Nullable Long find(Connection connection, Name name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM service WHERE environment = ? AND name = ?")) {
            select.setString(1, name.environment());
            select.setString(2, name.service());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }
}
