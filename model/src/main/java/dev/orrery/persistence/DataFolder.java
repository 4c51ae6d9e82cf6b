package dev.orrery.persistence;

import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The user's own folder for what Orrery remembers; nobody else may look into it.
public record DataFolder(Path path) {
    /// Names another folder. Of the environment Orrery itself reads this variable, and those that the user names in
    /// [#secrets()].
    public static final String VARIABLE = "ORRERY_DATA";

    /// @param named the value of [#VARIABLE]; null or blank for the system's usual place
    /// @param home of the user
    /// @param system as in the property `os.name`
    public static DataFolder at(@Nullable String named, Path home, String system) {
        if (named != null && !named.isBlank()) {
            return new DataFolder(Path.of(named).toAbsolutePath().normalize());
        }
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return new DataFolder(home.resolve("AppData").resolve("Local").resolve("Orrery"));
        }
        if (lower.startsWith("mac")) {
            return new DataFolder(
                    home.resolve("Library").resolve("Application Support").resolve("Orrery"));
        }
        return new DataFolder(home.resolve(".local").resolve("share").resolve("orrery"));
    }

    public Path settings() {
        return path.resolve("settings.json");
    }

    public Path trust() {
        return path.resolve("trust.json");
    }

    /// In which environment each path was looked at last.
    public Path environments() {
        return path.resolve("environments.json");
    }

    /// What the user lets Orrery send, and to whom.
    public Path secrets() {
        return path.resolve("secrets.json");
    }

    /// For what was observed.
    public Path histories() {
        return path.resolve("history");
    }

    /// For what people said of services: what they look after, and work on.
    public Path attention() {
        return path.resolve("attention");
    }

    /// For edits that are not saved.
    public Path journals() {
        return path.resolve("journal");
    }

    /// For workspaces whose own folder cannot be written to.
    public Path workspaces() {
        return path.resolve("workspaces");
    }

    /// Makes a folder inside (or the folder itself) where it is missing.
    ///
    /// @return why that failed, as a sentence; empty where the folder is there
    static Optional<String> ensure(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, ownerOnly(folder));
            }
            return Optional.empty();
        } catch (FileAlreadyExistsException inTheWay) {
            return Optional.of(Messages.of("file.no-data-folder", Untrusted.oneLine(folder.toString())));
        } catch (IOException failed) {
            return Optional.of(
                    Messages.of("file.unwritten", Untrusted.oneLine(folder.toString()), AtomicFile.words(failed)));
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
