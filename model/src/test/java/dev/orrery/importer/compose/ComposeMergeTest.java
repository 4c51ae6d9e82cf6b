package dev.orrery.importer.compose;

import static dev.orrery.importer.compose.ComposeFolder.edges;
import static dev.orrery.importer.compose.ComposeFolder.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orrery.importer.Loaded;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeMergeTest {
    private static final String OTHERS = "  a: {image: x}\n  b: {image: x}\n  c: {image: x}\n  d: {image: x}\n";

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            depends_on: [a, b]              ; depends_on: [b, c]              ; web -> a, web -> b, web -> c
            depends_on: [a]                 ; depends_on: {b: {condition: service_started}} ; web -> a, web -> b
            depends_on: {a: {condition: service_healthy}} ; depends_on: [b]   ; web -> a, web -> b
            depends_on: [a]                 ; depends_on:                     ; web -> a
            depends_on: [a]                 ; depends_on: !reset []           ; ``
            depends_on: [a]                 ; depends_on: !override [b]       ; web -> b
            depends_on: {a: {}, b: {}}      ; depends_on: {a: !reset null}    ; web -> b
            links: [a]                      ; links: ["b:x"]                  ; web -> a, web -> b
            links: [a]                      ; links: !reset null              ; ``
            network_mode: service:a         ; network_mode: service:b         ; web -> b
            pid: service:a                  ; pid: !reset null                ; ``
            volumes_from: [a]               ; volumes_from: ["b:ro"]          ; web -> a, web -> b
            image: x                        ; ipc: service:d                  ; web -> d
            """)
    void declaredNeedsAreMerged(String base, String over, String expected) {
        Loaded loaded = merged(base, over);
        assertThat(loaded.problems()).isEmpty();
        assertThat(String.join(", ", edges(loaded, Certainty.DECLARED))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            environment: {A_HOST: a, B_HOST: b} ; environment: [A_HOST=c]         ; web -> b, web -> c
            environment: [A_HOST=a]         ; environment: {B_HOST: b}            ; web -> a, web -> b
            environment: [A_HOST=a, B_HOST=b] ; environment: [A_HOST]             ; web -> b
            environment: {A_HOST: a, B_HOST: b} ; environment: {A_HOST: !reset null} ; web -> b
            environment: [A_HOST=a, B_HOST=b] ; environment: {A_HOST: !reset null} ; web -> b
            environment: {A_HOST: a}        ; environment: !override {B_HOST: b}  ; web -> b
            environment: {A_HOST: a}        ; environment: !reset {}              ; ``
            command: run http://a:80        ; command: [run, "http://b:80"]       ; web -> b
            entrypoint: [run, "http://a"]   ; entrypoint: ["http://b"]            ; web -> b
            env_file: one.env               ; env_file: [two.env]                 ; web -> a, web -> b
            env_file: one.env               ; env_file: !reset []                 ; ``
            env_file: one.env               ; env_file: [{path: two.env, required: false}] ; web -> a, web -> b
            env_file: two.env               ; env_file: [three.env, two.env]      ; web -> c
            environment: {B_HOST: c}        ; env_file: two.env                   ; web -> c
            extra_hosts: ["a:10.0.0.1"]     ; environment: {A_HOST: a, B_HOST: b} ; web -> b
            """)
    void whatAServiceIsStartedWithIsMerged(String base, String over, String expected) {
        Loaded loaded = merged(base, over);
        assertThat(loaded.problems()).isEmpty();
        assertThat(String.join(", ", edges(loaded, Certainty.INFERRED))).isEqualTo(expected);
    }

    @Test
    void aMergedDependencyTakesItsDetailsFromTheLaterFile() {
        Loaded loaded = merged("depends_on: {a: {required: false}, b: {required: false}}", "depends_on: [a]");
        assertThat(loaded.topology().dependencies())
                .extracting(Dependency::to, Dependency::required)
                .containsExactly(tuple("a", true), tuple("b", false));
    }

    @Test
    void partsKeepThePlaceWhereTheyAreWritten() {
        Loaded loaded = merged("depends_on: [a]", "depends_on: [b]");
        assertThat(loaded.topology().dependencies())
                .extracting(
                        dependency -> dependency.evidence().getFirst().source().toString())
                .containsExactly("compose.yaml:3:18", "over.yaml:3:18");
    }

    @Test
    void aHealthCheckIsMergedButItsTestIsReplaced() {
        Loaded loaded = merged(
                "{ports: ['80:80'], healthcheck: {test: [CMD, curl, 'http://localhost/a'], interval: 7s}}",
                "healthcheck: {test: [CMD, curl, 'http://localhost:81/b'], timeout: 2s}\n    ports: ['8081:81']");
        HealthCheck check =
                loaded.topology().service("web").orElseThrow().healthChecks().getFirst();
        assertThat(check.url()).isEqualTo("http://localhost:8081/b");
        assertThat(check.interval()).isEqualTo(Duration.ofSeconds(7));
        assertThat(check.timeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void portsAreAppendedUnlessTheyAreReset() {
        String test = "{ports: ['8080:80'], healthcheck: {test: curl http://localhost/}}";
        assertThat(merged(test, "ports: ['9:90']")
                        .topology()
                        .service("web")
                        .orElseThrow()
                        .healthChecks())
                .extracting(HealthCheck::url)
                .containsExactly("http://localhost:8080/");
        assertThat(merged(test, "ports: !reset []")
                        .topology()
                        .service("web")
                        .orElseThrow()
                        .healthChecks())
                .isEmpty();
        assertThat(merged(test, "ports: !override ['9090:80']")
                        .topology()
                        .service("web")
                        .orElseThrow()
                        .healthChecks())
                .extracting(HealthCheck::url)
                .containsExactly("http://localhost:9090/");
    }

    @Test
    void aWholeServiceCanBeTakenOut() {
        Loaded loaded = new ComposeFolder()
                .named("compose.yaml", "services: {web: {image: x}, db: {image: postgres}}\n")
                .named("over.yaml", "services: {db: !reset null, web: !override {image: y}}\n")
                .load();
        assertThat(services(loaded)).containsExactly("web");
        assertThat(loaded.topology().service("web").orElseThrow().technology()).isEqualTo("y");
    }

    @Test
    void profilesAndNetworkAliasesAreCollected() {
        Loaded loaded =
                merged("networks: [back]", "{networks: {back: {aliases: [shop]}}, hostname: h, container_name: c}");
        assertThat(loaded.topology().service("web").orElseThrow().aliases()).containsExactly("c", "h", "shop");
        assertThat(merged("profiles: [x]", "profiles: [y]")
                        .topology()
                        .service("web")
                        .orElseThrow()
                        .active())
                .isFalse();
        assertThat(merged("profiles: [x]", "profiles: !reset []")
                        .topology()
                        .service("web")
                        .orElseThrow()
                        .active())
                .isTrue();
    }

    @Test
    void mergeKeysOfSeveralMappingsKeepTheirOrder() {
        Loaded loaded = ComposeFolder.read("""
                x-one: &one {image: "nginx:1", depends_on: [a]}
                x-two: &two {image: "nginx:2", links: [b]}
                services:
                  web: {<<: [*one, *two]}
                """ + OTHERS);
        assertThat(edges(loaded, Certainty.DECLARED)).containsExactly("web -> a", "web -> b");
        assertThat(loaded.topology().service("web"))
                .get()
                .extracting(Service::technology)
                .isEqualTo("nginx:1");
    }

    private static Loaded merged(String base, String over) {
        return new ComposeFolder()
                .named("compose.yaml", "services:\n  web:\n    " + base + "\n" + OTHERS)
                .named("over.yaml", "services:\n  web:\n    " + over + "\n")
                .beside("one.env", "A_HOST=a\n")
                .beside("two.env", "B_HOST=b\n")
                .beside("three.env", "B_HOST=c\n")
                .load();
    }
}
