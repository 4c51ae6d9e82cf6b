package dev.orrery.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;

/// Where the workspace of an opened path lies.
///
/// @param read may not exist
/// @param write the same, but where that folder is read-only
public record WorkspacePlace(Path read, Path write) {
    /// The end of every workspace file's name.
    public static final String ENDING = ".workspace.yaml";

    /// `orrery.workspace.yaml` in an opened folder, `<stem>.workspace.yaml` beside an opened file; in the user's data
    /// folder where that folder cannot be written to.
    public static WorkspacePlace of(Path opened, DataFolder data) {
        return of(opened, data, Files::isWritable);
    }

    /// The same, for whom other folders count as writable.
    ///
    /// @param isWritable whether a workspace may be written into a folder
    public static WorkspacePlace of(Path opened, DataFolder data, Predicate<Path> isWritable) {
        Path absolute = opened.toAbsolutePath().normalize();
        Path beside = beside(absolute);
        Path parent = beside.getParent();
        if (parent == null || isWritable.test(parent)) {
            return new WorkspacePlace(beside, beside);
        }
        Path own = data.workspaces().resolve(fingerprint(absolute) + ENDING);
        return new WorkspacePlace(Files.exists(own) ? own : beside, own);
    }

    /// In an opened folder or beside an opened file, whether it is there or not.
    public static Path beside(Path opened) {
        Path absolute = opened.toAbsolutePath().normalize();
        return Files.isDirectory(absolute)
                ? absolute.resolve("orrery" + ENDING)
                : absolute.resolveSibling(stem(absolute) + ENDING);
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// Two folders of one name in different places have workspaces of their own.
    private static String fingerprint(Path path) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(path.toString().getBytes(UTF_8));
            return stem(path) + "-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
