package dev.orrery.importer.compose;

import static dev.orrery.importer.compose.ComposeFolder.edges;
import static dev.orrery.importer.compose.ComposeFolder.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.importer.Loaded;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.ServiceKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeHostsTest {
    private static final String OTHERS = """
              db: {image: postgres, container_name: shop-db}
              kafka1: {image: kafka, hostname: broker}
              kafka2: {image: kafka, networks: {back: {aliases: [events]}}}
              api: {image: x}
              admin: {image: x}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            API_URL                 ; http://api:8080/v1                        ; api
            API_URL                 ; http://api                                ; api
            ANYTHING                ; https://API:8443                          ; api
            A                       ; http://api:${PORT}/x                      ; api
            A                       ; ${SCHEME}://api/x                         ; ``
            A                       ; http://${HOST}:80/api                     ; ``
            A                       ; http://api${SUFFIX}:80                    ; ``
            DATABASE_URL            ; jdbc:postgresql://db:5432/api             ; db
            DATABASE_URL            ; jdbc:postgresql://db/admin?user=api       ; db
            DATABASE_URL            ; `jdbc:sqlserver://db:1433;databaseName=api` ; db
            DATABASE_URL            ; jdbc:oracle:thin:@//db:1521/api           ; db
            DATABASE_URL            ; jdbc:oracle:thin:@db:1521:api             ; ``
            DATABASE_URL            ; postgres://api:admin@db:5432/kafka1       ; db
            DATABASE_URL            ; postgres://${USER}:${PW}@db:5432/x        ; db
            DATABASE_URL            ; postgres://admin:p%40ss@shop-db/x         ; db
            DATABASE_DSN            ; admin:admin@tcp(db:3306)/api?parseTime=true ; db
            DATABASE_DSN            ; host=db port=5432 user=admin dbname=api   ; db
            ConnectionStrings__Main ; `Server=db;Database=api;User Id=admin`    ; db
            ConnectionStrings__Main ; `Server=tcp:db,1433;Database=api`         ; db
            MONGO                   ; mongodb://u:p@kafka1:27017,u:p@kafka2:27017/api ; kafka1, kafka2
            AMQP                    ; amqp://admin:admin@broker:5672//          ; kafka1
            BROKERS                 ; kafka1:9092,kafka2:9092                   ; kafka1, kafka2
            KAFKA_BINDER_BROKERS    ; kafka1, events                            ; kafka1, kafka2
            KAFKA_SERVERS           ; PLAINTEXT://kafka1:9092,SSL://kafka2:9093 ; kafka1, kafka2
            ACTIVEMQ_URL            ; failover:(tcp://kafka1:61616,tcp://kafka2:61616) ; kafka1, kafka2
            ES_HOSTS                ; `["http://api:9200"]`                     ; api
            ES_HOSTS                ; `["api", "db"]`                           ; api, db
            DB_HOST                 ; db                                        ; db
            DBHOST                  ; db                                        ; db
            dbHost                  ; db                                        ; db
            spring.data.redis.host  ; db                                        ; db
            DB_SERVER               ; tasks.db                                  ; ``
            A                       ; tasks.db:5432                             ; db
            REDIS_ENDPOINT          ; db:6379                                   ; db
            CONFIG                  ; `{"url": "http://api:80", "db": "db:5432"}` ; api, db
            """)
    void aHostInTheEnvironmentIsANeed(String name, String value, String expected) {
        Loaded loaded = web("environment: {\"" + name + "\": " + quoted(value) + "}");
        assertThat(edges(loaded, Certainty.INFERRED))
                .containsExactlyElementsOf(
                        expected.isEmpty()
                                ? List.of()
                                : Arrays.stream(expected.split(", ", -1))
                                        .map("web -> "::concat)
                                        .toList());
        assertThat(edges(loaded, Certainty.DECLARED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            POSTGRES_USER      ; db
            POSTGRES_DB        ; api
            DB_PASSWORD        ; db
            DB_TYPE            ; kafka1
            APP_NAME           ; api
            GREETING           ; the api and the db
            ADMIN_AUTH         ; admin:12345
            DB_IMAGE           ; db:1600
            DB_VERSION         ; db:16
            RANGE              ; db:99999
            A                  ; db:16
            HOSTNAME           ; api
            WEB_URL            ; http://web:80/
            WEB_HOST           ; frontend
            ALLOWED_HOSTS      ; api,admin
            CORS_ALLOWED       ; http://api:80
            KAFKA_ADVERTISED_LISTENERS ; PLAINTEXT://kafka1:9092
            NO_PROXY           ; db,api
            OAUTH_REDIRECT_URI ; http://admin:80/callback
            VIRTUAL_HOST       ; api
            DATA_URL           ; file://db/x
            BUCKET_URL         ; s3://api/x
            DOCKER_HOST        ; unix:///var/run/docker.sock
            A_HOST             ; ${DB:-}
            A_HOST             ; db${SUFFIX}
            URL                ; http://localhost:80/db
            URL                ; http://127.0.0.1/api
            URL                ; http://example.com/api
            URL                ; http://db.example.com/api
            URL                ; http://host.docker.internal:80/api
            """)
    void aNameThatIsNoHostIsNoNeed(String name, String value) {
        Loaded loaded = web("{hostname: frontend, environment: {\"" + name + "\": " + quoted(value) + "}}");
        assertThat(loaded.topology().dependencies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            command: ./wait-for-it.sh db:5432 -- run                ; db
            command: [dockerize, -wait, "tcp://db:5432", app]       ; db
            command: [app, --db-host, db]                           ; db
            command: [app, "--db-host=db", "--name=api"]            ; db
            command: [app, "--url", "http://api:80", admin]         ; api
            command: java -Ddb.host=db -Dname=api -jar app.jar      ; db
            `command: sh -c "until nc -z db 5432; do sleep 1; done"` ; db
            entrypoint: [sh, -c, "pg_isready -h db -U admin && app"] ; db
            entrypoint: ["/bin/nc", "-w", "api"]                    ; ``
            command: [app, --user, db, --listen, "kafka1:9092"]     ; ``
            command: [run, --advertise-addr, "http://api:80"]       ; ``
            command: [run, "--advertised.listeners=PLAINTEXT://api:80"] ; ``
            command: api db admin                                   ; ``
            command: DB_HOST=db ./run                               ; db
            """)
    void aHostInTheCommandIsANeed(String line, String expected) {
        Loaded loaded = web(line);
        assertThat(edges(loaded, Certainty.INFERRED))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of("web -> " + expected));
        assertThat(loaded.topology().dependencies())
                .allSatisfy(dependency -> assertThat(dependency.evidence())
                        .allSatisfy(evidence -> assertThat(evidence.rule()).isEqualTo("compose.command")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{DB_HOST: db}", "[DB_HOST=db]", "[\"DB_HOST=${DB:-db}\"]", "[DB_HOST]"})
    void environmentsAreListsOrMappings(String environment) {
        Loaded loaded = new ComposeFolder()
                .named("compose.yaml", "services:\n  web: {image: x, environment: " + environment + "}\n" + OTHERS)
                .beside(".env", "DB_HOST=db\n")
                .load();
        assertThat(edges(loaded, Certainty.INFERRED)).containsExactly("web -> db");
    }

    @Test
    void aVariableOfTheServiceCountsMoreThanItsFiles() {
        Loaded loaded = new ComposeFolder()
                .named("compose.yaml", """
                        services:
                          web:
                            image: x
                            env_file: [one.env, {path: two.env}, {path: raw.env, format: raw}, {path: no.env, required: false}]
                            environment: {C_HOST: api}
                        """ + OTHERS)
                .beside("one.env", "A_HOST=db\nC_HOST=admin\n")
                .beside("two.env", "A_HOST=kafka1\n")
                .beside("raw.env", "E_URL=http://kafka2:$PORT/'x\n")
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(edges(loaded, Certainty.INFERRED)).containsExactly("web -> api", "web -> kafka1", "web -> kafka2");
    }

    @Test
    void aMissingFileOfVariablesIsWorthKnowing() {
        Loaded loaded = web("env_file: gone.env");
        assertThat(ComposeFolder.problems(loaded)).containsExactly("compose-env-file-missing @ compose.yaml:3:15");
    }

    @Test
    void anAliasOfALinkIsAHostInsideItsServiceAlone() {
        Loaded loaded = ComposeFolder.read("""
                services:
                  web: {image: x, links: ["db:store"], environment: {S: "http://store:80"}}
                  other: {image: x, environment: {S_HOST: "store"}}
                """ + OTHERS);
        assertThat(edges(loaded, Certainty.DECLARED)).containsExactly("web -> db");
        assertThat(edges(loaded, Certainty.INFERRED)).isEmpty();
        assertThat(loaded.topology().dependencies().getFirst().evidence())
                .extracting(evidence -> evidence.rule())
                .containsExactlyInAnyOrder("compose.links", "compose.environment");
    }

    @Test
    void anExternalLinkIsNeitherAServiceNorDangling() {
        Loaded loaded = web("{external_links: [legacy_mysql_1:mysql, shop-db], environment: {MYSQL_HOST: mysql}}");
        assertThat(loaded.problems()).isEmpty();
        assertThat(services(loaded)).doesNotContain("mysql", "legacy_mysql_1");
        assertThat(loaded.topology().dependencies()).extracting(Dependency::to).containsExactly("db");
    }

    @Test
    void whatIsInferredDoesNotMakeAnOptionalDependencyRequired() {
        Loaded loaded = web("{depends_on: {db: {required: false}}, environment: {URL: 'postgresql://db/x'}}");
        assertThat(loaded.topology().dependencies()).singleElement().satisfies(dependency -> {
            assertThat(dependency.required()).isFalse();
            assertThat(dependency.protocol()).isEqualTo("postgresql");
            assertThat(dependency.evidence()).hasSize(2);
        });
    }

    @Test
    void whatOthersWaitForToEndIsAJobAndWhatComposeDoesNotRunIsExternal() {
        Loaded loaded = ComposeFolder.read("""
                services:
                  web: {image: x, depends_on: {migrate: {condition: service_completed_successfully}, llm: {}}}
                  migrate: {image: acme/migrations}
                  llm: {provider: {type: model}}
                """);
        assertThat(loaded.topology().service("migrate").orElseThrow().kind()).isEqualTo(ServiceKind.JOB);
        assertThat(loaded.topology().service("llm").orElseThrow().kind()).isEqualTo(ServiceKind.EXTERNAL);
    }

    @Test
    void hostileTextsEndSoon() {
        String long1 = "a".repeat(300_000);
        String open = "${A:-".repeat(60_000);
        assertTimeout(
                Duration.ofSeconds(10),
                () -> web("environment: {A: '" + long1 + "', B_HOST: '" + "a,".repeat(150_000) + "', C: '"
                        + "://".repeat(100_000) + "', D: '" + open + "', E: '" + "a=".repeat(150_000) + "', F: '"
                        + "a@tcp(".repeat(50_000) + "', G: '" + "a ".repeat(150_000) + "'}"));
        assertTimeout(
                Duration.ofSeconds(10),
                () -> web("command: '" + "nc -z ".repeat(50_000) + "'\n    healthcheck: {test: '"
                        + "http://[".repeat(50_000) + "'}"));
        assertTimeout(
                Duration.ofSeconds(10),
                () -> web("healthcheck: {test: 'curl " + "grpc_health_probe nc -a ".repeat(20_000) + "'}"));
    }

    private static Loaded web(String line) {
        return ComposeFolder.read("services:\n  web:\n    " + line + "\n" + OTHERS);
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
