package dev.orrery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.scenario.AssumedFault;
import dev.orrery.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFileTest {
    private static final Scenario SPLIT = new Scenario(
            "Split",
            List.of(
                    new TopologyEdit.AddBoundary("pay", null, null, null),
                    new TopologyEdit.MoveService("payments", "pay")),
            List.of());
    private static final Scenario DOWN = new Scenario("Database gone", List.of(), List.of(new AssumedFault.Down("db")));

    private final ScenarioFile files = new ScenarioFile(AtomicFile.shared());

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("orrery.workspace.yaml");
    }

    private Written write(Scenario... scenarios) {
        return files.write(new WorkspacePlace(file(), file()), List.of(scenarios));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        assertThat(write(SPLIT, DOWN).isDone()).isTrue();
        assertThat(ScenarioFile.read(file())).isEqualTo(new ScenarioFile.Read(List.of(SPLIT, DOWN), List.of()));
        assertThat(Files.readString(file())).isEqualTo("""
            format: 1
            scenarios:
              Split:
                - add-boundary: {boundary: pay}
                - move-service: {service: payments, to: pay}
              "Database gone":
                - down: {service: db}
            """);
    }

    @Test
    void everyOtherByteStays() throws IOException {
        String before = "# Ours\r\nformat: 1\r\ncollapsed: [a]   # seen\r\n\r\nscenarios:\r\n  Old: []\r\n";
        String after = "\r\n# People's own\r\naliases: {a: [b]}\r\nx-own: |\r\n  text\r\n";
        Files.writeString(file(), before + after);
        assertThat(write(DOWN).isDone()).isTrue();
        assertThat(Files.readString(file()))
                .startsWith(
                        "# Ours\r\nformat: 1\r\ncollapsed: [a]   # seen\r\n\r\nscenarios:\r\n  \"Database gone\":\r\n")
                .endsWith(after);
        assertThat(write().isDone()).isTrue();
        assertThat(Files.readString(file()))
                .isEqualTo("# Ours\r\nformat: 1\r\ncollapsed: [a]   # seen\r\n\r\n" + after);
    }

    @Test
    void whatTheWindowWritesIsNotTakenForSomethingThatPeopleStated() throws IOException {
        Files.writeString(file(), "aliases: {a: [b]}\n");
        var before = WorkspaceFile.stated(file());
        assertThat(write(DOWN).isDone()).isTrue();

        assertThat(WorkspaceFile.stated(file()))
                .as("nothing is read again for it")
                .isEqualTo(before);
    }

    @Test
    void noScenariosMakeNoFile() {
        assertThat(write().isDone()).isTrue();
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatIsNotUnderstoodIsNotWrittenOver() throws IOException {
        for (String text : List.of(
                "format: 2\n",
                "scenarios:\n  Later:\n    - teleport: {service: a}\n",
                "scenarios: [a\n",
                "scenarios: 3\n")) {
            Files.writeString(file(), text);
            assertThat(write(DOWN)).as(text).isInstanceOf(Written.Refused.class);
            assertThat(Files.readString(file())).isEqualTo(text);
        }
    }
}
