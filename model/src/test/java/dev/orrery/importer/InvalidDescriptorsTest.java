package dev.orrery.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.problem.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// One rule a file; the first line of each says which problems it has, and where: `# code @ line:column, …`.
class InvalidDescriptorsTest {

    @TestFactory
    Stream<DynamicTest> everyInvalidDescriptorHasExactlyTheProblemsThatItSays() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(getClass().getResource("/dev/orrery/importer/invalid"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        String expected =
                Files.readString(file).lines().findFirst().orElseThrow().substring("# ".length());
        Loaded loaded = TopologyLoader.standard().load(List.of(file));
        List<String> found = loaded.problems().stream()
                .map(problem -> problem.code() + " @ " + problem.source().line() + ":"
                        + problem.source().column())
                .toList();
        assertThat(String.join(", ", found)).isEqualTo(expected);
        assertThat(loaded.problems())
                .extracting(Problem::message)
                .allSatisfy(message ->
                        assertThat(message).doesNotContainPattern("\\{\\d").matches("(?s).*[.?]"));
        assertThat(loaded.topology().services())
                .as("the rest is still shown")
                .anyMatch(service -> service.id().equals("still"));
    }
}
