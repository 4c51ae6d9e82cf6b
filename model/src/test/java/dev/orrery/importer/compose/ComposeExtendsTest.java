package dev.orrery.importer.compose;

import static dev.orrery.importer.compose.ComposeFolder.edges;
import static dev.orrery.importer.compose.ComposeFolder.problems;
import static dev.orrery.importer.compose.ComposeFolder.services;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.topology.Certainty;
import org.junit.jupiter.api.Test;

class ComposeExtendsTest {
    @Test
    void aServiceTakesOverAllOfAnotherOfTheSameFile() {
        Loaded loaded = ComposeFolder.read("""
                services:
                  web: {extends: middle, image: "nginx:2"}
                  middle: {extends: {service: base}, links: [mail]}
                  base: {image: "nginx:1", depends_on: [db], environment: {CACHE_HOST: cache}, network_mode: "service:vpn"}
                  db: {image: postgres}
                  cache: {image: redis}
                  mail: {image: mail}
                  vpn: {image: vpn}
                """);
        assertThat(loaded.problems()).isEmpty();
        assertThat(edges(loaded, Certainty.DECLARED))
                .containsExactly(
                        "base -> db",
                        "base -> vpn",
                        "middle -> db",
                        "middle -> mail",
                        "middle -> vpn",
                        "web -> db",
                        "web -> mail",
                        "web -> vpn");
        assertThat(edges(loaded, Certainty.INFERRED))
                .containsExactly("base -> cache", "middle -> cache", "web -> cache");
        assertThat(loaded.topology().service("web").orElseThrow().technology()).isEqualTo("nginx:2");
        assertThat(loaded.topology().service("web").orElseThrow().sources()).hasSize(1);
    }

    @Test
    void anotherFileIsReadFromItsOwnFolder() {
        Loaded loaded = new ComposeFolder()
                .named("app/compose.yaml", """
                        services:
                          web: {extends: {file: ../common/base.yaml, service: web}}
                          db: {image: postgres}
                        """)
                .beside("app/.env", "TAG=7\n")
                .beside("common/.env", "TAG=8\n")
                .beside("common/base.yaml", """
                        services:
                          web: {extends: {file: more/deep.yaml, service: deep}, env_file: web.env, image: "web:${TAG}"}
                          other: {image: x}
                        """)
                .beside("common/web.env", "DB_HOST=db\n")
                .beside("common/more/deep.yaml", "services: {deep: {depends_on: [db]}}\n")
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(services(loaded)).containsExactly("db", "web");
        assertThat(loaded.topology().dependencies().getFirst().evidence())
                .extracting(evidence -> evidence.rule() + " " + evidence.source())
                .containsExactly(
                        "compose.depends_on common/more/deep.yaml:1:32", "compose.environment common/web.env:1:1");
        assertThat(loaded.topology().service("web").orElseThrow().technology()).isEqualTo("web:7");
    }

    @Test
    void aFileOfVersion1IsExtendedToo() {
        Loaded loaded = new ComposeFolder()
                .named(
                        "docker-compose.yml",
                        "web: {extends: {file: base.yml, service: app}, links: [db]}\ndb: {image: x}\n")
                .beside("base.yml", "app: {image: 'nginx:1', volumes_from: [db]}\n")
                .load();
        assertThat(edges(loaded, Certainty.DECLARED)).containsExactly("web -> db");
        assertThat(loaded.topology().dependencies().getFirst().evidence()).hasSize(2);
    }

    @Test
    void whatTheExtendingServiceResetsIsNotTakenOver() {
        Loaded loaded = ComposeFolder.read("""
                services:
                  web: {extends: base, depends_on: !reset [], links: !override [cache]}
                  base: {image: x, depends_on: [db], links: [db]}
                  db: {image: postgres}
                  cache: {image: redis}
                """);
        assertThat(edges(loaded, Certainty.DECLARED)).containsExactly("base -> db", "web -> cache");
    }

    @Test
    void circlesAreReportedWhereTheyCloseAndEnd() {
        Loaded loaded = ComposeFolder.read("""
                services:
                  a: {extends: b, image: x, depends_on: [c]}
                  b: {extends: a, image: x}
                  c: {extends: c, image: x}
                """);
        assertThat(problems(loaded))
                .containsExactly(
                        "compose-extends-cycle @ compose.yaml:3:7", "compose-extends-cycle @ compose.yaml:4:7");
        assertThat(edges(loaded, Certainty.DECLARED)).containsExactly("a -> c");
    }

    @Test
    void aCircleThroughTwoFilesEnds() {
        Loaded loaded = new ComposeFolder()
                .named("compose.yaml", "services: {a: {image: x, extends: {file: other.yaml, service: b}}}\n")
                .beside("other.yaml", "services: {b: {extends: {file: compose.yaml, service: a}}}\n")
                .load();
        assertThat(services(loaded)).containsExactly("a");
        assertThat(problems(loaded)).containsExactly("compose-extends-cycle @ other.yaml:1:16");
    }

    @Test
    void whatIsNotThereIsReported() {
        Loaded loaded = new ComposeFolder()
                .named("compose.yaml", """
                        services:
                          a: {image: x, extends: {service: none}}
                          b: {image: x, extends: {file: gone.yaml, service: b}}
                          c: {image: x, extends: {file: /etc/compose.yaml, service: b}}
                          d: {image: x, extends: {file: "https://example.com/c.yaml", service: b}}
                          e: {image: x, extends: {file: other.yaml, service: b}}
                        """)
                .beside("other.yaml", "services: {a: {image: x}}\n")
                .load();
        assertThat(services(loaded)).containsExactly("a", "b", "c", "d", "e");
        assertThat(problems(loaded))
                .containsExactly(
                        "compose-extends-unknown @ compose.yaml:2:36",
                        "compose-file-missing @ compose.yaml:3:33",
                        "compose-file-outside @ compose.yaml:4:33",
                        "compose-include-remote @ compose.yaml:5:33",
                        "compose-extends-unknown @ compose.yaml:6:54");
    }

    @Test
    void aLongChainEnds() {
        StringBuilder text = new StringBuilder("services:\n  s0: {image: x}\n");
        for (int i = 3_000; i > 0; i--) {
            text.append("  s%d: {extends: s%d}\n".formatted(i, i - 1));
        }
        assertThat(services(ComposeFolder.read(text.toString()))).hasSize(3_001);
    }
}
