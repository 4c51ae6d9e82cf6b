package dev.orrery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.SourceFile;
import dev.orrery.persistence.CopiedFiles.Copied;
import dev.orrery.session.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is open goes elsewhere, all of it or nothing.
final class CopiedFilesTest {
    private static final Texts EDITED = new Texts(new TreeMap<>(Map.of("shop/a.yaml", "a: 2\r\n")));

    @TempDir
    Path folder;

    private Path opened = Path.of("shop");
    private Path target = Path.of("copy");

    @BeforeEach
    void write() throws IOException {
        opened = Files.createDirectories(folder.resolve("shop"));
        target = folder.resolve("copy");
        Files.writeString(opened.resolve("a.yaml"), "a: 1\r\n");
        Files.createDirectories(opened.resolve("deep"));
        Files.writeString(opened.resolve("deep/b.yaml"), "b: 1");
    }

    @Test
    void editedTextsAndAllOthersLieInTheOtherFolderAsTheyDidInTheirs() throws IOException {
        assertThat(copy(AtomicFile.shared())).isEqualTo(new Copied.Done(List.of(target)));

        assertThat(target.resolve("a.yaml")).hasContent("a: 2\r\n");
        assertThat(target.resolve("deep/b.yaml")).hasContent("b: 1");
        assertThat(Files.readString(opened.resolve("a.yaml")))
                .as("the first stays")
                .isEqualTo("a: 1\r\n");
    }

    @Test
    void aFileThatIsOpenedAloneIsCopiedByItsName() {
        Path file = opened.resolve("a.yaml");

        Copied copied = new CopiedFiles(AtomicFile.shared())
                .write(target, List.of(file), List.of(source("shop/a.yaml", "a: 1\r\n")), EDITED);

        assertThat(copied).isEqualTo(new Copied.Done(List.of(target.resolve("a.yaml"))));
        assertThat(target.resolve("a.yaml")).hasContent("a: 2\r\n");
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        Files.createDirectories(target.resolve("deep"));
        Files.writeString(target.resolve("deep/b.yaml"), "somebody's");

        assertThat(copy(AtomicFile.shared()))
                .isInstanceOfSatisfying(
                        Copied.Refused.class,
                        refused -> assertThat(refused.why()).contains("b.yaml is there already"));
        assertThat(target.resolve("deep/b.yaml")).hasContent("somebody's");
        assertThat(target.resolve("a.yaml")).doesNotExist();
    }

    @Test
    void whereTheDiskIsFullNothingIsLeftOfIt() throws IOException {
        for (int step = 1; step <= 4; step++) {
            FailingDisk disk = new FailingDisk(step);

            Copied copied = copy(new AtomicFile(disk, null));

            assertThat(disk.isSpared()).as("four steps").isFalse();
            if (copied instanceof Copied.Refused) {
                try (Stream<Path> left = Files.walk(folder)) {
                    assertThat(left.filter(path -> path.startsWith(target))).isEmpty();
                }
            } else {
                assertThat(step).as("a move is tried again").isIn(2, 4);
                Files.delete(target.resolve("a.yaml"));
                Files.delete(target.resolve("deep/b.yaml"));
                Files.delete(target.resolve("deep"));
                Files.delete(target);
            }
        }
    }

    private Copied copy(AtomicFile files) {
        return new CopiedFiles(files)
                .write(
                        target,
                        List.of(opened),
                        List.of(source("shop/a.yaml", "a: 1\r\n"), source("shop/deep/b.yaml", "b: 1")),
                        EDITED);
    }

    private SourceFile source(String file, String content) {
        return new SourceFile(folder.resolve(file), SourceFile.Role.NAMED, new SourceText(file, content), List.of());
    }
}
