package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.sample.Sample;
import dev.orrery.app.sample.Samples;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    @Test
    void helpNamesEveryCommand() {
        assertThat(terminal.run("--help")).isZero();
        assertThat(terminal.out())
                .contains("open", "demo", "show", "check", "render", "probe", "simulate", "bench")
                .doesNotContain("${", "<main class>");
        assertThat(terminal.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "demo", "show", "check", "render", "probe", "simulate", "bench"})
    void everyCommandHasHelpInWords(String command) {
        assertThat(terminal.run(command, "--help")).isZero();
        assertThat(terminal.out()).startsWith("Usage: orrery " + command).doesNotContain("${");
    }

    @Test
    void versionIsOneLine() {
        assertThat(terminal.run("--version")).isZero();
        assertThat(terminal.out().lines()).singleElement().asString().startsWith("orrery ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show",
                "show --format yaml x.yaml",
                "check --fail-on never x.yaml",
                "render x.yaml",
                "render x.yaml -o x.gif",
                "render x.yaml -o x.svg --theme pink",
                "render x.yaml -o x.png --scale 0",
                "render x.yaml -o x.svg --collapse nobody",
                "probe --once --watch x.yaml",
                "simulate x.yaml --fault db=gone",
                "simulate x.yaml --fault nobody=down",
                "demo nothing",
                "--colour"
            })
    void wrongUseIsSaidAndEndsWithTwo(String line) {
        assertThat(terminal.run((Object[]) line.split(" "))).isEqualTo(2);
        assertThat(terminal.err()).isNotBlank();
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.failures).isEmpty();
    }

    @Test
    void pathsAloneOpenTheWindow() {
        terminal.hasDisplay = true;
        assertThat(terminal.run("a.yaml", "b")).isZero();
        assertThat(terminal.run("open", "show")).isZero();
        assertThat(terminal.run()).isZero();
        assertThat(terminal.opened)
                .containsExactly(List.of(Path.of("a.yaml"), Path.of("b")), List.of(Path.of("show")), List.of());
    }

    @Test
    void withoutADisplayTheWindowIsRefusedInOneSentence() {
        assertThat(terminal.run("a.yaml")).isEqualTo(2);
        assertThat(terminal.err().lines()).singleElement().asString().contains("display");
    }

    @Test
    void aFaultOfOurOwnIsOneSentenceAndItsDetailsGoToTheLog() {
        Path nowhere = folder.resolve("no-such-folder").resolve("out.svg");
        assertThat(terminal.run("render", folder, "-o", nowhere)).isEqualTo(3);
        assertThat(terminal.err().lines())
                .singleElement()
                .asString()
                .startsWith("orrery: a fault of Orrery itself (NoSuchFileException")
                .endsWith("the details are in the log");
        assertThat(terminal.failures).hasSize(1);
    }

    @Test
    void demoListNamesTheSamples() throws IOException {
        Samples samples = Samples.bundled(null, folder);
        assertThat(terminal.run("demo", "--list")).isZero();
        assertThat(terminal.out()).contains("shop", "booking-microservices", "spinnaker");
        assertThat(terminal.run("demo", "--list", "--format", "json")).isZero();
        assertThat(((Json.Arr) terminal.any()).items()).hasSameSizeAs(samples.all());
        for (Sample sample : samples.all()) {
            assertThat(TopologyLoader.standard()
                            .load(List.of(samples.path(sample)))
                            .topology()
                            .services())
                    .as(sample.id())
                    .hasSizeGreaterThan(5);
        }
    }
}
