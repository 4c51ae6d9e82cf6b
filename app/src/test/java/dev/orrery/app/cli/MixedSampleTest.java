package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.sample.Samples;
import dev.orrery.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample in which a Compose file, a catalog and observed traffic tell of one company.
class MixedSampleTest {
    @TempDir
    private Path copies;

    private final Terminal terminal = new Terminal();
    private Path mixed = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        Samples samples = Samples.bundled(null, copies);
        mixed = samples.path(samples.find("mixed").orElseThrow());
    }

    @Test
    void theFolderIsCopiedWithAllThatItHolds() throws IOException {
        try (Stream<Path> files = Files.list(mixed)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder(
                            "compose.yaml", "catalog-info.yaml", "zipkin-dependencies.json", "orrery.workspace.yaml");
        }
    }

    @Test
    void aServiceOfThreeSourcesIsOne() {
        assertThat(terminal.run("show", mixed, "--format", "json")).isZero();
        Json.Obj hires = services().stream()
                .filter(service -> service.get("id").equals(Optional.of(Json.text("hires"))))
                .findFirst()
                .orElseThrow();
        assertThat(hires.get("owner")).contains(Json.text("team-hire"));
        assertThat(hires.get("technology")).contains(Json.text("hires:7.0"));
        assertThat(((Json.Arr) hires.get("sources").orElseThrow()).items()).hasSize(3);
        assertThat(((Json.Arr) hires.get("aliases").orElseThrow()).items())
                .contains(Json.text("component:default/hires-service"));
        assertThat(services()).hasSize(11);
    }

    @Test
    void driftIsToldInBothDirections() {
        assertThat(terminal.run("check", mixed)).isZero();
        assertThat(terminal.out().lines().map(line -> line.replaceAll(": (info|warning): .*", ": $1")))
                .containsExactly(
                        "catalog-info.yaml:48:18: info",
                        "compose.yaml:26:7: info",
                        "compose.yaml:45:3: info",
                        "compose.yaml:49:18: info",
                        "zipkin-dependencies.json:6:3: warning",
                        "zipkin-dependencies.json:7:3: warning",
                        "zipkin-dependencies.json:8:3: warning",
                        "Errors: 0 · warnings: 3 · notes: 4");
        assertThat(terminal.run("check", mixed, "--fail-on", "warning")).isEqualTo(1);
    }

    @Test
    void checkNamesTheRuleAndBothServices() {
        terminal.run("check", mixed, "--format", "json");
        Json.Arr problems = (Json.Arr) terminal.json().get("problems").orElseThrow();
        assertThat(problems.items())
                .hasSize(7)
                .allSatisfy(
                        problem -> assertThat(((Json.Obj) problem).get("rule")).isPresent())
                .anySatisfy(problem -> assertThat(((Json.Obj) problem).get("subjects"))
                        .contains(Json.array(List.of(Json.text("stations"), Json.text("workshop")))));
    }

    @Test
    void anAliasInTheWorkspaceMakesOneServiceOfTwo() throws IOException {
        Files.writeString(mixed.resolve("orrery.workspace.yaml"), "format: 1\naliases:\n  notices: [postbox]\n");
        terminal.run("check", mixed);
        assertThat(terminal.out()).contains("card-provider").doesNotContain("postbox", "notices");
        terminal.run("show", mixed, "--format", "json");
        assertThat(services()).hasSize(10);
    }

    private List<Json.Obj> services() {
        return ((Json.Arr) terminal.json().get("services").orElseThrow())
                .items().stream().map(Json.Obj.class::cast).toList();
    }
}
