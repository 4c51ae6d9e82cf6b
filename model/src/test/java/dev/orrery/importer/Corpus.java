package dev.orrery.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// Real descriptors that lie outside the repository. Where they are missing, tests that need them are skipped and say
/// so; the fixtures beside the tests cover the same rules.
public final class Corpus {
    private Corpus() {}

    public static Path path(String name) {
        Path corpus = find();
        Assumptions.assumeTrue(corpus != null, "skipped: no corpus at ../shared/corpus; name one with -Dorrery.corpus");
        return corpus.resolve(name);
    }

    public static List<Path> files(String folder, String... endings) {
        try (Stream<Path> all = Files.walk(path(folder))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> endings.length == 0 || Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static @Nullable Path find() {
        String named = System.getProperty("orrery.corpus");
        if (named != null) {
            return Path.of(named);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .limit(4)
                .map(folder -> folder.resolve("shared/corpus"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
    }
}
