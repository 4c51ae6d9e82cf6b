package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.json.Json;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsTest {
    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), """
                topology: Shop
                services: {cart: {health: {url: "http://localhost:9103/health"}}}
                """);
        Files.writeString(folder.resolve("orrery.workspace.yaml"), """
                environments:
                  local:
                  staging: {services: {"*": "https://{service}.staging.example"}}
                """);
    }

    @Test
    void addressesAreThoseOfTheEnvironmentThatIsAskedFor() {
        assertThat(terminal.run("show", folder, "--format", "json", "--env", "staging"))
                .isZero();
        assertThat(terminal.out()).contains("https://cart.staging.example/health");
        assertThat(terminal.json().get("environment")).contains(Json.text("staging"));

        assertThat(terminal.run("show", folder, "--format", "json")).isZero();
        assertThat(terminal.out()).contains("http://localhost:9103/health");
        assertThat(terminal.json().get("environment")).contains(Json.NULL);
        assertThat(terminal.json().get("environments").orElseThrow())
                .isEqualTo(Json.array(List.of(Json.text("local"), Json.text("staging"))));
    }

    @Test
    void theLiveSampleRunsInSeveralPlaces() {
        Path sample = Path.of("..", "samples", "live", "live.yaml");
        assertThat(terminal.run("show", sample, "--env", "second", "--format", "json"))
                .isZero();
        assertThat(terminal.out()).contains("http://127.0.0.1:9311/health", "http://127.0.0.1:9312/health");
        assertThat(terminal.run("show", sample, "--env", "tunnel", "--format", "json"))
                .isZero();
        assertThat(terminal.out()).contains("http://127.0.0.1:19301/health");
    }

    @Test
    void whatIsAllowedHereIsNotAllowedThere() {
        terminal.remembered = Trusts.ofDeclared(Trust.of(List.of(
                Origin.of("http://localhost:9103").orElseThrow(),
                Origin.of("https://cart.staging.example").orElseThrow())));
        assertThat(terminal.run("probe", folder, "--env", "staging", "--allow-origin", "http://localhost:9103"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("https://cart.staging.example").doesNotContain("localhost");
    }

    @Test
    void aPictureSaysOfWhichEnvironmentItIs() throws IOException {
        Path picture = folder.resolve("picture.svg");
        assertThat(terminal.run("render", folder, "--env", "staging", "-o", picture))
                .isZero();
        assertThat(Files.readString(picture)).contains("Shop · staging");
    }

    @Test
    void anEnvironmentThatNobodyNamesIsRefusedWithThoseThereAre() throws IOException {
        assertThat(terminal.run("show", folder, "--env", "prod")).isEqualTo(2);
        assertThat(terminal.err()).contains("prod").contains("local, staging");
        Files.delete(folder.resolve("orrery.workspace.yaml"));
        assertThat(terminal.run("show", folder, "--env", "prod")).isEqualTo(2);
        assertThat(terminal.err()).contains("docs/environments.md");
    }
}
