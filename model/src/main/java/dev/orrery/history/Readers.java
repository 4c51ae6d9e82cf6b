package dev.orrery.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads beside whoever writes, from a connection of its own. One question at a time.
final class Readers implements AutoCloseable {
    private boolean ready;
    private @Nullable Path file;
    private @Nullable Database memory;
    private @Nullable Database open;
    private volatile boolean broken;

    /// Reads from this file from now on.
    synchronized void moveTo(Path next) {
        close();
        file = next;
        ready = true;
        notifyAll();
    }

    /// Reads from what is kept in memory.
    synchronized void moveTo(Database next) {
        close();
        memory = next;
        ready = true;
        notifyAll();
    }

    /// There is nothing to read.
    synchronized void moveToNothing() {
        close();
        ready = true;
        notifyAll();
    }

    /// @return empty where there is no history at all
    /// @throws IOException with words for people
    synchronized <T> Optional<T> read(Database.Work<T> work) throws IOException {
        try {
            while (!ready) {
                wait();
            }
            Database database = database();
            return database == null ? Optional.empty() : Optional.of(database.read(work));
        } catch (SQLException failed) {
            broken |= Trouble.of(failed) == Trouble.BROKEN;
            throw new IOException(Trouble.words(failed), failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (RuntimeException meaningless) {
            // Whatever a damaged file may hold, whoever reads learns that it could not be read.
            throw new IOException(Trouble.BROKEN.words(), meaningless);
        }
    }

    /// Whether what was read showed that the file is broken.
    boolean foundBroken() {
        return broken;
    }

    private @Nullable Database database() throws SQLException {
        if (memory != null) {
            return memory;
        }
        if (open == null && file != null && Files.exists(file)) {
            open = Database.reading(file);
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.close();
        }
        open = null;
        broken = false;
        file = null;
        memory = null;
    }
}
