package dev.orrery.importer.compose;

import static dev.orrery.importer.compose.ComposeFolder.edges;
import static dev.orrery.importer.compose.ComposeFolder.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real projects, and the same ones written otherwise.
class ComposeCorpusTest {
    private static final String FIXTURES = "compose-fixtures/kubernetes+kompose/script/test/fixtures/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compose/dockersamples+example-voting-app/docker-compose.yml",
                "compose/spring-petclinic+spring-petclinic-microservices/docker-compose.yml",
                "compose/instana+robot-shop/docker-compose.yaml"
            })
    void aProjectThatIsWrittenOtherwiseIsTheSame(String file, @TempDir Path folder) throws IOException {
        Path original = Corpus.path(file);
        Loaded expected = load(original);
        String text = Files.readString(original);
        assertThat(expected.topology().services()).hasSizeGreaterThan(5);

        Path renamed = Files.writeString(folder.resolve("renamed.yaml"), ComposeMutants.renamed(text, "zz-"));
        Loaded other = load(renamed);
        assertThat(services(other))
                .containsExactlyElementsOf(
                        services(expected).stream().map("zz-"::concat).toList());
        assertThat(edges(other, Certainty.DECLARED))
                .containsExactlyElementsOf(edges(expected, Certainty.DECLARED).stream()
                        .map(edge -> "zz-" + edge.replace(" -> ", " -> zz-"))
                        .toList());

        for (Map.Entry<String, String> mutant : Map.of(
                        "reordered.yaml", ComposeMutants.reordered(text),
                        "swapped.yaml", ComposeMutants.swapped(text),
                        "json.json", ComposeMutants.json(text))
                .entrySet()) {
            assertSame(expected, load(Files.writeString(folder.resolve(mutant.getKey()), mutant.getValue())));
        }

        List<String> halves = ComposeMutants.split(text);
        Path one = Files.writeString(folder.resolve("one.yaml"), halves.getFirst());
        Path two = Files.writeString(folder.resolve("two.yaml"), halves.getLast());
        assertSame(expected, TopologyLoader.standard().load(List.of(one, two)));
        assertSame(expected, TopologyLoader.standard().load(List.of(two, one)));
        Path main = Files.writeString(folder.resolve("main.yaml"), "include: [{path: [one.yaml, two.yaml]}]\n");
        assertSame(expected, load(main));
    }

    @TestFactory
    Stream<DynamicTest> everyFolderWithComposeFilesOpens() {
        TreeSet<Path> folders = new TreeSet<>();
        for (String part : List.of("compose", "compose-fixtures")) {
            Corpus.files(part, ".yml", ".yaml").forEach(file -> folders.add(file.getParent()));
        }
        return folders.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> {
                    Loaded loaded = assertTimeout(Duration.ofSeconds(20), () -> load(folder));
                    assertThat(loaded.problems())
                            .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
                    assertThat(!loaded.topology().services().isEmpty()
                                    || !loaded.problems().isEmpty())
                            .isTrue();
                }));
    }

    @Test
    void severalFilesAreMergedAsTheirAuthorsExpect() {
        Path base = Corpus.path(FIXTURES + "multiple-files/first.yaml");
        Loaded loaded =
                TopologyLoader.standard().load(List.of(base, Corpus.path(FIXTURES + "multiple-files/second.yaml")));
        assertThat(loaded.topology().services()).isNotEmpty();
        Loaded first = load(base);
        assertThat(services(loaded)).containsAll(services(first));
    }

    @Test
    void aProjectOfIncludesAndAnOverrideIsRead() {
        Path source = Corpus.path("compose/aws-containers+retail-store-sample-app/src");
        Loaded loaded = load(source);
        assertThat(services(loaded))
                .contains("ui", "catalog", "catalog-db", "carts-db", "checkout", "orders", "orders-db", "rabbitmq");
        assertThat(loaded.topology().dependencies())
                .filteredOn(dependency -> dependency.from().equals("ui"))
                .extracting(Dependency::to)
                .contains("catalog", "checkout", "orders");
        assertThat(loaded.problems())
                .extracting(problem -> problem.code())
                .doesNotContain("dangling-dependency", "compose-file-missing", "service-defined-twice");
    }

    private static void assertSame(Loaded expected, Loaded found) {
        assertThat(services(found)).isEqualTo(services(expected));
        assertThat(edges(found, Certainty.DECLARED)).isEqualTo(edges(expected, Certainty.DECLARED));
    }

    private static Loaded load(Path path) {
        return TopologyLoader.standard().load(List.of(path));
    }
}
