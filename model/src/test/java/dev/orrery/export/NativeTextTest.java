package dev.orrery.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeTextTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenReadsBackAsTheSame() throws IOException {
        Topology shop = read("""
                topology: "A shop: #1"
                boundaries:
                  core: {name: "no", kind: system, owner: team-a}
                  inner: {within: core}
                services:
                  web:
                    name: "Web \\"shop\\""
                    kind: web
                    boundary: inner
                    owner: "on: call"
                    technology: "Java, Spring Boot"
                    tags: [tier-1, "yes", "1.0"]
                    links: {runbook: "https://wiki.example/a?b=c#d"}
                    health:
                      - {url: "http://localhost:9001/health", interval: 2s, timeout: 1500ms}
                      - {url: "tcp://localhost:9002"}
                    owns: [orders]
                    provides: {orders: v2}
                    releases: {"2.4.0": {weight: 95}, "2.5.0-rc1": {weight: 5, health: {url: "http://localhost:9003/"}}}
                    depends_on:
                      "true": {kind: async, protocol: amqp, required: false}
                      db: {api: "orders v1"}
                      nobody: {}
                  "true": {kind: queue}
                  db: {kind: database}
                """);

        Topology again = read(NativeText.of(shop));

        assertThat(again.name()).isEqualTo(shop.name());
        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*source", ".*sources.*", ".*evidence")
                .isEqualTo(shop);
        assertThat(NativeText.of(again)).isEqualTo(NativeText.of(shop));
    }

    private Topology read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), text);
        Loaded loaded = TopologyLoader.standard().load(List.of(file));
        assertThat(loaded.problems())
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("dangling-dependency"));
        return loaded.topology();
    }
}
