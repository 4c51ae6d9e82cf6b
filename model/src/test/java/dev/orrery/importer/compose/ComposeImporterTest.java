package dev.orrery.importer.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeImporterTest {
    private static final Path ROOT = Path.of("shop").toAbsolutePath();

    @Test
    void readsEveryWayToNeedAnotherService() {
        Loaded loaded = read("""
                name: shop
                services:
                  web:
                    image: nginx:1.27
                    depends_on: [api]
                    links: ["cache:redis", api]
                    volumes_from: ["files:ro", "container:other"]
                  api:
                    build: .
                    depends_on:
                      db: {condition: service_healthy}
                      mail: {condition: service_started, required: false}
                    network_mode: service:proxy
                  proxy: {image: haproxy, pid: "service:db", ipc: host}
                  cache: {image: "redis@sha256:0123"}
                  db: {image: docker.io/library/postgres:16}
                  mail: {image: example/mail}
                  files: {image: busybox}
                """);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().name()).isEqualTo("shop");
        assertThat(loaded.topology().dependencies())
                .extracting(ComposeImporterTest::told)
                .containsExactly(
                        "api -> db DATA required compose.depends_on 11:7",
                        "api -> mail SYNC optional compose.depends_on 12:7",
                        "api -> proxy SYNC required compose.network_mode 13:19",
                        "proxy -> db DATA required compose.pid 14:32",
                        "web -> api SYNC required compose.depends_on 5:18 compose.links 6:28",
                        "web -> cache DATA required compose.links 6:13",
                        "web -> files SYNC required compose.volumes_from 7:20");
        assertThat(loaded.topology().service("db"))
                .get()
                .extracting(Service::technology)
                .isEqualTo("postgres:16");
        assertThat(loaded.topology().service("cache"))
                .get()
                .extracting(Service::kind)
                .isEqualTo(ServiceKind.CACHE);
    }

    @Test
    void anchorsAndMergeKeysAreResolvedAndKeepTheirPlace() {
        Loaded loaded = read("""
                x-common: &common
                  image: example/app
                  depends_on: &needs
                    db: {condition: service_healthy}
                services:
                  one: {<<: *common, profiles: [debug]}
                  two:
                    <<: [*common]
                    depends_on: {<<: *needs, one: {condition: service_started}}
                  db: {image: postgres}
                """);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().dependencies())
                .extracting(ComposeImporterTest::told)
                .containsExactly(
                        "one -> db DATA required compose.depends_on 4:5",
                        "two -> db DATA required compose.depends_on 4:5",
                        "two -> one SYNC required compose.depends_on 9:30");
        assertThat(loaded.topology().services())
                .filteredOn(service -> !service.active())
                .extracting(Service::id)
                .containsExactly("one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            ["8080:80"]              ; [CMD, curl, -f, "http://localhost/health"]                 ; http://localhost:8080/health
            [80:80]                  ; curl -f http://localhost:80/ || exit 1                 ; http://localhost:80/
            ["127.0.0.1:9000:8080/tcp"] ; [CMD-SHELL, "wget -q http://127.0.0.1:8080/up?x=1 || exit 1"] ; http://localhost:9000/up?x=1
            ["9200:9200"]            ; [CMD-SHELL, "curl --fail localhost:9200/_cluster/health"]  ; http://localhost:9200/_cluster/health
            ["8443:443"]             ; [CMD, curl, -k, "https://web/status"]                      ; https://localhost:8443/status
            ["3000-3002:4000-4002"]  ; [CMD, curl, "http://localhost:4001"]                       ; http://localhost:3001
            [{target: 80, published: "8080"}] ; [CMD, curl, "http://localhost"]                   ; http://localhost:8080
            ["10.0.0.5:8080:80"]     ; [CMD, curl, "http://[::1]:80/x"]                           ; http://10.0.0.5:8080/x
            """)
    void asksThePublishedPortInsteadOfTheContainers(String ports, String test, String url) {
        Loaded loaded = read("services:\n  web:\n    ports: %s\n    healthcheck: {interval: 1m30s, test: %s}\n"
                .formatted(ports, quoted(test)));
        HealthCheck check =
                loaded.topology().services().getFirst().healthChecks().getFirst();
        assertThat(check.url()).isEqualTo(url);
        assertThat(check.interval()).isEqualTo(Duration.ofSeconds(90));
        assertThat(check.timeout()).isEqualTo(HealthCheck.DEFAULT_TIMEOUT);
        assertThat(loaded.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            ["80"]               ; [CMD, curl, "http://localhost/health"]      ; not-reachable-from-here
            ["80:80/udp"]        ; [CMD, curl, "http://localhost/health"]      ; not-reachable-from-here
            ["80:80"]            ; [CMD, curl, "http://elsewhere/health"]      ; not-reachable-from-here
            ["8000-8009:80"]     ; [CMD, curl, "http://localhost/"]            ; not-reachable-from-here
            ["80:80"]            ; [CMD, curl, "http://localhost:$$PORT/"]     ;
            ["5432:5432"]        ; [CMD, pg_isready]                           ;
            ["80:80"]            ; [NONE]                                      ;
            """)
    void asksNothingThatThisComputerCannotReach(String ports, String test, String problem) {
        Loaded loaded = read("services:\n  web:\n    ports: %s\n    healthcheck: {test: %s}\n".formatted(ports, test));
        assertThat(loaded.topology().services().getFirst().healthChecks()).isEmpty();
        assertThat(loaded.problems())
                .extracting(Problem::code)
                .isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void variablesComeFromTheFileBesideAndNeverFromThisProcess() {
        Loaded loaded = read("""
                services:
                  web:
                    image: ${REPO}/web:${TAG:-latest}
                    depends_on: ["${DB}", "${PATH}"]
                    ports: ["${PORT:-8080}:80"]
                    healthcheck: {test: [CMD, curl, "http://localhost/"]}
                  db: {image: mysql}
                """, "REPO=acme\nDB=db\nPORT=9000\n");
        assertThat(loaded.topology().service("web"))
                .get()
                .extracting(Service::technology)
                .isEqualTo("web:latest");
        assertThat(loaded.topology().dependencies()).extracting(Dependency::to).containsExactly("db");
        assertThat(loaded.topology().service("web").orElseThrow().healthChecks())
                .extracting(HealthCheck::url)
                .containsExactly("http://localhost:9000/");
        assertThat(loaded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("unresolved-variable");
            assertThat(problem.arguments()).containsExactly("PATH");
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            docker.io/library/postgres:16,                DATABASE
            mcr.microsoft.com/mssql/server:2022-latest,   DATABASE
            quay.io/minio/minio,                          DATABASE
            bitnami/redis-cluster:7,                      CACHE
            localhost:5000/apache/kafka-native@sha256:0,  QUEUE
            nginxinc/nginx-unprivileged,                  GATEWAY
            acme/postgres-exporter,                       SERVICE
            acme/mysql-backup:1,                          SERVICE
            """)
    void anImageTellsTheKindWhereItIsWellKnown(String image, ServiceKind kind) {
        assertThat(read("services: {app: {image: '" + image + "'}}").topology().services())
                .extracting(Service::kind)
                .containsExactly(kind);
    }

    @Test
    void version1HasItsServicesAtTheRoot() {
        Loaded loaded = read(
                "web: {build: ., links: [db:database], external_links: [old:x]}\ndb: {image: postgres}\nside: {image: x, net: 'container:db'}\nalone: {image: x, net: 'container:old'}\n");
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().services()).extracting(Service::id).containsExactly("alone", "db", "side", "web");
        assertThat(loaded.topology().dependencies())
                .extracting(ComposeImporterTest::told)
                .containsExactly(
                        "side -> db DATA required compose.net 3:23", "web -> db DATA required compose.links 1:25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: [postgres]\njob: {}\n",
                "services:\n  App\\Mailer: {class: App\\Mailer, arguments: [x]}\n",
                "web: {image: {repository: x, tag: y}, replicas: 3}\n",
                "apiVersion: v1\nkind: Service\n",
                "services: nginx\n"
            })
    void otherToolsHaveServicesToo(String content) {
        assertThat(read(content).problems()).extracting(Problem::code).containsExactly("not-a-topology");
    }

    private static String quoted(String test) {
        return test.startsWith("[") ? test : "'" + test + "'";
    }

    private static String told(Dependency dependency) {
        StringBuilder told = new StringBuilder("%s -> %s %s %s"
                .formatted(
                        dependency.from(),
                        dependency.to(),
                        dependency.kind(),
                        dependency.required() ? "required" : "optional"));
        dependency
                .evidence()
                .forEach(evidence -> told.append(" %s %d:%d"
                        .formatted(
                                evidence.rule(),
                                evidence.source().line(),
                                evidence.source().column())));
        return told.toString();
    }

    private static Loaded read(String content) {
        return read(content, "");
    }

    private static Loaded read(String content, String environment) {
        List<SourceFile> sources = new ArrayList<>();
        sources.add(file("compose.yaml", SourceFile.Role.NAMED, content));
        sources.add(file(".env", SourceFile.Role.SIDE, environment));
        return TopologyLoader.standard().read(ROOT, sources);
    }

    private static SourceFile file(String name, SourceFile.Role role, String content) {
        return new SourceFile(ROOT.resolve(name), role, new SourceText(name, content), List.of());
    }
}
