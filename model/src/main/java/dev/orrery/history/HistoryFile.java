package dev.orrery.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where the history of one topology lies, and who may write it.
///
/// The lock lies beside the file and not on it: SQLite has locks of its own there, and the file may be set aside while
/// this one goes on.
final class HistoryFile implements AutoCloseable {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path path;
    private @Nullable FileChannel locked;

    private HistoryFile(Path path) {
        this.path = path;
    }

    /// @param topology names it among all others, as does the path that the user opened
    static HistoryFile of(Path folder, String topology) {
        return new HistoryFile(folder.resolve(TopologyName.of(topology) + ".db"));
    }

    /// The one that this version uses where a newer one has made the usual one its own.
    HistoryFile ofThisVersion() {
        String name = path.getFileName().toString();
        return new HistoryFile(
                path.resolveSibling(name.substring(0, name.length() - 3) + ".v" + Schema.VERSION + ".db"));
    }

    Path path() {
        return path;
    }

    /// Whether something was left to be put into the file when it was used last: that use did not end well.
    boolean wasLeftOpen() {
        try {
            Path log = beside("-wal");
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException unknown) {
            return true;
        }
    }

    /// Tries to become the only one that writes.
    ///
    /// @return false where another one is
    /// @throws IOException where nobody could: the folder may not be written
    boolean lock() throws IOException {
        if (locked != null) {
            return true;
        }
        FileChannel channel = FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                locked = channel;
                return true;
            }
        } catch (OverlappingFileLockException thisProcess) {
            // As good as another process: two windows of one.
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
        channel.close();
        return false;
    }

    /// Gives the file and what belongs to it another name, under which it stays.
    ///
    /// @return that name
    Path setAside(Instant now) throws IOException {
        String name = path.getFileName() + ".broken-" + STAMP.format(now);
        Path aside = path.resolveSibling(name);
        for (int i = 2; Files.exists(aside); i++) {
            aside = path.resolveSibling(name + "-" + i);
        }
        Files.move(path, aside);
        for (String part : new String[] {"-wal", "-shm"}) {
            if (Files.exists(beside(part))) {
                Files.move(beside(part), aside.resolveSibling(aside.getFileName() + part));
            }
        }
        return aside;
    }

    /// Lets another one write.
    @Override
    public void close() {
        try {
            if (locked != null) {
                locked.close();
            }
        } catch (IOException ended) {
            System.getLogger(HistoryFile.class.getName()).log(System.Logger.Level.WARNING, "not unlocked", ended);
        }
        locked = null;
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }
}
