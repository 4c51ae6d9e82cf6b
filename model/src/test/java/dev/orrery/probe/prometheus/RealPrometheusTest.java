package dev.orrery.probe.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Installed;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.Expectation;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.HealthRequest;
import dev.orrery.topology.Measured;
import dev.orrery.topology.SourceLocation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real Prometheus with blackbox exporter and Alertmanager, started here where they are installed.
class RealPrometheusTest {
    private static final long PATIENCE = Duration.ofSeconds(25).toNanos();
    private static final SourceLocation HERE = SourceLocation.startOf("shop.yaml");

    @TempDir
    private Path folder;

    private Installed installed = new Installed(Path.of(""));
    private final MockWebServer service = new MockWebServer();
    private int prometheus;
    private int alertmanager;
    private int nobody;

    @BeforeEach
    void start() throws IOException {
        installed = new Installed(folder);
        Path server = Installed.program("prometheus");
        Path exporter = Installed.program("prometheus-blackbox-exporter");
        Path alerts = Installed.program("prometheus-alertmanager");
        service.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .addHeader("Content-Type", "text/plain; version=0.0.4")
                        .body("# TYPE x gauge\nx 1\n")
                        .build();
            }
        });
        service.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        int probing = Installed.freePort();
        prometheus = Installed.freePort();
        alertmanager = Installed.freePort();
        nobody = Installed.freePort();
        installed.write(
                "blackbox.yml", "modules: {plain: {prober: http, timeout: 1s, http: {preferred_ip_protocol: ip4}}}\n");
        installed.write("alertmanager.yml", "route: {receiver: none}\nreceivers: [{name: none}]\n");
        installed.write("rules.yml", """
                groups:
                  - name: shop
                    rules:
                      - alert: CartFails
                        expr: probe_success == 0
                        for: 0s
                        labels: {severity: critical}
                """);
        installed.write("prometheus.yml", """
                global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
                rule_files: [rules.yml]
                scrape_configs:
                  - job_name: blackbox
                    metrics_path: /probe
                    params: {module: [plain]}
                    static_configs: [{targets: ["%1$s", "%2$s"]}]
                    relabel_configs:
                      - {source_labels: [__address__], target_label: __param_target}
                      - {source_labels: [__param_target], target_label: instance}
                      - {target_label: __address__, replacement: "127.0.0.1:%3$d"}
                  - job_name: feed
                    static_configs: [{targets: ["127.0.0.2:%4$d"]}]
                  - job_name: stock
                    static_configs: [{targets: ["127.0.0.1:%5$d"]}]
                    relabel_configs: [{target_label: instance, replacement: stock-1}]
                """.formatted(shopUrl(), cartUrl(), probing, nobody, service.getPort()));
        installed.run(exporter, "--config.file=blackbox.yml", "--web.listen-address=127.0.0.1:" + probing);
        installed.run(
                alerts,
                "--config.file=alertmanager.yml",
                "--storage.path=alerts",
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + alertmanager);
        installed.run(
                server,
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=data",
                "--web.listen-address=127.0.0.1:" + prometheus);
    }

    @AfterEach
    void stop() {
        installed.close();
        service.close();
    }

    @Test
    void whatItMeasuresIsWhatIsShown() throws IOException, InterruptedException {
        ProbeTarget shop = target("shop", byNames(shopUrl(), null));
        Observation up = await(shop, answer -> answer.verdict() == Verdict.PASS);
        assertThat(up.reason().text()).isEqualTo("From Prometheus at 127.0.0.1:" + prometheus + ": its probe succeeds");
        assertThat(up.isTimed()).isTrue();

        ProbeTarget cart = target("cart", byNames(cartUrl(), null));
        Observation down = await(
                cart,
                answer -> answer.verdict() == Verdict.FAIL && names(answer).size() == 2);
        assertThat(down.reason().text()).endsWith("its probe fails");
        assertThat(names(down)).containsExactly("probe_success", "alert CartFails (critical)");

        assertThat(await(target("feed", Measured.byNames(List.of())), answer -> answer.verdict() == Verdict.FAIL)
                        .reason()
                        .text())
                .endsWith("its metrics cannot be read");
        assertThat(await(target("stock", Measured.byNames(List.of())), answer -> answer.verdict() == Verdict.PASS)
                        .reason()
                        .text())
                .endsWith("its metrics can be read");
        Measured own = new Measured("max(up{job=\"stock\"})", false, null, new TreeSet<>(), List.of());
        assertThat(await(target("own", own), answer -> answer.verdict() == Verdict.PASS)
                        .reason()
                        .code())
                .isEqualTo("prometheus-pass");
        Measured wrong = new Measured("max(up", false, null, new TreeSet<>(), List.of());
        assertThat(await(target("own", wrong), answer -> answer.verdict() == Verdict.NONE)
                        .reason()
                        .text())
                .contains("parse error");

        post("""
                [{"labels": {"alertname": "StockLow", "service": "shop", "severity": "warning"},
                  "annotations": {"summary": "Three left"}}]
                """);
        ProbeTarget alerted = target("shop", byNames(shopUrl(), "http://127.0.0.1:" + alertmanager));
        Observation warned = await(alerted, answer -> answer.verdict() == Verdict.WARN);
        assertThat(warned.reason().text()).endsWith("alert StockLow (warning)");
        assertThat(warned.components().getLast().detail()).isEqualTo("Three left");
    }

    private static List<String> names(Observation answer) {
        return answer.components().stream().map(ComponentHealth::name).toList();
    }

    /// Asks until it is so.
    private Observation await(ProbeTarget target, Predicate<Observation> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        Trust trust = Trust.of(target.origins());
        while (true) {
            PrometheusProbe probe = new PrometheusProbe(
                    () -> trust,
                    host -> List.of(InetAddress.getByName(host)),
                    Secrets.NONE,
                    InstantSource.system(),
                    "Orrery/test",
                    Tls.ofThePlatform());
            probe.prepare(List.of(target));
            Observation answer = probe.ask(target);
            if (wanted.test(answer)) {
                return answer;
            }
            assertThat(System.nanoTime()).as("the last answer was %s", answer).isLessThan(deadline);
            // Nothing tells when the next sample is taken but asking again, or the end of the server.
            assertThat(installed.goesOn()).isTrue();
        }
    }

    private void post(String alert) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI url = URI.create("http://127.0.0.1:" + alertmanager + "/api/v2/alerts");
            HttpRequest request = HttpRequest.newBuilder(url)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(alert))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private String shopUrl() {
        return "http://127.0.0.1:" + service.getPort() + "/health";
    }

    private String cartUrl() {
        return "http://127.0.0.1:" + nobody + "/health";
    }

    private static Measured byNames(String url, @Nullable String alertmanager) {
        HealthCheck declared = new HealthCheck(url, Duration.ofSeconds(15), Duration.ofSeconds(5), null, HERE);
        return new Measured(null, true, alertmanager, new TreeSet<>(), List.of(declared));
    }

    private ProbeTarget target(String service, Measured measured) {
        return new ProbeTarget(
                new CheckId(service, 0),
                new HealthCheck(
                        Origin.of("http://127.0.0.1:" + prometheus)
                                .orElseThrow()
                                .toString(),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        null,
                        Expectation.NONE,
                        new HealthRequest(new TreeMap<>(), false, measured),
                        HERE));
    }
}
