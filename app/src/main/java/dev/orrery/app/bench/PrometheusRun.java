package dev.orrery.app.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Prometheus with its blackbox exporter, where both are installed, asking the same endpoints as often.
final class PrometheusRun {
    private static final String NAME = "Prometheus with its blackbox exporter";
    private static final Duration START = Duration.ofSeconds(20);
    private static final String SCRAPES = "prometheus_target_interval_length_seconds_count";

    private final ProbeCase what;
    private final Duration span;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private PrometheusRun(ProbeCase what, Duration span) {
        this.what = what;
        this.span = span;
    }

    static void run(ProbeCase what, Duration span, LocalFleet fleet, Report.Draft draft)
            throws IOException, InterruptedException {
        Optional<Path> prometheus = program("prometheus");
        Optional<Path> exporter = program("prometheus-blackbox-exporter").or(() -> program("blackbox_exporter"));
        if (prometheus.isEmpty() || exporter.isEmpty()) {
            draft.skip(NAME, "not installed");
            return;
        }
        Path folder = Files.createTempDirectory("orrery-bench-");
        try {
            new PrometheusRun(what, span).measure(prometheus.get(), exporter.get(), folder, fleet, draft);
        } finally {
            delete(folder);
        }
    }

    private void measure(Path prometheus, Path exporter, Path folder, LocalFleet fleet, Report.Draft draft)
            throws IOException, InterruptedException {
        int exporterPort = freePort();
        int prometheusPort = freePort();
        Path modules = folder.resolve("blackbox.yml");
        Files.writeString(
                modules, "modules:\n  http: {prober: http, timeout: 5s, http: {preferred_ip_protocol: ip4}}\n");
        Path config = folder.resolve("prometheus.yml");
        Files.writeString(config, config(fleet, exporterPort));
        List<Process> running = new ArrayList<>();
        try {
            running.add(start(
                    exporter.toString(),
                    "--config.file=" + modules,
                    "--web.listen-address=127.0.0.1:" + exporterPort,
                    "--log.level=error"));
            running.add(start(
                    prometheus.toString(),
                    "--config.file=" + config,
                    "--storage.tsdb.path=" + folder.resolve("data"),
                    "--web.listen-address=127.0.0.1:" + prometheusPort,
                    "--log.level=error"));
            String server = "http://127.0.0.1:" + prometheusPort;
            if (!isReady(server)) {
                draft.skip(NAME, "it did not start");
                return;
            }
            Thread.sleep(what.interval().multipliedBy(2));
            double before = scrapes(server);
            List<Duration> usedBefore =
                    running.stream().map(PrometheusRun::processor).toList();
            Thread.sleep(span);
            double probes = scrapes(server) - before;
            List<Duration> used = running.stream().map(PrometheusRun::processor).toList();
            if (probes < 1 || !answersWell(server)) {
                draft.skip(NAME, "its probes failed");
                return;
            }
            double exporterMicros = used.get(0).minus(usedBefore.get(0)).toNanos() / 1e3 / probes;
            double prometheusMicros = used.get(1).minus(usedBefore.get(1)).toNanos() / 1e3 / probes;
            add(draft, "probes", "1/s", probes / span.toSeconds());
            add(draft, "processor time a probe, exporter", "µs", exporterMicros);
            add(draft, "processor time a probe, Prometheus", "µs", prometheusMicros);
            add(draft, "processor time a probe", "µs", exporterMicros + prometheusMicros);
        } finally {
            running.forEach(PrometheusRun::end);
        }
    }

    private void add(Report.Draft draft, String metric, String unit, double value) {
        draft.add(NAME, what.subject(), metric, unit, Figures.of(value));
    }

    private String config(LocalFleet fleet, int exporterPort) {
        StringBuilder text = new StringBuilder("""
                global: {scrape_interval: %ds, scrape_timeout: %ds}
                scrape_configs:
                  - job_name: probe
                    metrics_path: /probe
                    params: {module: [http]}
                    relabel_configs:
                      - {source_labels: [__address__], target_label: __param_target}
                      - {source_labels: [__param_target], target_label: instance}
                      - {target_label: __address__, replacement: "127.0.0.1:%d"}
                    static_configs:
                      - targets:
                """.formatted(
                        what.interval().toSeconds(), Math.min(5, what.interval().toSeconds()), exporterPort));
        for (int i = 0; i < what.endpoints(); i++) {
            text.append("          - ").append(fleet.url(i, what.isMute(i))).append('\n');
        }
        return text.toString();
    }

    private boolean isReady(String server) throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (get(server + "/-/ready").statusCode() == 200) {
                    return true;
                }
            } catch (IOException notYet) {
                // It opens its port when it can.
            }
            Thread.sleep(100);
        }
        return false;
    }

    private double scrapes(String server) throws IOException, InterruptedException {
        return get(server + "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(SCRAPES))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// Whether nearly all endpoints were seen to answer.
    private boolean answersWell(String server) throws IOException, InterruptedException {
        String body = get(server + "/api/v1/query?query=sum(probe_success)%3E" + what.endpoints() * 9 / 10)
                .body();
        return body.contains("\"value\"");
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Duration processor(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Path> program(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
