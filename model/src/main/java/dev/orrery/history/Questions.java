package dev.orrery.history;

import dev.orrery.health.CheckId;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.ParsedJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is asked of the tables.
final class Questions {
    private Questions() {}

    /// The watch that holds a moment: of several, after the clock was set back, the newest.
    static Optional<Watch> watchAt(Connection connection, String environment, Instant at) throws SQLException {
        List<Watch> found = watches(
                connection,
                "environment = ? AND began <= ? AND ended >= ? ORDER BY id DESC LIMIT 1",
                environment,
                at,
                at);
        return found.stream().findFirst();
    }

    /// Those that overlap a time, oldest first.
    static List<Watch> watches(Connection connection, String environment, Instant from, Instant until)
            throws SQLException {
        return watches(
                connection, "environment = ? AND began < ? AND ended >= ? ORDER BY id", environment, until, from);
    }

    private static List<Watch> watches(
            Connection connection, String where, String environment, Instant first, Instant second)
            throws SQLException {
        List<Watch> watches = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, began, ended FROM watch WHERE " + where)) {
            select.setString(1, environment);
            select.setLong(2, first.toEpochMilli());
            select.setLong(3, second.toEpochMilli());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    watches.add(new Watch(row.getLong(1), environment, at(row, 2), at(row, 3)));
                }
            }
        }
        return watches;
    }

    /// The newest change of every service before a moment, within its watch.
    static HealthBoard boardAt(Connection connection, String environment, Instant at) throws SQLException {
        Optional<Watch> watch = watchAt(connection, environment, at);
        if (watch.isEmpty()) {
            return HealthBoard.EMPTY;
        }
        SortedMap<String, ServiceHealth> services = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT service.name, change.standing FROM service JOIN change ON change.seq = (
                    SELECT seq FROM change AS newest
                    WHERE newest.service = service.id AND newest.at <= ?1 AND newest.at >= ?2 AND newest.watch = ?3
                    ORDER BY newest.at DESC, newest.seq DESC LIMIT 1)
                WHERE service.environment = ?4 AND change.standing IS NOT NULL""")) {
            select.setLong(1, at.toEpochMilli());
            select.setLong(2, watch.get().from().toEpochMilli());
            select.setLong(3, watch.get().number());
            select.setString(4, environment);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(1);
                    standing(name, row.getString(2)).ifPresent(stands -> services.put(name, stands));
                }
            }
        }
        return new HealthBoard(services);
    }

    /// Those of one service, oldest first, with the one that held when the time began.
    static List<Change> changes(Connection connection, String environment, String service, Instant from, Instant until)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT seq, watch, at, standing, ?2 FROM change
                WHERE service = (SELECT id FROM service WHERE environment = ?1 AND name = ?2)
                AND at < ?4 AND at >= ifnull((
                    SELECT max(at) FROM change AS before
                    WHERE before.service = change.service AND before.at <= ?3), ?3)
                ORDER BY seq""")) {
            select.setString(1, environment);
            select.setString(2, service);
            select.setLong(3, from.toEpochMilli());
            select.setLong(4, until.toEpochMilli());
            return changes(select);
        }
    }

    /// Those of all services, oldest first.
    static List<Change> changes(Connection connection, String environment, Instant from, Instant until)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT seq, watch, at, standing, name FROM change JOIN service ON service.id = change.service
                WHERE environment = ? AND at >= ? AND at < ? ORDER BY seq""")) {
            select.setString(1, environment);
            select.setLong(2, from.toEpochMilli());
            select.setLong(3, until.toEpochMilli());
            return changes(select);
        }
    }

    private static List<Change> changes(PreparedStatement select) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String name = row.getString(5);
                String text = row.getString(4);
                Optional<ServiceHealth> stands = text == null ? Optional.empty() : standing(name, text);
                if (text == null || stands.isPresent()) {
                    changes.add(new Change(row.getLong(1), row.getLong(2), at(row, 3), name, stands.orElse(null)));
                }
            }
        }
        return changes;
    }

    static List<Gap> gaps(Connection connection, String environment, String service, Instant from, Instant until)
            throws SQLException {
        List<Gap> gaps = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT service, reason, arguments, began, ended FROM gap
                WHERE environment = ? AND ended >= ? AND began < ? AND (service IS NULL OR service = ?)
                ORDER BY began, id""")) {
            select.setString(1, environment);
            select.setLong(2, from.toEpochMilli());
            select.setLong(3, until.toEpochMilli());
            select.setString(4, service);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    gaps.add(new Gap(
                            row.getString(1), reason(row.getString(2), row.getString(3)), at(row, 4), at(row, 5)));
                }
            }
        }
        return gaps;
    }

    /// By the minute where those are still kept, else by the hour; in order of time.
    static List<Rollup> rollups(Connection connection, String environment, CheckId check, Instant from, Instant until)
            throws SQLException {
        Long service = number(connection, environment, check.service());
        if (service == null) {
            return List.of();
        }
        SortedMap<Instant, Rollup> found = new TreeMap<>();
        for (Rollup each : hours(connection, service, check.index(), from, until)) {
            if (each.from().plus(each.span()).isAfter(from) && each.from().isBefore(until)) {
                found.put(each.from(), each);
            }
        }
        for (Rollup minute : minutes(connection, service, check.index(), from, until)) {
            // An hour that was packed may still get late minutes, until it is packed again.
            found.merge(minute.from(), minute, Rollup::plus);
        }
        return List.copyOf(found.values());
    }

    private static List<Rollup> hours(Connection connection, long service, int check, Instant from, Instant until)
            throws SQLException {
        List<Rollup> hours = new ArrayList<>();
        // One look-up an hour: the table lies in order of time, and a scan would read those of all services.
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT packed, minutes FROM hour WHERE at = ? AND service = ? AND \"check\" = ?")) {
            Instant first = oldest(connection, from);
            for (Instant hour = first; hour.isBefore(until); hour = hour.plus(Rollup.HOUR)) {
                select.setLong(1, hour.toEpochMilli());
                select.setLong(2, service);
                select.setInt(3, check);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        byte[] minutes = row.getBytes(2);
                        hours.addAll(
                                minutes == null
                                        ? Packed.hour(hour, row.getBytes(1)).stream()
                                                .toList()
                                        : Packed.minutes(hour, minutes));
                    }
                }
            }
        }
        return hours;
    }

    /// Where to begin looking: nothing is older than the oldest.
    private static Instant oldest(Connection connection, Instant from) throws SQLException {
        long kept = Database.number(connection, "SELECT ifnull(min(at), " + Long.MAX_VALUE + ") FROM hour");
        Instant wanted = from.truncatedTo(ChronoUnit.HOURS);
        return wanted.toEpochMilli() < kept ? Instant.ofEpochMilli(kept) : wanted;
    }

    private static List<Rollup> minutes(Connection connection, long service, int check, Instant from, Instant until)
            throws SQLException {
        List<Rollup> minutes = new ArrayList<>();
        long oldest = Database.number(connection, "SELECT ifnull(min(at), " + Long.MAX_VALUE + ") FROM minute");
        long newest = Database.number(connection, "SELECT ifnull(max(at), " + Long.MIN_VALUE + ") FROM minute");
        long first = Math.max(oldest, from.truncatedTo(ChronoUnit.MINUTES).toEpochMilli());
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT packed FROM minute WHERE at = ? AND service = ? AND \"check\" = ?")) {
            for (long at = first; at < until.toEpochMilli() && at <= newest; at += Rollup.MINUTE.toMillis()) {
                select.setLong(1, at);
                select.setLong(2, service);
                select.setInt(3, check);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        Packed.minute(Instant.ofEpochMilli(at), row.getBytes(1)).ifPresent(minutes::add);
                    }
                }
            }
        }
        return minutes;
    }

    /// Every service that was ever seen, sorted; those that are gone remain.
    static List<String> services(Connection connection, String environment) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT name FROM service WHERE environment = ? ORDER BY name")) {
            select.setString(1, environment);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        return names;
    }

    private static @Nullable Long number(Connection connection, String environment, String service)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM service WHERE environment = ? AND name = ?")) {
            select.setString(1, environment);
            select.setString(2, service);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }

    private static Optional<ServiceHealth> standing(String service, String text) {
        return Packed.orNothing(() -> StandingText.read(service, text));
    }

    private static Reason reason(String code, String arguments) {
        Collection<Json> items =
                JsonReader.read(arguments) instanceof ParsedJson.Whole(Json.Arr array) ? array.items() : List.of();
        return new Reason(
                code,
                items.stream()
                        .map(item -> item instanceof Json.Text(String text) ? text : "")
                        .toList());
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
