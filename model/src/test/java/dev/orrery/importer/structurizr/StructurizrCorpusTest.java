package dev.orrery.importer.structurizr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StructurizrCorpusTest {
    private static final String DSL = "structurizr-dsl/structurizr+java/structurizr-dsl/src/test/resources/dsl/";

    @TestFactory
    Stream<DynamicTest> everyFileGivesServicesOrSaysWhyNot() {
        return Stream.of("structurizr-json", "structurizr-dsl")
                .flatMap(folder -> Corpus.files(folder, ".json", ".dsl").stream())
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(), () -> assertTimeout(Duration.ofSeconds(20), () -> opens(file))));
    }

    @Test
    void theSameBankIsReadFromEitherLanguage() {
        Loaded dsl = load(Corpus.path(DSL + "big-bank-plc.dsl"));
        Loaded json = load(Corpus.path(
                "structurizr-json/structurizr+java/structurizr-export/src/test/resources/big-bank-plc.json"));
        assertThat(dsl.problems()).noneMatch(problem -> problem.code().startsWith("structurizr-dsl"));
        assertThat(Told.ids(dsl)).isEqualTo(Told.ids(json)).hasSize(8);
        assertThat(Told.edges(dsl)).isEqualTo(Told.edges(json)).hasSize(7);
        assertThat(Told.boundaries(dsl)).contains("Internet Banking System system in Big Bank plc");
        assertThat(Told.boundaries(json)).contains("Internet Banking System system in Big Bank plc");
    }

    @Test
    void aBankInSeveralFilesIsReadFromAllOfThem() {
        Loaded loaded = load(Corpus.path(DSL + "big-bank-plc/internet-banking-system.dsl"));
        assertThat(Told.ids(loaded)).hasSize(8);
        assertThat(loaded.topology()
                        .service("Internet Banking System/Database")
                        .orElseThrow()
                        .source()
                        .file())
                .endsWith("model/internet-banking-system/details.dsl");
    }

    private static void opens(Path file) {
        Loaded loaded = load(file);
        assertThat(loaded.topology().services().isEmpty() && loaded.problems().isEmpty())
                .as("neither services nor a problem: %s", file)
                .isFalse();
        assertThat(loaded.problems())
                .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
    }

    private static Loaded load(Path file) {
        return TopologyLoader.standard().load(List.of(file));
    }
}
