package dev.orrery.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The steps of writing a file, one by one, so that a test can let each of them fail.
interface Disk {
    /// Makes a file that must not exist, fills it and waits until the device has it.
    ///
    /// @param mode null for what new files usually get
    void create(Path file, byte[] content, @Nullable Set<PosixFilePermission> mode) throws IOException;

    /// Puts a file in the place of another in one step.
    void move(Path from, Path to) throws IOException;

    /// Fills an existing file anew and waits until the device has it.
    void overwrite(Path file, byte[] content) throws IOException;

    byte[] read(Path file) throws IOException;

    void delete(Path file) throws IOException;

    /// Waits until the device has the entries of a folder, where the system can do that.
    void forceFolder(Path folder);

    void pause(long millis);
}
