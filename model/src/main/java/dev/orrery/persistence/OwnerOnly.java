package dev.orrery.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/// Whether a file is for its owner alone.
final class OwnerOnly {
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private OwnerOnly() {}

    /// Takes from a file that is there what the group and all others may do with it.
    static void make(Path file) throws IOException {
        if (Files.exists(file) && refuses(file)) {
            Set<PosixFilePermission> left = new HashSet<>(Files.getPosixFilePermissions(file));
            left.removeAll(OTHERS);
            Files.setPosixFilePermissions(file, left);
        }
    }

    /// True where the group or anybody may do anything with it, or where that cannot be told. Systems that know no
    /// such rights (Windows) keep the folders of users apart by other means, so nothing is refused there.
    static boolean refuses(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException unknown) {
            return true;
        }
    }
}
