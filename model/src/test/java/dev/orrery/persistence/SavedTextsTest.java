package dev.orrery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.SourceFile;
import dev.orrery.session.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedTextsTest {
    private static final Texts EDITED = new Texts(new TreeMap<>(Map.of("a.yaml", "a: 2\r\n", "b.yaml", "b: 2")));

    @TempDir
    Path folder;

    private Path first = Path.of("a.yaml");
    private Path second = Path.of("b.yaml");

    @BeforeEach
    void write() throws IOException {
        first = Files.writeString(folder.resolve("a.yaml"), "a: 1\r\n");
        second = Files.writeString(folder.resolve("b.yaml"), "b: 1");
    }

    @Test
    void allFilesAreWritten() {
        Written written = saved(AtomicFile.shared());

        assertThat(written.isDone()).isTrue();
        assertThat(first).hasContent("a: 2\r\n");
        assertThat(second).hasContent("b: 2");
    }

    @Test
    void whereOneWasChangedByOthersNoneIsWritten() throws IOException {
        Files.writeString(second, "b: theirs");

        Written written = saved(AtomicFile.shared());

        assertThat(written)
                .isInstanceOfSatisfying(
                        Written.Changed.class,
                        changed -> assertThat(changed.file()).isEqualTo(second));
        assertThat(first).hasContent("a: 1\r\n");
        assertThat(second).hasContent("b: theirs");
    }

    @Test
    void whereOneIsGoneItIsNotMadeAnew() throws IOException {
        Files.delete(second);

        assertThat(saved(AtomicFile.shared())).isInstanceOf(Written.Changed.class);
        assertThat(second).doesNotExist();
        assertThat(first).hasContent("a: 1\r\n");
    }

    @Test
    void aWorkspaceIsMadeKeepsThePinsOfTheDiskAndGoesWhenItSaysNothing() throws IOException {
        Path file = folder.resolve("orrery.workspace.yaml");
        String overlay = "format: 1\noverlays: {services: {a: {owner: us}}}\n";

        assertThat(workspace("", overlay)).isInstanceOf(Written.Done.class);
        assertThat(file).hasContent(overlay);

        // Meanwhile the window wrote a pin.
        Files.writeString(file, overlay + "pins: {services: {a: {x: 1, y: 2}}}\n");
        assertThat(workspace(overlay, overlay.replace("us", "them"))).isInstanceOf(Written.Done.class);
        assertThat(file).hasContent(overlay.replace("us", "them") + "pins: {services: {a: {x: 1, y: 2}}}\n");

        // Another section of theirs is not mine to write over.
        Files.writeString(file, overlay.replace("us", "you"));
        assertThat(workspace(overlay, overlay.replace("us", "them"))).isInstanceOf(Written.Changed.class);
        assertThat(file).hasContent(overlay.replace("us", "you"));

        assertThat(workspace(overlay.replace("us", "you"), "")).isInstanceOf(Written.Done.class);
        assertThat(file).doesNotExist();
    }

    private Written workspace(String known, String wanted) {
        String name = "orrery.workspace.yaml";
        SourceFile source =
                new SourceFile(folder.resolve(name), SourceFile.Role.SIDE, new SourceText(name, known), List.of());
        return new SavedTexts(AtomicFile.shared())
                .write(List.of(source), new Texts(new TreeMap<>(Map.of(name, wanted))));
    }

    @Test
    void whatOthersWriteWhileItIsSavedIsNotLost() throws IOException {
        // Another program writes after the new content lies ready and before it takes its place.
        Disk late = new LateWriter(first, "a: theirs");

        Written written = saved(new AtomicFile(late, null));

        assertThat(written).isInstanceOf(Written.Changed.class);
        assertThat(first).hasContent("a: theirs");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing is left behind").hasSize(2);
        }
    }

    private Written saved(AtomicFile files) {
        return new SavedTexts(files).write(List.of(source(first, "a: 1\r\n"), source(second, "b: 1")), EDITED);
    }

    private static SourceFile source(Path path, String content) {
        return new SourceFile(
                path, SourceFile.Role.NAMED, new SourceText(String.valueOf(path.getFileName()), content), List.of());
    }

    /// A disk on which somebody else writes once, right after a new file was made.
    private static final class LateWriter implements Disk {
        private final RealDisk disk = new RealDisk();
        private final Path file;
        private final String content;

        LateWriter(Path file, String content) {
            this.file = file;
            this.content = content;
        }

        @Override
        public void create(Path made, byte[] bytes, @Nullable Set<PosixFilePermission> mode) throws IOException {
            disk.create(made, bytes, mode);
            Files.writeString(file, content);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            disk.move(from, to);
        }

        @Override
        public void overwrite(Path over, byte[] bytes) throws IOException {
            disk.overwrite(over, bytes);
        }

        @Override
        public byte[] read(Path from) throws IOException {
            return disk.read(from);
        }

        @Override
        public void delete(Path gone) throws IOException {
            disk.delete(gone);
        }

        @Override
        public void forceFolder(Path forced) {
            disk.forceFolder(forced);
        }

        @Override
        public void pause(long millis) {
            disk.pause(millis);
        }
    }
}
