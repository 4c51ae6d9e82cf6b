package dev.orrery.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.Texts;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionsTest {

    @Test
    void everyKnotOfServicesIsOneFindingAtItsEvidence() {
        List<Finding> findings = inspect("""
                topology: T
                services:
                  a: {depends_on: [b]}
                  b: {depends_on: [c, d]}
                  c: {depends_on: [b, a]}
                  d: {depends_on: [e]}
                  e: {}
                  x: {depends_on: [y]}
                  y: {depends_on: [x]}
                """);
        assertThat(findings).extracting(Finding::subjects).containsExactly(List.of("a", "b", "c"), List.of("x", "y"));
        assertThat(findings)
                .extracting(finding -> finding.problem().source().toString())
                .containsExactly("t.yaml:3:20", "t.yaml:8:20");
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("dependency-cycle");
            assertThat(finding.problem().severity()).isEqualTo(Severity.WARNING);
        });
        assertThat(findings.getFirst().problem().message()).startsWith("a, b, c need each other");
    }

    @Test
    void aServiceWithoutAnyDependencyIsWorthKnowing() {
        List<Finding> findings = inspect("topology: T\nservices:\n  a: {depends_on: [gone]}\n  alone: {}\n");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("isolated-service");
            assertThat(finding.subjects()).containsExactly("alone");
            assertThat(finding.problem().severity()).isEqualTo(Severity.INFO);
            assertThat(finding.problem().source()).hasToString("t.yaml:4:3");
            assertThat(finding.problem().message()).contains("“alone”");
        });
    }

    @Test
    void theOnlyServiceIsNotIsolated() {
        assertThat(inspect("topology: T\nservices: {a: {}}\n")).isEmpty();
    }

    @Test
    void whatIsDeclaredAndWhatWasSeenAreCompared() {
        Loaded loaded = Texts.named("compose.yaml", """
                        services:
                          web: {image: web, depends_on: [cart, mail], environment: {ADS_URL: "http://ads:80"}}
                          cart: {image: cart}
                          mail: {image: mail}
                          ads: {image: ads}
                        """)
                .with("seen.json", SourceFile.Role.NAMED, """
                        [{"parent": "web", "child": "cart"}, {"parent": "web", "child": "ads"},
                         {"parent": "cart", "child": "web"}]
                        """)
                .read();

        assertThat(Inspections.inspect(loaded.topology()))
                .filteredOn(finding -> finding.rule().equals("drift"))
                .extracting(finding ->
                        finding.problem().code() + " " + finding.problem().source() + " " + finding.subjects())
                .containsExactly(
                        "declared-not-observed compose.yaml:2:40 [mail, web]",
                        "observed-not-declared seen.json:2:2 [cart, web]");
    }

    @Test
    void withoutTrafficThereIsNothingToCompare() {
        assertThat(inspect("topology: T\nservices:\n  a: {depends_on: [b]}\n  b: {}\n"))
                .isEmpty();
    }

    @Test
    void rulesHaveDistinctNames() {
        assertThat(Inspections.ALL).extracting(Inspection::rule).doesNotHaveDuplicates();
    }

    private static List<Finding> inspect(String content) {
        Path root = Path.of("t").toAbsolutePath();
        SourceFile file = new SourceFile(
                root.resolve("t.yaml"), SourceFile.Role.NAMED, new SourceText("t.yaml", content), List.of());
        return Inspections.inspect(
                TopologyLoader.standard().read(root, List.of(file)).topology());
    }
}
