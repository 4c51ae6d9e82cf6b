package dev.orrery.probe.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.probe.Installed;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.ObservedCall;
import dev.orrery.topology.PrometheusRule;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real Prometheus that scrapes what Tempo and Istio would count, started here where it is installed.
class RealCallsTest {
    private static final long PATIENCE = Duration.ofSeconds(40).toNanos();
    private static final SourceLocation HERE = SourceLocation.startOf("shop.yaml");
    private static final Duration SHORT = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private final MockWebServer counters = new MockWebServer();
    private final AtomicInteger scrapes = new AtomicInteger();
    private Installed installed = new Installed(Path.of(""));
    private String url = "";

    /// Whether shop goes on calling cart, and from when on cart has called stock, once.
    private volatile boolean grows = true;

    private volatile boolean late;

    @BeforeEach
    void start() throws IOException {
        Path server = Installed.program("prometheus");
        installed = new Installed(folder);
        counters.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .addHeader("Content-Type", "text/plain; version=0.0.4")
                        .body(counted(grows ? scrapes.incrementAndGet() : scrapes.get()))
                        .build();
            }
        });
        counters.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        int port = Installed.freePort();
        url = "http://127.0.0.1:" + port;
        installed.write("prometheus.yml", """
                global: {scrape_interval: 250ms, scrape_timeout: 250ms}
                scrape_configs:
                  - job_name: traffic
                    static_configs: [{targets: ["127.0.0.1:%d"]}]
                """.formatted(counters.getPort()));
        installed.run(
                server,
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=data",
                "--web.listen-address=127.0.0.1:" + port);
    }

    @AfterEach
    void stop() {
        installed.close();
        counters.close();
    }

    private String counted(int calls) {
        return """
                # TYPE traces_service_graph_request_total counter
                traces_service_graph_request_total{client="shop",server="cart",connection_type=""} %1$d
                traces_service_graph_request_total{client="cart",server="mail",connection_type="messaging_system"} 1
                traces_service_graph_request_total{client="shop",server="mail",connection_type=""} 0
                traces_service_graph_request_total{client="user",server="shop",connection_type="virtual_node"} %1$d
                # TYPE istio_requests_total counter
                istio_requests_total{reporter="source",source_workload="shop",source_workload_namespace="web",\
                source_canonical_service="shop",destination_workload="cart-v2",destination_workload_namespace="web",\
                destination_canonical_service="cart",response_code="200"} %1$d
                istio_requests_total{reporter="destination",source_workload="shop",source_workload_namespace="web",\
                source_canonical_service="shop",destination_workload="cart-v2",destination_workload_namespace="web",\
                destination_canonical_service="cart",response_code="503"} %1$d
                istio_requests_total{reporter="destination",source_workload="unknown",\
                source_workload_namespace="unknown",source_canonical_service="unknown",destination_workload="shop",\
                destination_workload_namespace="web",destination_canonical_service="shop",response_code="200"} %1$d
                """.formatted(calls)
                + (late ? "traces_service_graph_request_total{client=\"cart\",server=\"stock\"} 1\n" : "");
    }

    @Test
    void whatTempoAndIstioCountIsSeenAndNothingElse() throws InterruptedException {
        ObservedCalls.Seen seen = await(ObservedCalls.WINDOW, calls -> calls.size() == 3);

        assertThat(seen.calls())
                .extracting(call ->
                        call.from() + " " + call.to() + " " + call.evidence().rule() + " " + call.kind())
                .containsExactly(
                        "cart mail prometheus.tempo-service-graph " + DependencyKind.ASYNC,
                        "shop cart prometheus.istio null",
                        "shop cart prometheus.tempo-service-graph null");
        assertThat(seen.calls())
                .allSatisfy(call -> assertThat(call.evidence().source()).hasToString(url));
    }

    @Test
    void aCounterThatStandsStillIsSeenNoLongerThanTheWindow() throws InterruptedException {
        await(SHORT, calls -> calls.contains("shop cart"));
        // What was counted before the server began to look is told for one window.
        await(SHORT, calls -> !calls.contains("cart mail") && calls.contains("shop cart"));

        grows = false;
        await(SHORT, Set::isEmpty);
        late = true;
        await(SHORT, calls -> calls.equals(Set.of("cart stock")));
        await(SHORT, Set::isEmpty);
        grows = true;
        await(SHORT, calls -> calls.equals(Set.of("shop cart")));
    }

    /// Asks until it is so.
    private ObservedCalls.Seen await(Duration window, Predicate<Set<String>> wanted) throws InterruptedException {
        Topology topology = new Topology(
                "Shop",
                Stream.of("cart", "mail", "shop", "stock")
                        .map(id -> Service.of(id, ServiceKind.SERVICE, HERE))
                        .toList(),
                List.of(),
                List.of());
        Topology covered = PrometheusRule.of(url, HERE).cover(topology);
        Trust trust = Trust.of(Origin.of(covered));
        ObservedCalls calls = new ObservedCalls(
                () -> trust,
                host -> List.of(InetAddress.getByName(host)),
                Secrets.NONE,
                InstantSource.system(),
                "Orrery/test",
                Tls.ofThePlatform(),
                window);
        long deadline = System.nanoTime() + PATIENCE;
        while (true) {
            ObservedCalls.Seen seen = calls.of(covered);
            Set<String> pairs = window.equals(SHORT) ? pairs(seen) : rules(seen);
            if (seen.silent().isEmpty() && wanted.test(pairs)) {
                return seen;
            }
            assertThat(System.nanoTime()).as("last seen: %s", seen).isLessThan(deadline);
            assertThat(installed.goesOn()).isTrue();
        }
    }

    private static Set<String> pairs(ObservedCalls.Seen seen) {
        return seen.calls().stream()
                .map(call -> call.from() + " " + call.to())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rules(ObservedCalls.Seen seen) {
        return seen.calls().stream().map(ObservedCall::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
