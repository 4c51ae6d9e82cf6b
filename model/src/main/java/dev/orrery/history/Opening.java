package dev.orrery.history;

import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens the file of a topology, or what takes its place, whatever state it is in.
final class Opening {
    /// Larger files are looked through only where their last use did not end well: it takes a second or more.
    private static final long LOOKED_THROUGH = 64_000_000;

    private final Path folder;
    private final String topology;
    private final Consumer<String> tell;

    /// @param tell what the user should know, as sentences
    Opening(Path folder, String topology, Consumer<String> tell) {
        this.folder = folder;
        this.topology = topology;
        this.tell = tell;
    }

    /// @param file null where memory takes its place
    /// @param database to write into; null where another one writes
    record Open(
            Keeping keeping,
            @Nullable HistoryFile file,
            @Nullable Database database) {}

    Open open(Instant now) throws SQLException {
        NativeLibrary.load(folder.resolve("native"));
        HistoryFile file = HistoryFile.of(folder, topology);
        try {
            PrivateFolder.make(folder);
            if (isNewer(file)) {
                HistoryFile ours = file.ofThisVersion();
                tell.accept(Messages.of("history.newer", shown(file.path()), shown(ours.path())));
                file = ours;
            }
            return file.lock() ? locked(file, now) : new Open(new Keeping.ByAnother(), file, null);
        } catch (SQLException failed) {
            file.close();
            return inMemory(Trouble.words(failed));
        } catch (IOException failed) {
            file.close();
            return inMemory(Messages.of("history.why.refused"));
        }
    }

    private static Open inMemory(String why) throws SQLException {
        Database database = Database.inMemory();
        Schema.make(database, "");
        return new Open(new Keeping.InMemory(why), null, database);
    }

    private Open locked(HistoryFile file, Instant now) throws SQLException, IOException {
        try {
            return new Open(new Keeping.InFile(), file, sound(file));
        } catch (SQLException failed) {
            if (Trouble.of(failed) != Trouble.BROKEN) {
                throw failed;
            }
            setAside(file, now);
            return new Open(new Keeping.InFile(), file, sound(file));
        }
    }

    /// Moves a broken file out of the way, and says so. Nothing may have it open.
    void setAside(HistoryFile file, Instant now) throws IOException {
        Path aside = file.setAside(now);
        tell.accept(Messages.of("history.set-aside", shown(aside)));
    }

    /// @throws SQLException where it is not, as one that says that the file is broken
    private Database sound(HistoryFile file) throws SQLException {
        if (size(file.path()) > 0) {
            boolean thoroughly = file.wasLeftOpen() || size(file.path()) <= LOOKED_THROUGH;
            // Only looked at, so that what may have to be set aside stays as it was found.
            try (Database found = Database.reading(file.path())) {
                Schema.check(found, thoroughly);
            }
        }
        Database database = Database.writing(file.path());
        try {
            Schema.make(database, topology);
            return database;
        } catch (SQLException failed) {
            database.close();
            throw failed;
        }
    }

    private static boolean isNewer(HistoryFile file) {
        if (!Files.exists(file.path())) {
            return false;
        }
        try (Database database = Database.reading(file.path())) {
            return !Schema.isForeign(database) && Schema.version(database) > Schema.VERSION;
        } catch (SQLException unreadable) {
            // Whoever opens it for writing finds out why.
            return false;
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException unknown) {
            return 0;
        }
    }

    private static String shown(Path path) {
        return Untrusted.oneLine(path.toString());
    }
}
