package dev.orrery.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The tables. Times are milliseconds since 1970; the words are those of the glossary, for whoever opens the file.
final class Schema {
    static final int VERSION = 1;

    /// Marks the file as ours: "Orry".
    private static final int APPLICATION = 0x4F727279;

    private static final String[] TABLES = {
        "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        """
        CREATE TABLE service (
            id INTEGER PRIMARY KEY, environment TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (environment, name))""",
        """
        CREATE TABLE watch (
            id INTEGER PRIMARY KEY, environment TEXT NOT NULL, began INTEGER NOT NULL, ended INTEGER NOT NULL)""",
        """
        CREATE TABLE change (
            seq INTEGER PRIMARY KEY, watch INTEGER NOT NULL, service INTEGER NOT NULL, at INTEGER NOT NULL,
            health TEXT, reason TEXT, standing TEXT)""",
        "CREATE INDEX change_of_service ON change (service, at)",
        "CREATE INDEX change_in_time ON change (at)",
        """
        CREATE TABLE gap (
            id INTEGER PRIMARY KEY, environment TEXT NOT NULL, service TEXT, reason TEXT NOT NULL,
            arguments TEXT NOT NULL, began INTEGER NOT NULL, ended INTEGER NOT NULL)""",
        "CREATE INDEX gap_in_time ON gap (environment, ended)",
        """
        CREATE TABLE release (
            seq INTEGER PRIMARY KEY, service INTEGER NOT NULL, at INTEGER NOT NULL, version TEXT NOT NULL,
            previous TEXT)""",
        """
        CREATE TABLE minute (
            at INTEGER NOT NULL, service INTEGER NOT NULL, "check" INTEGER NOT NULL, count INTEGER NOT NULL,
            fails INTEGER NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (at, service, "check")) WITHOUT ROWID""",
        """
        CREATE TABLE hour (
            at INTEGER NOT NULL, service INTEGER NOT NULL, "check" INTEGER NOT NULL, count INTEGER NOT NULL,
            fails INTEGER NOT NULL, packed BLOB NOT NULL, minutes BLOB,
            PRIMARY KEY (at, service, "check")) WITHOUT ROWID"""
    };

    private Schema() {}

    static long version(Database database) throws SQLException {
        return database.number("PRAGMA user_version");
    }

    /// Whether somebody else made the file for something else.
    static boolean isForeign(Database database) throws SQLException {
        long application = database.number("PRAGMA application_id");
        boolean empty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
        return !empty && application != APPLICATION;
    }

    /// @param thoroughly look at every page
    /// @throws SQLException that says that the file is broken, where it is, or is none of ours
    static void check(Database database, boolean thoroughly) throws SQLException {
        if (isForeign(database)) {
            throw new SQLiteException("no history of ours", SQLiteErrorCode.SQLITE_NOTADB);
        }
        if (thoroughly) {
            String found = database.text("PRAGMA quick_check(1)");
            if (!found.equals("ok")) {
                throw new SQLiteException(found, SQLiteErrorCode.SQLITE_CORRUPT);
            }
        }
    }

    /// Makes the tables, all or none, where there are none.
    static void make(Database database, String topology) throws SQLException {
        if (version(database) == VERSION) {
            return;
        }
        database.write(connection -> {
            make(connection, topology);
            return null;
        });
    }

    private static void make(Connection connection, String topology) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            statement.execute("PRAGMA application_id=" + APPLICATION);
            statement.execute("PRAGMA user_version=" + VERSION);
        }
        try (var about = connection.prepareStatement("INSERT INTO about VALUES ('topology', ?)")) {
            about.setString(1, topology);
            about.executeUpdate();
        }
    }
}
