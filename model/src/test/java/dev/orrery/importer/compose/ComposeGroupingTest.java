package dev.orrery.importer.compose;

import static dev.orrery.importer.compose.ComposeFolder.edges;
import static dev.orrery.importer.compose.ComposeFolder.problems;
import static dev.orrery.importer.compose.ComposeFolder.services;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Service;
import org.junit.jupiter.api.Test;

class ComposeGroupingTest {
    private static final String WEB = "services: {web: {image: nginx, depends_on: [db]}, db: {image: postgres}}\n";

    @Test
    void filesThatAreNamedTogetherAreOneProjectInTheirOrder() {
        Loaded loaded = new ComposeFolder()
                .named(
                        "base/prod.yaml",
                        "services: {web: {image: 'httpd:1', depends_on: [db]}, db: {image: postgres}}\n")
                .named(
                        "other/a.yaml",
                        "services: {web: {image: 'nginx:2', env_file: vars.env}, cache: {image: redis}}\n")
                .beside("base/vars.env", "CACHE_HOST=cache\n")
                .beside("other/vars.env", "CACHE_HOST=db\n")
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(services(loaded)).containsExactly("cache", "db", "web");
        assertThat(edges(loaded, Certainty.DECLARED)).containsExactly("web -> db");
        assertThat(edges(loaded, Certainty.INFERRED))
                .as("paths begin at the first file's folder")
                .containsExactly("web -> cache");
        Service web = loaded.topology().service("web").orElseThrow();
        assertThat(web.technology()).isEqualTo("nginx:2");
        assertThat(web.sources())
                .extracting(Object::toString)
                .containsExactly("base/prod.yaml:1:12", "other/a.yaml:1:12");
    }

    @Test
    void aFolderIsItsOwnFileAndTheOverrideBesideIt() {
        Loaded loaded = new ComposeFolder()
                .found("shop/compose.override.yaml", "services: {web: {depends_on: [cache]}, cache: {image: redis}}\n")
                .found("shop/compose.yml", WEB)
                .found("shop/docker-compose.yml", "services: {old: {image: old}}\n")
                .found("shop/docker-compose.test.yml", "services: {test: {image: test}}\n")
                .load();
        assertThat(services(loaded)).containsExactly("cache", "db", "web");
        assertThat(edges(loaded, Certainty.DECLARED)).containsExactly("web -> cache", "web -> db");
        assertThat(problems(loaded))
                .containsExactly(
                        "compose-variant-not-read @ shop/docker-compose.test.yml:1:1",
                        "compose-variant-not-read @ shop/docker-compose.yml:1:1");
    }

    @Test
    void theUsualFileNamesCountInComposesOrder() {
        Loaded loaded = new ComposeFolder()
                .found("compose.yaml", "services: {first: {image: x}}\n")
                .found("compose.yml", "services: {second: {image: x}}\n")
                .found("docker-compose.yml", "services: {third: {image: x}}\n")
                .found("docker-compose.yaml", "services: {fourth: {image: x}}\n")
                .load();
        assertThat(services(loaded)).containsExactly("first");
        assertThat(loaded.problems()).hasSize(3);
    }

    @Test
    void withoutTheUsualFileEachIsAProjectOfItsOwn() {
        Loaded loaded = new ComposeFolder()
                .found(
                        "examples/kafka.yml",
                        "services: {app: {image: x, depends_on: [kafka]}, kafka: {image: kafka}}\n")
                .found(
                        "examples/mysql.yml",
                        "services: {job: {image: x, depends_on: [mysql]}, mysql: {image: mysql}}\n")
                .load();
        assertThat(services(loaded)).containsExactly("app", "job", "kafka", "mysql");
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void whatAnotherFileIncludesOrExtendsIsNoProjectOfItsOwn() {
        Loaded loaded = new ComposeFolder()
                .found("compose.yaml", """
                        include: [db/compose.yaml]
                        services:
                          web: {extends: {file: common.yaml, service: base}, depends_on: [db]}
                        """)
                .found("common.yaml", "services: {base: {image: nginx}, unused: {image: x}}\n")
                .found("db/compose.yaml", "services: {db: {image: postgres}}\n")
                .found("apps/one.yaml", "services: {one: {extends: {file: two.yaml, service: two}}}\n")
                .found("apps/two.yaml", "services: {two: {image: x}, three: {image: x}}\n")
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(services(loaded)).containsExactly("db", "one", "web");
    }

    @Test
    void ofTwoFilesThatExtendEachOtherOneStays() {
        Loaded loaded = new ComposeFolder()
                .found("one.yaml", "services: {one: {extends: {file: two.yaml, service: base}}, common: {image: x}}\n")
                .found("two.yaml", "services: {two: {extends: {file: one.yaml, service: common}}, base: {image: x}}\n")
                .load();
        assertThat(services(loaded)).containsExactly("common", "one");
    }

    @Test
    void theDocumentsOfAStreamAreMergedInTheirOrder() {
        Loaded loaded = ComposeFolder.read("""
                services: {web: {image: 'a:1', ports: ["80:80"]}}
                ---
                services: {web: {image: 'a:2', depends_on: [db]}, db: {image: postgres}}
                """);
        assertThat(services(loaded)).containsExactly("db", "web");
        assertThat(edges(loaded, Certainty.DECLARED)).containsExactly("web -> db");
        assertThat(loaded.topology().service("web").orElseThrow().technology()).isEqualTo("a:2");
    }
}
