package dev.orrery.persistence;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A disk on which the n-th step that changes something fails, after half of it was done; later steps work again.
final class FailingDisk implements Disk {
    private final Disk real = new RealDisk();
    private int left;
    private boolean movesAreAtomic = true;
    private long paused;

    /// @param failing counted from 1; 0 for a disk that never fails
    FailingDisk(int failing) {
        this.left = failing;
    }

    FailingDisk withoutAtomicMoves() {
        movesAreAtomic = false;
        return this;
    }

    /// Whether the step that was to fail was never reached.
    boolean isSpared() {
        return left > 0;
    }

    long paused() {
        return paused;
    }

    @Override
    public void create(Path file, byte[] content, @Nullable Set<PosixFilePermission> mode) throws IOException {
        if (fails()) {
            real.create(file, half(content), mode);
            throw new IOException("No space left on device");
        }
        real.create(file, content, mode);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        if (!movesAreAtomic) {
            throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "not on this system");
        }
        if (fails()) {
            throw new IOException("held by another program");
        }
        real.move(from, to);
    }

    @Override
    public void overwrite(Path file, byte[] content) throws IOException {
        if (fails()) {
            Files.write(file, half(content));
            throw new IOException("No space left on device");
        }
        real.overwrite(file, content);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return real.read(file);
    }

    @Override
    public void delete(Path file) throws IOException {
        real.delete(file);
    }

    @Override
    public void forceFolder(Path folder) {
        real.forceFolder(folder);
    }

    @Override
    public void pause(long millis) {
        paused += millis;
    }

    private boolean fails() {
        return left > 0 && --left == 0;
    }

    private static byte[] half(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }
}
