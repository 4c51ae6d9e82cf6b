package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.json.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowAndCheckTest {
    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private Path shop = Path.of("");

    @BeforeEach
    void write() throws IOException {
        shop = Files.writeString(folder.resolve("shop.yaml"), """
                topology: Shop
                boundaries:
                  core: {name: Core}
                services:
                  web: {kind: web, boundary: core, health: {url: "http://localhost:9001/health"}, depends_on: [db]}
                  db: {kind: database, technology: PostgreSQL}
                """);
    }

    @Test
    void showPrintsServicesDependenciesAndBoundariesInColumns() {
        assertThat(terminal.run("show", shop)).isZero();
        assertThat(terminal.out()).isEqualTo("""
                Shop
                Services: 2 · dependencies: 1 · boundaries: 1

                SERVICE  KIND      BOUNDARY  TECHNOLOGY  HEALTH CHECKS
                db       database            PostgreSQL
                web      web       core                  http://localhost:9001/health

                FROM  TO  KIND  REQUIRED  EVIDENCE
                web   db  data  required  declared, shop.yaml:5:96

                BOUNDARY  NAME  KIND
                core      Core  boundary
                """);
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void showAnswersInJson() {
        assertThat(terminal.run("show", "--format", "json", shop)).isZero();
        Json.Obj answer = terminal.json();
        assertThat(answer.get("topology")).contains(Json.text("Shop"));
        assertThat(answer.members())
                .extracting(Json.Member::name)
                .containsExactly(
                        "topology",
                        "services",
                        "dependencies",
                        "boundaries",
                        "problems",
                        "environment",
                        "environments",
                        "files");
    }

    @Test
    void aProblemIsSaidWithItsPlaceAndTheRestIsShown() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), """
                topology: Shop
                services:
                  web: {kind: web, health: {url: "http://localhost:99999/"}}
                  db: {kind: database}
                """);

        assertThat(terminal.run("show", broken)).isEqualTo(1);
        assertThat(terminal.out()).contains("web", "db");
        assertThat(terminal.err()).startsWith("broken.yaml:3:").contains("error: “99999” is not a port");

        assertThat(terminal.run("check", broken)).isEqualTo(1);
        assertThat(terminal.out())
                .contains("broken.yaml:3:34: error: ")
                .contains("Errors: 1 · warnings: 0 · notes: 2\n");
        assertThat(terminal.err()).isEqualTo("Read 1 of 1 files: 1 native.\n");
    }

    @Test
    void checkFailsOnWarningsOnlyWhereAskedTo() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.yaml"), """
                topology: Shop
                services:
                  web: {kind: web, technologie: Go}
                """);
        assertThat(terminal.run("check", odd)).isZero();
        assertThat(terminal.run("check", "--fail-on", "warning", odd)).isEqualTo(1);
        assertThat(terminal.run("check", "--fail-on", "error", odd)).isZero();
        assertThat(terminal.run("check", "--format", "json", odd)).isZero();
        assertThat(terminal.json().members())
                .extracting(Json.Member::name)
                .containsExactly("problems", "frozen", "suppressed", "metrics", "files");
    }

    @Test
    void checkInspectsTheArchitectureToo() throws IOException {
        Path circle = Files.writeString(folder.resolve("circle.yaml"), """
                topology: Circle
                services:
                  a: {kind: service, depends_on: [b]}
                  b: {kind: service, depends_on: [a]}
                """);
        terminal.run("check", circle);
        assertThat(terminal.out()).contains("circle.yaml:");
        terminal.run("check", "--format", "json", circle);
        assertThat(terminal.out()).contains("\"rule\" : \"dependency-cycle\"").contains("\"subjects\" : [");
        terminal.run("show", circle);
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void checkSaysWhenThereIsNothingToSay() {
        assertThat(terminal.run("check", shop)).isZero();
        assertThat(terminal.out()).isEqualTo("No problems.\n");
    }

    @Test
    void aMissingFileIsAProblemAndNotAFault() {
        assertThat(terminal.run("show", folder.resolve("nowhere.yaml"))).isEqualTo(1);
        assertThat(terminal.err()).contains("nowhere.yaml").contains("There is no such file.");
        assertThat(terminal.failures).isEmpty();
    }

    @Test
    void controlCharactersOfAFileNeverReachTheTerminal() throws IOException {
        Path evil = Files.writeString(folder.resolve("evil.yaml"), """
                topology: "Shop\\e[31m\\u202e"
                services:
                  "we\\e[2Jb": {kind: web, technology: "Go\\a\\e]0;title\\a", owner: "x\\ny", colour: "\\e[1m"}
                """);
        for (String command : new String[] {"show", "check"}) {
            terminal.run(command, evil);
            assertThat((terminal.out() + terminal.err()).chars().filter(c -> (c < ' ' && c != '\n') || c == 0x202e))
                    .as(command)
                    .isEmpty();
        }
    }

    @Test
    void showAndCheckOpenNoSocket() throws IOException {
        try (ServerSocket endpoint = new ServerSocket(0)) {
            endpoint.setSoTimeout(1);
            Path asked = Files.writeString(folder.resolve("asked.yaml"), """
                    topology: Shop
                    services:
                      web: {kind: web, health: {url: "http://localhost:%d/health"}}
                    """.formatted(endpoint.getLocalPort()));
            assertThat(terminal.run("show", asked)).isZero();
            assertThat(terminal.run("check", asked)).isZero();
            assertThatThrownBy(endpoint::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
