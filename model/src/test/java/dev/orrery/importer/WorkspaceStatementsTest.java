package dev.orrery.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Environment;
import dev.orrery.topology.PrometheusRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceStatementsTest {
    @TempDir
    private Path folder;

    @Test
    void environmentsAreReadInTheirOrder() throws IOException {
        Loaded loaded = loaded("""
                environments:
                  local:
                  staging:
                    services:
                      cart: https://cart.example
                      "*": {url: "https://{service}.staging.example"}
                    secrets: {token: staging-token}
                    prometheus: https://prometheus.staging.example
                  tunnel:
                    services: {"*": {ports: {9103: 19103}}}
                """);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.environments()).extracting(Environment::name).containsExactly("local", "staging", "tunnel");
        Environment staging = loaded.environment("staging").orElseThrow();
        assertThat(staging.moves())
                .containsExactly(
                        new Environment.Move("cart", new Environment.Base("https://cart.example")),
                        new Environment.Move("*", new Environment.Base("https://{service}.staging.example")));
        assertThat(staging.secrets()).isEqualTo(Map.of("token", "staging-token"));
        assertThat(staging.prometheus())
                .extracting(PrometheusRule::url)
                .isEqualTo("https://prometheus.staging.example");
        assertThat(staging.source()).hasToString("orrery.workspace.yaml:3:3");
        assertThat(loaded.environment("tunnel").orElseThrow().moves())
                .containsExactly(new Environment.Move("*", new Environment.Ports(new TreeMap<>(Map.of(9103, 19103)))));
        assertThat(loaded.environment("local").orElseThrow().moves()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceAndTheRestCounts() throws IOException {
        Loaded loaded = loaded("""
                environments:
                  a:
                    services:
                      cart: not a url
                      mail: ftp://mail.example
                      shop: {ports: {0: 1, 80: 99999, 81: 82}}
                      db: https://me:secret@db.example
                      web: https://web.example
                    servises: {}
                  b: [1]
                """);
        assertThat(loaded.problems())
                .extracting(problem -> problem.code() + " " + problem.source().line())
                .containsExactly(
                        "bad-url 4",
                        "bad-url-scheme 5",
                        "bad-port 6",
                        "bad-port 6",
                        "url-with-password 7",
                        "misspelt-key 9",
                        "expected-mapping 10");
        assertThat(loaded.problems()).extracting(Problem::message).noneMatch(message -> message.contains("secret"));
        assertThat(loaded.environment("a").orElseThrow().moves())
                .extracting(Environment.Move::services)
                .containsExactly("shop", "web");
        assertThat(loaded.environment("b")).isPresent();
    }

    @Test
    void aWorkspaceThatStatesNothingOfTheServicesIsNoSource() throws IOException {
        Loaded loaded = loaded("collapsed: [a]\n");
        assertThat(loaded.sources()).hasSize(1);
        assertThat(loaded.environments()).isEmpty();
    }

    private Loaded loaded(String workspace) throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), "topology: Shop\nservices: {cart: {}}\n");
        Files.writeString(folder.resolve("orrery.workspace.yaml"), workspace);
        return TopologyLoader.standard().load(List.of(folder));
    }
}
