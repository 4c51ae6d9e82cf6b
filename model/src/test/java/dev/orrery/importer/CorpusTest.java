package dev.orrery.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.descriptor.Decoded;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusTest {
    /// A `#` glued to a value; the parser takes these two for comments, as its own test suite lists.
    private static final Set<String> ACCEPTED_BY_THE_PARSER = Set.of("CVW2", "SU5Z");

    /// Every file, named: services, or words about a place.
    @TestFactory
    Stream<DynamicTest> everyFileOpens() {
        return Corpus.files("").stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Loaded loaded = assertTimeout(Duration.ofSeconds(20), () -> load(file));
                    assertThat(loaded.topology().services().isEmpty()
                                    && loaded.problems().isEmpty())
                            .as("nothing is said")
                            .isFalse();
                    assertThat(loaded.problems())
                            .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyOddFileIsReadOrRefusedWithAPlace() {
        return Corpus.files("yaml-odd", ".yaml", ".yml", ".json").stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    boolean mustFail = file.endsWith("in.yaml") && Files.exists(file.resolveSibling("error"));
                    boolean accepted =
                            ACCEPTED_BY_THE_PARSER.stream().anyMatch(id -> file.endsWith(Path.of(id, "in.yaml")));
                    List<Problem> problems = switch (SourceText.decode(file.toString(), Files.readAllBytes(file))) {
                        case Decoded.Text(SourceText text) ->
                            SourceTreeReader.read(text).problems();
                        case Decoded.Refused(Problem problem) -> List.of(problem);
                    };
                    if (mustFail && !accepted) {
                        assertThat(problems).anyMatch(problem -> problem.severity() == Severity.ERROR);
                    }
                    assertThat(problems)
                            .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
                }));
    }

    @Test
    void anAliasBombCostsNothing() {
        Loaded loaded = assertTimeout(Duration.ofSeconds(20), () -> hostile("yaml/billion-laughs.yaml"));
        assertThat(loaded.topology().services()).extracting(Service::id).containsExactly("web");
    }

    @Test
    void aDuplicateServiceIsReportedAndTheLaterOneCounts() {
        Loaded loaded = hostile("yaml/dup-services.yaml");
        assertThat(loaded.problems()).extracting(CorpusTest::shortly).containsExactly("duplicate-key @ 4:3");
        assertThat(loaded.topology().dependencies())
                .extracting(CorpusTest::edge)
                .containsExactly("web -> db");
    }

    @Test
    void namesStayAsTheyAreWritten() {
        Loaded loaded = hostile("yaml/norway.yaml");
        assertThat(loaded.topology().services())
                .extracting(Service::id)
                .containsExactly("0123", "1.0", "12:30:45", "1e3", "2024-01-01", "no", "on", "y", "yes");
        assertThat(loaded.topology().dependencies())
                .extracting(CorpusTest::edge)
                .containsExactly("0123 -> 1.0", "2024-01-01 -> 0123", "on -> no", "y -> on", "y -> yes");
        assertThat(loaded.problems())
                .extracting(CorpusTest::shortly)
                .containsExactly("key-is-null @ 6:3", "key-is-null @ 7:3");
    }

    @Test
    void distinctNamesStayDistinct() {
        Loaded loaded = hostile("yaml/unicode-names.yaml");
        assertThat(loaded.topology().services()).hasSize(8);
        assertThat(loaded.topology().dependencies())
                .extracting(CorpusTest::edge)
                .containsExactlyInAnyOrder("a\u200Bb -> ab", "服务 -> 🚀", "\u00E9 -> e\u0301");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreFine() {
        Loaded loaded = hostile("yaml/utf8-bom-crlf.yaml");
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().dependencies())
                .singleElement()
                .satisfies(dependency -> assertThat(
                                dependency.evidence().getFirst().source())
                        .hasToString("yaml/utf8-bom-crlf.yaml:4:18"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            yaml/tabs.yaml,          tab-indentation @ 2:1
            yaml/empty.yaml,         empty-file @ 1:1
            yaml/comment-only.yaml,  no-services @ 1:1
            yaml/services-null.yaml, no-services @ 1:1
            """)
    void whatCannotBeReadIsSaidInOneSentence(String file, String expected) {
        Loaded loaded = hostile(file);
        assertThat(loaded.problems()).extracting(CorpusTest::shortly).contains(expected);
        assertThat(loaded.topology().services()).isEmpty();
    }

    @Test
    void ofJsonThatIsCutWhatComesBeforeIsShown() {
        Loaded loaded = hostile("json/truncated.json");
        assertThat(loaded.problems()).extracting(CorpusTest::shortly).contains("json-syntax @ 1:101");
        assertThat(loaded.topology().services()).extracting(Service::id).containsExactly("A");
    }

    @Test
    void variablesWithoutAValueNeverBecomeServices() {
        Loaded loaded = hostile("compose/depends-on-interpolated.yaml");
        assertThat(loaded.topology().dependencies())
                .extracting(CorpusTest::edge)
                .containsExactly("api -> postgres");
        assertThat(loaded.problems())
                .extracting(CorpusTest::shortly)
                .containsExactly("unresolved-variable @ 6:9", "unresolved-variable @ 7:9");
    }

    @Test
    void remoteIncludesAreReportedAndNotFetched() {
        Loaded loaded = hostile("compose/include-remote.yaml");
        assertThat(loaded.topology().services()).extracting(Service::id).containsExactly("a");
        assertThat(loaded.problems()).extracting(Problem::code).containsOnly("compose-include-remote");
        assertThat(loaded.problems()).hasSize(3);
    }

    @Test
    void version1HasItsServicesAtTheRoot() {
        Loaded loaded = hostile("compose/v1-root.yaml");
        assertThat(loaded.topology().services()).extracting(Service::id).containsExactly("data", "db", "redis", "web");
        assertThat(loaded.topology().dependencies())
                .extracting(CorpusTest::edge)
                .containsExactly("web -> data", "web -> db", "web -> redis");
    }

    @Test
    void aThousandServicesOpen() {
        Loaded loaded = assertTimeout(Duration.ofSeconds(20), () -> hostile("scale/compose-1000.yaml"));
        assertThat(loaded.topology().services()).hasSize(1000);
    }

    private static Loaded hostile(String name) {
        Path folder = Corpus.path("hostile-own");
        Loaded loaded = load(folder.resolve(name));
        List<SourceFile> sources = loaded.sources().stream()
                .map(source -> new SourceFile(
                        source.path(),
                        source.role(),
                        new SourceText(name, source.text().content()),
                        source.problems()))
                .toList();
        return TopologyLoader.standard().read(folder, sources);
    }

    private static Loaded load(Path file) {
        return TopologyLoader.standard().load(List.of(file));
    }

    private static String shortly(Problem problem) {
        return problem.code() + " @ " + problem.source().line() + ":"
                + problem.source().column();
    }

    private static String edge(Dependency dependency) {
        return dependency.from() + " -> " + dependency.to();
    }
}
