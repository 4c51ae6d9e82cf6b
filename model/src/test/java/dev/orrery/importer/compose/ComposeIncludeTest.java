package dev.orrery.importer.compose;

import static dev.orrery.importer.compose.ComposeFolder.edges;
import static dev.orrery.importer.compose.ComposeFolder.problems;
import static dev.orrery.importer.compose.ComposeFolder.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.importer.Loaded;
import dev.orrery.topology.Certainty;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ComposeIncludeTest {
    @Test
    void includedFilesBringTheirServicesFolderAndVariables() {
        Loaded loaded = new ComposeFolder()
                .named("compose.yaml", """
                        include:
                          - billing/compose.yaml
                        services:
                          web: {image: "web:${TAG:-0}", depends_on: [billing]}
                        """)
                .beside(".env", "REPO=mine\n")
                .beside("billing/.env", "TAG=5\nREPO=theirs\n")
                .beside("billing/billing.env", "DB_HOST=db\n")
                .beside("billing/compose.yaml", """
                        include: [db/compose.yaml]
                        services:
                          billing: {image: "${REPO}/billing-${REPO}:${TAG}", env_file: billing.env}
                        """)
                .beside("billing/db/compose.yaml", "services: {db: {image: 'postgres:${TAG}'}}\n")
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(services(loaded)).containsExactly("billing", "db", "web");
        assertThat(edges(loaded, Certainty.DECLARED)).containsExactly("web -> billing");
        assertThat(edges(loaded, Certainty.INFERRED)).containsExactly("billing -> db");
        assertThat(loaded.topology().service("billing").orElseThrow().technology())
                .as("the outer variables count more")
                .isEqualTo("billing-mine:5");
        assertThat(loaded.topology().service("db").orElseThrow().technology()).isEqualTo("postgres:5");
        assertThat(loaded.topology().service("web").orElseThrow().technology()).isEqualTo("web:0");
    }

    @Test
    void theLongFormMergesItsFilesAndSetsFolderAndVariables() {
        Loaded loaded = new ComposeFolder()
                .named("compose.yaml", """
                        include:
                          - path: [sub/a.yaml, sub/b.yaml]
                            project_directory: other
                            env_file: [one.env, two.env]
                        """)
                .beside("sub/a.yaml", "services: {web: {image: 'web:${TAG}', env_file: web.env}, db: {image: x}}\n")
                .beside("sub/b.yaml", "services: {web: {depends_on: [db]}}\n")
                .beside("other/web.env", "DB_HOST=db\n")
                .beside("other/.env", "TAG=0\n")
                .beside("one.env", "TAG=1\n")
                .beside("two.env", "TAG=2\n")
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().service("web").orElseThrow().technology()).isEqualTo("web:2");
        assertThat(loaded.topology().dependencies().getFirst().evidence())
                .extracting(evidence -> evidence.rule() + " " + evidence.source())
                .containsExactly("compose.environment other/web.env:1:1", "compose.depends_on sub/b.yaml:1:31");
    }

    @Test
    void aServiceThatIsDefinedOnBothSidesIsAConflict() {
        Loaded loaded = new ComposeFolder()
                .named("compose.yaml", "include: [a.yaml]\nservices: {web: {image: 'mine:1'}}\n")
                .beside("a.yaml", "services: {web: {image: 'theirs:1', links: [db]}, db: {image: x}}\n")
                .load();
        assertThat(problems(loaded)).containsExactly("compose-include-conflict @ compose.yaml:2:12");
        assertThat(loaded.topology().service("web").orElseThrow().technology()).isEqualTo("mine:1");
        assertThat(edges(loaded, Certainty.DECLARED)).containsExactly("web -> db");
    }

    @Test
    void twoWaysToTheSameFileAreNoConflict() {
        Loaded loaded = new ComposeFolder()
                .named("compose.yaml", "include: [a.yaml, b.yaml]\n")
                .named("over.yaml", "services: {db: {image: 'postgres:2'}}\n")
                .beside("a.yaml", "include: [db.yaml]\nservices: {a: {image: x, depends_on: [db]}}\n")
                .beside("b.yaml", "include: [db.yaml]\nservices: {b: {image: x, depends_on: [db]}}\n")
                .beside("db.yaml", "services: {db: {image: 'postgres:1'}}\n")
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(edges(loaded, Certainty.DECLARED)).containsExactly("a -> db", "b -> db");
        assertThat(loaded.topology().service("db").orElseThrow().technology()).isEqualTo("postgres:2");
    }

    @Test
    void aServiceCanExtendAnIncludedOne() {
        Loaded loaded = new ComposeFolder()
                .named("compose.yaml", "include: [a.yaml]\nservices: {web: {extends: base}}\n")
                .beside("a.yaml", "services: {base: {image: 'x:1', links: [db]}, db: {image: x}}\n")
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(edges(loaded, Certainty.DECLARED)).containsExactly("base -> db", "web -> db");
    }

    @Test
    void circlesMissingAndRemoteFilesAreReported() {
        Loaded loaded = new ComposeFolder()
                .named("compose.yaml", """
                        include:
                          - a.yaml
                          - gone.yaml
                          - ../../up.yaml
                          - path: https://example.com/x.yaml
                          - "${NOWHERE}/x.yaml"
                        services: {web: {image: x}}
                        """)
                .beside("a.yaml", "include: [b.yaml]\nservices: {a: {image: x}}\n")
                .beside("b.yaml", "include: [a.yaml]\nservices: {b: {image: x}}\n")
                .load();
        assertThat(services(loaded)).containsExactly("a", "b", "web");
        assertThat(problems(loaded))
                .containsExactly(
                        "compose-include-cycle @ b.yaml:1:11",
                        "compose-file-missing @ compose.yaml:3:5",
                        "compose-file-outside @ compose.yaml:4:5",
                        "compose-include-remote @ compose.yaml:5:11",
                        "unresolved-variable @ compose.yaml:6:5");
    }

    @Test
    void filesThatDoubleWithEveryStepEnd() {
        ComposeFolder folder = new ComposeFolder().named("compose.yaml", "include: [s0a.yaml, s0b.yaml]\n");
        for (int i = 0; i < 30; i++) {
            String next = "include: [s%1$da.yaml, s%1$db.yaml]\nservices: {x: {image: x}}\n".formatted(i + 1);
            folder.beside("s%da.yaml".formatted(i), next).beside("s%db.yaml".formatted(i), next);
        }
        Loaded loaded = assertTimeout(Duration.ofSeconds(20), folder::load);
        assertThat(loaded.problems()).anyMatch(problem -> problem.code().equals("compose-too-many-files"));
    }

    @Test
    void aLongChainOfFilesEnds() {
        ComposeFolder folder = new ComposeFolder().named("compose.yaml", "include: [s0.yaml]\n");
        for (int i = 0; i < 1_000; i++) {
            folder.beside("s%d.yaml".formatted(i), "include: [s%d.yaml]\nservices: {a%d: {}}\n".formatted(i + 1, i));
        }
        Loaded loaded = folder.load();
        assertThat(problems(loaded)).containsExactly("compose-too-many-files @ s98.yaml:1:11");
        assertThat(services(loaded)).hasSize(99);
    }

    @Test
    void aLargeFileThatIsIncludedManyTimesEndsSoon() {
        StringBuilder large = new StringBuilder("services:\n");
        for (int i = 0; i < 3_000; i++) {
            large.append("  a%d: {image: x, environment: {A: b, C: d, E: f}, depends_on: [a0]}\n".formatted(i));
        }
        ComposeFolder folder = new ComposeFolder()
                .named("compose.yaml", "include: [" + "large.yaml, ".repeat(500) + "large.yaml]\n")
                .beside("large.yaml", large.toString());
        Loaded loaded = assertTimeout(Duration.ofSeconds(10), folder::load);
        assertThat(loaded.problems()).anyMatch(problem -> problem.code().equals("too-many-nodes"));
    }

    @Test
    void aliasesOfAliasesDoNotGrow() {
        StringBuilder text = new StringBuilder("x-0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            text.append("x-%d: &a%d [%s*a%d]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(8), i - 1));
        }
        text.append("services: {web: {image: x, command: *a9, environment: *a9, depends_on: *a9, ports: *a9}}\n");
        Loaded loaded = assertTimeout(Duration.ofSeconds(5), () -> ComposeFolder.read(text.toString()));
        assertThat(services(loaded)).containsExactly("web");
    }
}
