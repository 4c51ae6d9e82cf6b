package dev.orrery.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/// SQLite's own library, unpacked beside the history.
///
/// Left to itself it is unpacked to the folder for temporary files at every start, where it stays after a crash and
/// where many machines let nothing be run. That is still tried where it cannot be run from here.
final class NativeLibrary {
    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";
    private static boolean loaded;

    private NativeLibrary() {}

    /// Loads it, once for all.
    ///
    /// @param folder in which it is kept, made where it is missing
    /// @throws SQLException where it can be run from nowhere
    static synchronized void load(Path folder) throws SQLException {
        if (loaded) {
            return;
        }
        String name = System.mapLibraryName("sqlitejdbc");
        Path unpacked = unpack(folder, name);
        if (unpacked != null && System.getProperty(FOLDER) == null) {
            System.setProperty(FOLDER, unpacked.toString());
            System.setProperty(NAME, name);
        }
        try {
            SQLiteJDBCLoader.initialize();
            loaded = true;
        } catch (Exception | LinkageError failed) {
            throw new SQLException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private static @Nullable Path unpack(Path folder, String name) {
        String resource = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                return null;
            }
            byte[] library = in.readAllBytes();
            Path version = folder.resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
            Path file = version.resolve(name);
            // Compared each time: what is loaded from here runs as part of the program.
            if (!Files.exists(file) || !Arrays.equals(library, Files.readAllBytes(file))) {
                PrivateFolder.make(version);
                Path fresh = Files.createTempFile(version, name, ".tmp");
                Files.write(fresh, library);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return version;
        } catch (IOException unwritable) {
            return null;
        }
    }
}
