package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample of two real services in Python, started and asked. Skipped where there is no Python.
class LiveSampleTest {
    private static final Path SAMPLE = Path.of("..", "samples", "live").toAbsolutePath();

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private final List<Process> processes = new ArrayList<>();
    private URI rooms = URI.create("");
    private Path live = Path.of("");

    @BeforeEach
    void start() throws IOException {
        Optional<Path> python = python();
        assumeTrue(python.isPresent(), "no python3 on the path: the live sample is not tried");
        rooms = started(python.orElseThrow(), "rooms.py", List.of());
        URI reservations = started(
                python.orElseThrow(),
                "reservations.py",
                List.of("--rooms", rooms.resolve("/").toString()));
        String descriptor = Files.readString(SAMPLE.resolve("live.yaml"))
                .replace("http://127.0.0.1:9301/health", rooms.toString())
                .replace("http://127.0.0.1:9302/health", reservations.toString());
        live = Files.writeString(folder.resolve("live.yaml"), descriptor);
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void bothAreUpUntilRoomsFailAndTakeReservationsAlong() throws Exception {
        assertThat(terminal.run("probe", "--allow-all", "--format", "json", live))
                .isZero();
        assertThat(terminal.json().get("services").orElseThrow().toString())
                .contains("health+json")
                .doesNotContain("DOWN");

        fault("down");
        assertThat(terminal.run("probe", "--allow-all", live)).isEqualTo(1);
        assertThat(terminal.out()).contains("2 down");

        fault("warn");
        assertThat(terminal.run("probe", "--allow-all", "--fail-on", "degraded", live))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("1 up, 1 degraded");

        fault("slow");
        assertThat(terminal.run("probe", "--allow-all", live)).isEqualTo(1);
        assertThat(terminal.out())
                .as("in time for Orrery, too late for reservations")
                .contains("1 up")
                .contains("1 down");

        fault("none");
        assertThat(terminal.run("probe", "--allow-all", live)).isZero();
        assertThat(terminal.out()).contains("2 up");
    }

    private void fault(String name) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(rooms.resolve("/fault/" + name))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private URI started(Path python, String script, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(python.toString(), SAMPLE.resolve(script).toString(), "--port", "0"));
        command.addAll(more);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        processes.add(process);
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = String.valueOf(said.readLine());
        assertThat(line).contains("http://127.0.0.1:");
        return URI.create(line.substring(line.indexOf("http")));
    }

    private static Optional<Path> python() {
        String path = String.valueOf(System.getenv("PATH"));
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "python3"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
