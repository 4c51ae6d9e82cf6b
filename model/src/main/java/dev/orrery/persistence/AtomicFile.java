package dev.orrery.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a file so that whoever reads it finds the old content or the new, whenever it is read and whatever fails.
///
/// Usually a new file takes the place of the old in one step. A file with several names (hard links) or another owner
/// would lose those by that, so it is filled anew in place, with its old content kept beside it until the new is read
/// back. A symbolic link is followed and stays.
public final class AtomicFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    /// On Windows a virus scanner may hold a file for a moment.
    private static final int MOVES = 5;

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long PROCESS = ProcessHandle.current().pid();

    private final Disk disk;
    private final @Nullable Set<PosixFilePermission> newFiles;
    private final SecureRandom random = new SecureRandom();

    AtomicFile(Disk disk, @Nullable Set<PosixFilePermission> newFiles) {
        this.disk = disk;
        this.newFiles = newFiles;
    }

    /// For files that others may read: a new one gets the usual rights.
    public static AtomicFile shared() {
        return new AtomicFile(new RealDisk(), null);
    }

    /// For files that concern nobody else: a new one is for its owner alone.
    public static AtomicFile ownerOnly() {
        return new AtomicFile(new RealDisk(), OWNER_ONLY);
    }

    public Written write(Path file, String content) {
        return write(file, content.getBytes(UTF_8));
    }

    public Written write(Path file, byte[] content) {
        return write(file, content, null);
    }

    /// Writes where the file still holds what is expected. That is looked at once more right before the new content
    /// takes its place, so that what another program writes meanwhile is not lost.
    ///
    /// @param expected null for whatever it holds; where nothing is expected there may be no file either
    public Written write(Path file, byte[] content, byte @Nullable [] expected) {
        try {
            Path real = real(file);
            if (!Files.exists(real)) {
                if (expected != null && expected.length > 0) {
                    return new Written.Changed(file);
                }
                replace(real, content, newFiles, expected);
            } else if (!Files.isRegularFile(real)) {
                return refused(file, Messages.of("file.not-regular"));
            } else if (isShared(real)) {
                fillInPlace(real, content, expected);
            } else {
                requireStill(real, expected);
                replace(real, content, modeOf(real), expected);
            }
            return new Written.Done(file);
        } catch (ChangedMeanwhile changed) {
            return new Written.Changed(file);
        } catch (IOException failed) {
            return refused(file, words(failed));
        }
    }

    /// Takes a file away that still holds what is expected.
    public Written remove(Path file, byte[] expected) {
        try {
            Path real = real(file);
            if (Files.exists(real)) {
                requireStill(real, expected);
                disk.delete(real);
                disk.forceFolder(folder(real));
            }
            return new Written.Done(file);
        } catch (ChangedMeanwhile changed) {
            return new Written.Changed(file);
        } catch (IOException failed) {
            return refused(file, words(failed));
        }
    }

    static Written.Refused refused(Path file, String why) {
        return new Written.Refused(file, Messages.of("file.unwritten", Untrusted.oneLine(file.toString()), why));
    }

    static String words(IOException failed) {
        String reason = failed instanceof FileSystemException named ? named.getReason() : failed.getMessage();
        if (reason != null && !reason.isBlank()) {
            return Untrusted.oneLine(reason);
        }
        return Messages.of(failed instanceof NoSuchFileException ? "file.no-folder" : "file.no-right");
    }

    private static final class ChangedMeanwhile extends IOException {
        private static final long serialVersionUID = 1;
    }

    private void requireStill(Path file, byte @Nullable [] expected) throws IOException {
        boolean isToBeMade = expected != null && expected.length == 0 && !Files.exists(file);
        if (expected != null && !isToBeMade && !Arrays.equals(disk.read(file), expected)) {
            throw new ChangedMeanwhile();
        }
    }

    private void replace(Path file, byte[] content, @Nullable Set<PosixFilePermission> mode, byte @Nullable [] expected)
            throws IOException {
        sweep(file);
        Path temporary = beside(file, "tmp");
        try {
            disk.create(temporary, content, mode);
            if (Files.exists(file) && !sameOwner(temporary, file)) {
                fillInPlace(file, content, expected);
                return;
            }
            requireStill(file, expected);
            move(temporary, file, content, expected);
        } finally {
            disk.delete(temporary);
        }
        disk.forceFolder(folder(file));
    }

    private void move(Path temporary, Path file, byte[] content, byte @Nullable [] expected) throws IOException {
        long pause = FIRST_PAUSE_MILLIS;
        for (int left = MOVES - 1; ; left--) {
            try {
                disk.move(temporary, file);
                return;
            } catch (AtomicMoveNotSupportedException unable) {
                if (!Files.exists(file)) {
                    throw unable;
                }
                fillInPlace(file, content, expected);
                return;
            } catch (IOException busy) {
                if (left == 0) {
                    throw busy;
                }
                disk.pause(pause);
                pause *= 2;
            }
        }
    }

    /// The backup goes only after the new content was read back; where even restoring fails it stays, and the words
    /// name it.
    private void fillInPlace(Path file, byte[] content, byte @Nullable [] expected) throws IOException {
        byte[] old = disk.read(file);
        if (expected != null && !Arrays.equals(old, expected)) {
            throw new ChangedMeanwhile();
        }
        Path backup = beside(file, "bak");
        try {
            disk.create(backup, old, OWNER_ONLY);
        } catch (IOException failed) {
            disk.delete(backup);
            throw failed;
        }
        try {
            disk.overwrite(file, content);
            if (!Arrays.equals(disk.read(file), content)) {
                throw new IOException(Messages.of("file.read-back"));
            }
        } catch (IOException failed) {
            try {
                disk.overwrite(file, old);
            } catch (IOException lost) {
                failed.addSuppressed(lost);
                throw new IOException(
                        Messages.of("file.backup", words(failed), Untrusted.oneLine(backup.toString())), failed);
            }
            disk.delete(backup);
            throw failed;
        }
        disk.delete(backup);
    }

    /// Where a chain of links leads; the link itself where it leads nowhere yet.
    private static Path real(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            return absolute.toRealPath();
        }
        if (Files.isSymbolicLink(absolute)) {
            throw new IOException(Messages.of("file.dangling-link"));
        }
        return absolute;
    }

    private static boolean isShared(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                && (Integer) Files.getAttribute(file, "unix:nlink") > 1;
    }

    private static @Nullable Set<PosixFilePermission> modeOf(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.getPosixFilePermissions(file)
                : null;
    }

    private static boolean sameOwner(Path one, Path other) throws IOException {
        if (!one.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return true;
        }
        PosixFileAttributes first = Files.readAttributes(one, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes second = Files.readAttributes(other, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return first.owner().equals(second.owner()) && first.group().equals(second.group());
    }

    private Path beside(Path file, String ending) {
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        return folder(file)
                .resolve("." + file.getFileName() + "." + PROCESS + "-"
                        + HexFormat.of().formatHex(bytes) + "." + ending);
    }

    /// Takes away what a program that was ended while it wrote this file has left.
    private void sweep(Path file) {
        Pattern left =
                Pattern.compile(Pattern.quote("." + file.getFileName() + ".") + "(\\d{1,18})-[0-9a-f]{12}\\.tmp");
        try (Stream<Path> beside = Files.list(folder(file))) {
            for (Path path : beside.toList()) {
                Matcher found = left.matcher(String.valueOf(path.getFileName()));
                if (found.matches()
                        && ProcessHandle.of(Long.parseLong(found.group(1))).isEmpty()) {
                    disk.delete(path);
                }
            }
        } catch (IOException | UncheckedIOException unable) {
            // It lies there a while longer; what is to be written matters more.
        }
    }

    private static Path folder(Path file) {
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }
}
