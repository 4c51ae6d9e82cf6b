package dev.orrery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final String OLD = "what was there before, and is longer than what comes";
    private static final String NEW = "what comes";

    @TempDir
    Path folder;

    @Test
    void aNewFileAppearsWithItsContentAndNothingElse() throws IOException {
        Path file = folder.resolve("new.yaml");

        assertThat(AtomicFile.shared().write(file, NEW)).isEqualTo(new Written.Done(file));

        assertThat(file).hasContent(NEW);
        assertThat(names()).containsExactly("new.yaml");
    }

    @Test
    void aFileIsReplacedAndKeepsItsRights() throws IOException {
        assumeTrue(isPosix(), "no such rights here");
        Path file = existing();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

        assertThat(AtomicFile.ownerOnly().write(file, NEW).isDone()).isTrue();

        assertThat(file).hasContent(NEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void aNewFileInTheDataFolderIsForItsOwnerAlone() throws IOException {
        assumeTrue(isPosix(), "no such rights here");
        Path file = folder.resolve("trust.json");

        assertThat(AtomicFile.ownerOnly().write(file, NEW).isDone()).isTrue();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSymbolicLinkStaysAndItsTargetIsWritten() throws IOException {
        assumeTrue(isPosix(), "links need rights there");
        Path file = existing();
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);

        assertThat(AtomicFile.shared().write(link, NEW).isDone()).isTrue();

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent(NEW);
    }

    @Test
    void aHardLinkStaysAFileWithTwoNames() throws IOException {
        assumeTrue(isPosix(), "link counts cannot be seen there");
        Path file = existing();
        Path other = Files.createLink(folder.resolve("other.yaml"), file);

        assertThat(AtomicFile.shared().write(file, NEW).isDone()).isTrue();

        assertThat(other).hasContent(NEW);
        assertThat(names()).containsExactly("old.yaml", "other.yaml");
    }

    @Test
    void whicheverStepFailsTheFileIsOldOrNewAndNeverHalf() throws IOException {
        Path file = existing();
        for (int step = 1; ; step++) {
            Files.writeString(file, OLD);
            FailingDisk disk = new FailingDisk(step);
            Written written = new AtomicFile(disk, null).write(file, NEW);
            if (disk.isSpared()) {
                break;
            }
            assertThat(file).as("after step %d failed", step).hasContent(written.isDone() ? NEW : OLD);
            assertThat(names()).containsExactly("old.yaml");
        }
    }

    @Test
    void whicheverStepFailsInPlaceTheFileIsOldOrNewAndNeverHalf() throws IOException {
        Path file = existing();
        int refused = 0;
        for (int step = 1; ; step++) {
            Files.writeString(file, OLD);
            FailingDisk disk = new FailingDisk(step).withoutAtomicMoves();
            Written written = new AtomicFile(disk, null).write(file, NEW);
            if (disk.isSpared()) {
                assertThat(file).hasContent(NEW);
                break;
            }
            refused += written.isDone() ? 0 : 1;
            assertThat(file).as("after step %d failed", step).hasContent(written.isDone() ? NEW : OLD);
            assertThat(names()).containsExactly("old.yaml");
        }
        assertThat(refused).isEqualTo(3);
    }

    @Test
    void aFileThatIsHeldForAMomentIsTriedAgain() throws IOException {
        Path file = existing();
        FailingDisk disk = new FailingDisk(2);

        assertThat(new AtomicFile(disk, null).write(file, NEW).isDone()).isTrue();

        assertThat(file).hasContent(NEW);
        assertThat(disk.paused()).isEqualTo(20);
    }

    @Test
    void aFailureIsSaidInWordsWithTheFilesName() throws IOException {
        Path file = existing();

        Written written = new AtomicFile(new FailingDisk(1), null).write(file, NEW);

        assertThat(written).isEqualTo(new Written.Refused(file, file + " was not written: No space left on device."));
    }

    @Test
    void aFolderThatIsMissingIsSaid() {
        Path file = folder.resolve("nowhere").resolve("x.yaml");

        assertThat(AtomicFile.shared().write(file, NEW))
                .isEqualTo(new Written.Refused(file, file + " was not written: its folder does not exist."));
    }

    @Test
    void aFolderInThePlaceOfTheFileIsLeftAlone() throws IOException {
        Path file = Files.createDirectory(folder.resolve("x.yaml"));

        assertThat(AtomicFile.shared().write(file, NEW).isDone()).isFalse();

        assertThat(file).isDirectory();
    }

    private Path existing() throws IOException {
        return Files.writeString(folder.resolve("old.yaml"), OLD);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
