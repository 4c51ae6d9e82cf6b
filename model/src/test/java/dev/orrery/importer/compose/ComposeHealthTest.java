package dev.orrery.importer.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.topology.HealthCheck;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeHealthTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            ["5432:5433"]         ; nc -z localhost 5433                                  ; tcp://localhost:5432
            ["5432:5433"]         ; [CMD-SHELL, "nc -zv -w3 127.0.0.1 5433 || exit 1"]    ; tcp://localhost:5432
            ["5432:5433"]         ; [CMD-SHELL, "</dev/tcp/localhost/5433"]               ; tcp://localhost:5432
            ["9000:50051"]        ; [CMD, grpc_health_probe, "-addr=:50051"]              ; grpc://localhost:9000
            ["9000:50051"]        ; [CMD, /bin/grpc_health_probe, "-addr=localhost:50051"] ; grpc://localhost:9000
            ["80:8080"]           ; curl -f http://$$HOSTNAME:8080/up                     ; http://localhost:80/up
            ["80:8080"]           ; [CMD-SHELL, "curl -f http://$$(hostname):8080/up"]    ; http://localhost:80/up
            ["80:8080"]           ; curl -f http://shop:8080/up                           ; http://localhost:80/up
            ["80:8080"]           ; wget --spider http://inner:8080                       ; http://localhost:80
            [{target: 8080, published: 80, host_ip: "fd00::7"}] ; curl http://localhost:8080/ ; http://[fd00::7]:80/
            ["[fd00::7]:80:8080"] ; curl http://localhost:8080/                           ; http://[fd00::7]:80/
            ["[::]:80:8080"]      ; curl http://[::1]:8080/                               ; http://localhost:80/
            [{target: 8080, published: "80", protocol: tcp, mode: host}] ; curl http://0.0.0.0:8080 ; http://localhost:80
            ["8000-8002:9000-9002"] ; curl http://localhost:9002/x                        ; http://localhost:8002/x
            ["80:8080"]           ; [CMD, pg_isready, -h, localhost]                      ; ``
            ["80:8080"]           ; [NONE]                                                ; ``
            """)
    void asksFromOutsideWhatTheTestAsksInside(String ports, String test, String url) {
        String written = test.startsWith("[") ? test : "'" + test + "'";
        Loaded loaded = ComposeFolder.read("""
                services:
                  web:
                    hostname: inner
                    networks: {back: {aliases: [shop]}}
                    ports: %s
                    healthcheck: {test: %s}
                """.formatted(ports, written));
        assertThat(loaded.topology().services().getFirst().healthChecks())
                .extracting(HealthCheck::url)
                .isEqualTo(url.isEmpty() ? List.of() : List.of(url));
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void aServiceInTheNetworkOfAnotherIsReachedByTheOthersPorts() {
        Loaded loaded = ComposeFolder.read("""
                services:
                  app: {image: x, network_mode: "service:proxy", healthcheck: {test: curl http://localhost:8080/up}}
                  proxy: {image: x, network_mode: "service:vpn"}
                  vpn: {image: x, ports: ["9090:8080"]}
                  host: {image: x, network_mode: host, healthcheck: {test: curl http://localhost:8081/up}}
                  one: {image: x, network_mode: "service:two", healthcheck: {test: curl http://localhost:8080/up}}
                  two: {image: x, network_mode: "service:one"}
                """);
        assertThat(url(loaded, "app")).isEqualTo("http://localhost:9090/up");
        assertThat(url(loaded, "host")).isEqualTo("http://localhost:8081/up");
        assertThat(loaded.topology().service("one").orElseThrow().healthChecks())
                .isEmpty();
    }

    @Test
    void aDisabledCheckIsNone() {
        Loaded loaded = ComposeFolder.read("""
                services:
                  web: {ports: ["80:80"], healthcheck: {disable: true, test: curl http://localhost/}}
                """);
        assertThat(loaded.topology().services().getFirst().healthChecks()).isEmpty();
    }

    private static String url(Loaded loaded, String id) {
        return loaded.topology()
                .service(id)
                .orElseThrow()
                .healthChecks()
                .getFirst()
                .url();
    }
}
