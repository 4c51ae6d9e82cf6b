package dev.orrery.importer.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Texts read as though they were files of one folder, and compared with the truth.
final class Read {
    private static final Path ROOT = Path.of("mutant").toAbsolutePath();

    private final List<SourceFile> files = new ArrayList<>();

    static String corpus(String file) {
        try {
            return Files.readString(Corpus.path(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Read file(String name, String text) {
        return new Read().and(name, text);
    }

    Read and(String name, String text) {
        return with(name, SourceFile.Role.NAMED, text);
    }

    Read beside(String name, String text) {
        return with(name, SourceFile.Role.SIDE, text);
    }

    private Read with(String name, SourceFile.Role role, String text) {
        files.add(new SourceFile(ROOT.resolve(name), role, new SourceText(name, text), List.of()));
        return this;
    }

    Loaded load() {
        return TopologyLoader.standard().read(ROOT, files);
    }

    /// Without an error too.
    void is(Truth truth) {
        Loaded loaded = load();
        String text = files.getFirst().text().content();
        assertThat(loaded.problems())
                .as("errors in %n%s", text)
                .noneMatch(problem -> problem.severity() == Severity.ERROR);
        assertThat(Truth.services(loaded)).as("services of %n%s", text).isEqualTo(truth.services());
        assertThat(Truth.edges(loaded, truth.isSilentOnInferred()))
                .as("edges of %n%s", text)
                .isEqualTo(truth.edges());
    }
}
