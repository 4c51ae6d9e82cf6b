package dev.orrery.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// One open connection, used by one thread at a time.
final class Database implements AutoCloseable {
    private static final int BUSY_MILLIS = 3_000;
    private static final int WAL_BYTES = 16 * 1024 * 1024;

    /// What guards against a file that somebody else made: nothing in it is run, and every cell is looked at.
    private static final List<String> WARY = List.of("trusted_schema=OFF", "cell_size_check=ON");

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    /// Something done with a connection.
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException;
    }

    /// Makes something of the row that a result stands at.
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Database(Connection connection) {
        this.connection = connection;
    }

    /// Opens a file for writing, and makes it where there is none.
    static Database writing(Path file) throws SQLException {
        return open(
                file.toUri().toASCIIString(),
                false,
                List.of(
                        // Counts only before anything is written, so it comes first.
                        "auto_vacuum=INCREMENTAL",
                        "journal_mode=WAL",
                        // Enough that no crash of the program loses what was written; one of the machine may lose the
                        // newest seconds, but breaks nothing.
                        "synchronous=NORMAL",
                        "journal_size_limit=" + WAL_BYTES));
    }

    static Database reading(Path file) throws SQLException {
        return open(file.toUri().toASCIIString(), true, List.of("query_only=ON"));
    }

    /// One that is gone when it is closed.
    static Database inMemory() throws SQLException {
        return open(":memory:", false, List.of("auto_vacuum=INCREMENTAL"));
    }

    private static Database open(String place, boolean readOnly, List<String> pragmas) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.enableLoadExtension(false);
        config.setReadOnly(readOnly);
        Database database = new Database(config.createConnection("jdbc:sqlite:" + place));
        try {
            List<String> all = new ArrayList<>(pragmas);
            all.addAll(WARY);
            for (String pragma : all) {
                database.execute("PRAGMA " + pragma);
            }
            return database;
        } catch (SQLException failed) {
            database.close();
            throw failed;
        }
    }

    /// Does the work as one transaction: all of it or nothing.
    <T extends @Nullable Object> T write(Work<T> work) throws SQLException {
        lock.lock();
        try {
            execute("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                T result = work.with(connection);
                execute("COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollBack();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Does the work with one unchanging state of the data.
    <T extends @Nullable Object> T read(Work<T> work) throws SQLException {
        lock.lock();
        try {
            execute("BEGIN");
            try {
                return work.with(connection);
            } finally {
                rollBack();
            }
        } finally {
            lock.unlock();
        }
    }

    void execute(String sql) throws SQLException {
        lock.lock();
        try (Statement statement = connection.createStatement()) {
            // Unlike `execute`, this goes on to the end of a pragma that works in steps.
            statement.executeUpdate(sql);
        } finally {
            lock.unlock();
        }
    }

    /// Never lets the file grow beyond; what would is refused as if the disk were full.
    void bound(long bytes) throws SQLException {
        execute("PRAGMA max_page_count=" + Math.max(1, bytes / number("PRAGMA page_size")));
    }

    /// The only number that a query gives.
    long number(String sql) throws SQLException {
        lock.lock();
        try {
            return number(connection, sql);
        } finally {
            lock.unlock();
        }
    }

    /// The only text that a query gives.
    String text(String sql) throws SQLException {
        lock.lock();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        } finally {
            lock.unlock();
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /// After some failures SQLite has done so by itself, and says that there is nothing to roll back.
    private void rollBack() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException alreadyDone) {
            System.getLogger(Database.class.getName()).log(System.Logger.Level.DEBUG, alreadyDone.getMessage());
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException failed) {
            System.getLogger(Database.class.getName()).log(System.Logger.Level.WARNING, "not closed", failed);
        } finally {
            lock.unlock();
        }
    }
}
