package dev.orrery.importer.contextmapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Corpus;
import dev.orrery.importer.Document;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SideFile;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.Texts;
import dev.orrery.importer.TopologyLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextMapperCorpusTest {
    private static final String EXAMPLES = "contextmapper/ContextMapper+context-mapper-examples/src/main/cml/";

    @ParameterizedTest
    @ValueSource(strings = {"Stage-1", "Stage-2", "Stage-3", "Stage-4", "Stage-5"})
    void theCargoMapHasTheseEdges(String stage) {
        assertThat(Texts.edges(load("ddd-sample/DDD-Sample-" + stage + ".cml")))
                .containsExactly(
                        "CargoBookingContext -> LocationContext",
                        "CargoBookingContext -> VoyagePlanningContext",
                        "VoyagePlanningContext -> CargoBookingContext",
                        "VoyagePlanningContext -> LocationContext");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stage-1", "Stage-2", "Stage-3", "Stage-4", "Stage-5"})
    void theInsuranceMapHasTheseEdges(String stage) {
        assertThat(Texts.edges(load("insurance-example/Insurance-Example-" + stage + ".cml")))
                .containsExactly(
                        "CustomerManagementContext -> PrintingContext",
                        "CustomerSelfServiceContext -> CustomerManagementContext",
                        "DebtCollection -> PolicyManagementContext",
                        "DebtCollection -> PrintingContext",
                        "PolicyManagementContext -> CustomerManagementContext",
                        "PolicyManagementContext -> DebtCollection",
                        "PolicyManagementContext -> PrintingContext",
                        "PolicyManagementContext -> RiskManagementContext",
                        "RiskManagementContext -> PolicyManagementContext");
    }

    @Test
    void theOtherSyntaxSaysTheSame() {
        assertThat(rules("ddd-sample/DDD-Sample_Alternative-Relationship-Syntax.cml"))
                .hasSize(4)
                .isEqualTo(rules("ddd-sample/DDD-Sample-Stage-2.cml"));
        assertThat(rules("insurance-example/Insurance-Example_Alternative-Relationship-Syntax.cml"))
                .hasSize(9)
                .isEqualTo(rules("insurance-example/Insurance-Example-Stage-2.cml"));
    }

    @Test
    void theMapOfTeamsHasTheseEdges() {
        Loaded loaded = load("insurance-example/Insurance-Example_Team-Map.cml");
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().services()).hasSize(7);
        assertThat(Texts.edges(loaded))
                .containsExactly(
                        "ContractsTeam -> CustomersBackofficeTeam",
                        "CustomerSelfServiceContext -> CustomerManagementContext",
                        "CustomersFrontofficeTeam -> CustomersBackofficeTeam",
                        "PolicyManagementContext -> CustomerManagementContext",
                        "PolicyManagementContext -> RiskManagementContext",
                        "RiskManagementContext -> PolicyManagementContext");
        assertThat(Texts.service(loaded, "CustomerManagementContext").owner()).isEqualTo("CustomersBackofficeTeam");
    }

    @TestFactory
    Stream<DynamicTest> everyMapOpensWithoutAProblem() {
        return Corpus.files("contextmapper", ".cml").stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Loaded loaded = assertTimeout(
                            Duration.ofSeconds(20),
                            () -> TopologyLoader.standard().load(List.of(file)));
                    assertThat(loaded.problems()).isEmpty();
                    assertThat(loaded.topology().services()).isNotEmpty();
                    assertThat(loaded.topology().dependencies()).isNotEmpty();
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BoundedContext A {",
                "ContextMap {",
                "BoundedContext A { Module m {",
                "BoundedContext A { Aggregate B {",
                "ContextMap { A <- B {",
                "\"",
                "[",
                "<->",
                "\\"
            })
    void hostileTextsEndSoon(String piece) {
        SourceText text = new SourceText("a.cml", "import 'BoundedContext' " + piece.repeat(30_000));
        ContextMapperImporter importer = new ContextMapperImporter();
        Document.Plain document = new Document.Plain(text, SourceFile.Role.NAMED);
        assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(importer.accepts(document)).isTrue();
            assertThat(importer.read(List.of(document), (_, path) -> new SideFile.Missing(path), _ -> {}))
                    .hasSize(1);
        });
    }

    private static List<String> rules(String file) {
        return Texts.evidence(load(file)).stream()
                .map(told -> told.replaceAll(" \\d+:\\d+$", ""))
                .toList();
    }

    private static Loaded load(String file) {
        Path path = Corpus.path(EXAMPLES + file);
        return TopologyLoader.standard().load(List.of(path));
    }
}
