package dev.orrery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.session.Editing;
import dev.orrery.session.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    private static final List<Path> PATHS = List.of(Path.of("shop"));
    private static final Texts DISK = texts(Map.of("a.yaml", "a: 1\n", "b.yaml", "b: 1\n"));
    private static final Texts EDITED = texts(Map.of("a.yaml", "a: 2\r\n\uD83D\uDE00", "b.yaml", "b: 1\n"));

    @TempDir
    Path folder;

    @Test
    void whatWasNotSavedIsThereAgain() {
        assertThat(journal().write(DISK, EDITED).isDone()).isTrue();

        Editing.Recovered recovered = journal().read(DISK).orElseThrow();
        assertThat(recovered.files()).containsExactly("a.yaml");
        assertThat(recovered.texts().contents())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of("a.yaml", "a: 2\r\n\uD83D\uDE00")));
        assertThat(recovered.changedSince()).isFalse();
    }

    @Test
    void whatIsSavedIsForgotten() throws IOException {
        journal().write(DISK, EDITED);

        journal().write(EDITED, EDITED);

        assertThat(journal().read(DISK)).isEmpty();
        try (Stream<Path> left = Files.walk(new DataFolder(folder).journals())) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void itSaysWhereTheFileChangedSince() {
        journal().write(DISK, EDITED);

        Texts other = texts(Map.of("a.yaml", "a: 3\n", "b.yaml", "b: 1\n"));
        assertThat(journal().read(other).map(Editing.Recovered::changedSince)).hasValue(true);
        assertThat(journal().read(EDITED)).as("the disk says the same by now").isEmpty();
        assertThat(journal().read(texts(Map.of("b.yaml", "b: 1\n"))))
                .as("no file of it is open")
                .isEmpty();
    }

    @Test
    void otherPathsHaveAnotherJournal() {
        journal().write(DISK, EDITED);

        JournalFile other = new JournalFile(new DataFolder(folder), List.of(Path.of("other")), AtomicFile.ownerOnly());
        assertThat(other.read(DISK)).isEmpty();
    }

    @Test
    void whatCannotBeReadOffersNothing() throws IOException {
        journal().write(DISK, EDITED);
        try (Stream<Path> files = Files.walk(new DataFolder(folder).journals())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "{\"format\": 1, \"files\": [{\"file\": 7}, 3");
            }
        }

        assertThat(journal().read(DISK)).isEqualTo(Optional.empty());
    }

    private JournalFile journal() {
        return new JournalFile(new DataFolder(folder), PATHS, AtomicFile.ownerOnly());
    }

    private static Texts texts(Map<String, String> contents) {
        return new Texts(new TreeMap<>(contents));
    }
}
