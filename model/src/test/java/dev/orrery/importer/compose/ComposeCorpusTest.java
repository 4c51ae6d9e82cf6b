package dev.orrery.importer.compose;

import static dev.orrery.importer.compose.ComposeFolder.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Dependency;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Real projects.
class ComposeCorpusTest {
    private static final String FIXTURES = "compose-fixtures/kubernetes+kompose/script/test/fixtures/";

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

    private static Loaded load(Path path) {
        return TopologyLoader.standard().load(List.of(path));
    }
}
