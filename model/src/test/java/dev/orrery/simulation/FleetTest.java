package dev.orrery.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.simulation.Fleet.Ports;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FleetTest {
    private static final SourceLocation HERE = new SourceLocation("test.yaml", 1, 1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Service> services = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private @Nullable Fleet fleet;

    @AfterEach
    void close() throws IOException {
        if (fleet != null) {
            fleet.close();
        }
        client.shutdownNow();
    }

    @Test
    void everyServiceHasAnOriginOfItsOwnAndIsWell() throws Exception {
        shop();
        Fleet running = start(Duration.ZERO);

        assertThat(running.urls().values().stream().map(URI::getAuthority)).doesNotHaveDuplicates();
        assertThat(running.urls()).containsOnlyKeys("db", "mail", "orders", "users", "web");
        for (String service : running.urls().keySet()) {
            assertThat(ask(service).statusCode()).as(service).isEqualTo(200);
        }
    }

    @Test
    void veryManySharePortsAndAreStillToldApart() throws Exception {
        for (int i = 0; i <= Fleet.OWN_PORTS; i++) {
            service("app/%03d".formatted(i), ServiceKind.SERVICE, "Java, Spring Boot");
        }
        needs("app/001", "app/000", DependencyKind.SYNC, true);
        Fleet running = start(Duration.ZERO);

        assertThat(running.urls()).hasSize(Fleet.OWN_PORTS + 1);
        assertThat(running.urls().values()).doesNotHaveDuplicates();
        assertThat(running.urls().values().stream().map(URI::getPort).distinct())
                .hasSizeLessThanOrEqualTo(16);
        assertThat(url("app/007").getPath()).endsWith("/actuator/health");
        assertThat(ask("app/000").statusCode()).isEqualTo(200);

        running.inject("app/000", new Fault.Down());
        assertThatThrownBy(() -> ask("app/000")).isInstanceOf(IOException.class);
        assertThat(ask("app/001").statusCode())
                .as("it needs the one that is down")
                .isEqualTo(503);
        assertThat(ask("app/016").statusCode()).as("it shares the port").isEqualTo(200);

        running.heal("app/000");
        assertThat(ask("app/000").statusCode()).isEqualTo(200);
    }

    @Test
    void eachAnswersInTheFormatOfItsTechnology() throws Exception {
        shop();
        start(Duration.ZERO);

        assertThat(ask("orders").headers().firstValue("Content-Type"))
                .contains("application/vnd.spring-boot.actuator.v3+json");
        assertThat(ask("orders").body())
                .isEqualTo("{\"status\":\"UP\",\"components\":{\"db\":{\"status\":\"UP\"},\"mail\":{\"status\":\"UP\"},"
                        + "\"ping\":{\"status\":\"UP\"}}}");
        assertThat(ask("users").body())
                .isEqualTo("{\"status\":\"UP\",\"checks\":[{\"name\":\"db\",\"status\":\"UP\"}]}");
        assertThat(ask("web").headers().firstValue("Content-Type")).contains("application/health+json");
        assertThat(ask("web").body()).contains("\"orders:connectivity\":[{\"componentType\":\"component\"");
        assertThat(ask("db").body()).isEqualTo("Healthy");
    }

    @Test
    void theTopologyThatIsAskedPointsAtTheFleetAndKeepsThePath() throws Exception {
        shop();
        Fleet running = start(Duration.ZERO);

        Topology asked = running.redirect(topology(), Duration.ofSeconds(2));
        HealthCheck declared = asked.service("web").orElseThrow().healthChecks().getFirst();
        assertThat(declared.url())
                .isEqualTo("http://127.0.0.1:" + port("web") + "/live?full=1")
                .isEqualTo(url("web").toString());
        assertThat(declared.interval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(declared.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(asked.service("orders").orElseThrow().healthChecks())
                .extracting(HealthCheck::url)
                .containsExactly("http://127.0.0.1:" + port("orders") + "/actuator/health");
        assertThat(asked.service("bank").orElseThrow().healthChecks()).isEmpty();
        assertThat(asked.dependencies()).isEqualTo(running.topology().dependencies());
    }

    @Test
    void downRefusesConnectionsAndStopsAllThatCannotDoWithout() throws Exception {
        shop();
        Fleet running = start(Duration.ZERO);
        int before = port("db");

        running.inject("db", new Fault.Down());

        assertThatThrownBy(() -> ask("db")).isInstanceOf(ConnectException.class);
        assertThat(ask("orders").statusCode()).isEqualTo(503);
        assertThat(ask("orders").body())
                .startsWith("{\"status\":\"DOWN\",\"components\":{\"db\":{\"status\":\"DOWN\",\"details\":"
                        + "{\"error\":\"connection refused\"}}");
        assertThat(ask("web").statusCode()).isEqualTo(503);
        assertThat(ask("web").body()).contains("\"status\":\"fail\"").contains("\"output\":\"answers 503\"");
        assertThat(ask("mail").statusCode()).isEqualTo(200);

        running.heal("db");

        assertThat(port("db")).isEqualTo(before);
        for (String service : running.urls().keySet()) {
            assertThat(ask(service).statusCode()).as(service).isEqualTo(200);
        }
    }

    @Test
    void whatIsOptionalOrAsynchronousOnlyDegrades() throws Exception {
        shop();
        start(Duration.ZERO).inject("mail", new Fault.Down());

        assertThat(ask("orders").statusCode()).isEqualTo(200);
        assertThat(ask("orders").body()).startsWith("{\"status\":\"DEGRADED\"");
        assertThat(ask("web").body()).startsWith("{\"status\":\"pass\"");
    }

    @Test
    void degradedSaysSoAndHurtsNobodyElse() throws Exception {
        shop();
        Fleet running = start(Duration.ZERO);
        running.inject("db", new Fault.Degraded());
        running.inject("web", new Fault.Degraded());

        assertThat(ask("db").body()).isEqualTo("Degraded");
        assertThat(ask("web").body()).startsWith("{\"status\":\"warn\"");
        assertThat(ask("orders").body()).startsWith("{\"status\":\"UP\"");
    }

    @Test
    void aCircleOfServicesIsWellUntilOneOfThemFails() throws Exception {
        service("a", ServiceKind.SERVICE, "Spring Boot");
        service("b", ServiceKind.SERVICE, "Spring Boot");
        needs("a", "b", DependencyKind.SYNC, true);
        needs("b", "a", DependencyKind.SYNC, true);
        Fleet running = start(Duration.ZERO);

        assertThat(ask("a").statusCode()).isEqualTo(200);
        running.inject("a", new Fault.Down());
        assertThat(ask("b").statusCode()).isEqualTo(503);
        running.heal("a");
        assertThat(ask("a").statusCode()).isEqualTo(200);
        assertThat(ask("b").statusCode()).isEqualTo(200);
    }

    @Test
    void aFailureSpreadsOneHopAtATime() throws Exception {
        shop();
        Fleet running = start(Duration.ofSeconds(1));
        running.inject("db", new Fault.Down());

        assertThat(ask("orders").statusCode()).isEqualTo(200);
        now = now.plusSeconds(1);
        assertThat(ask("orders").statusCode()).isEqualTo(503);
        assertThat(ask("web").statusCode()).isEqualTo(200);
        now = now.plusSeconds(1);
        assertThat(ask("web").statusCode()).isEqualTo(503);
    }

    @Test
    void flappingFailsInTheFirstHalfOfEveryPeriod() throws Exception {
        shop();
        start(Duration.ZERO).inject("users", new Fault.Flap(Duration.ofSeconds(10)));

        assertThat(ask("users").statusCode()).isEqualTo(503);
        now = now.plusSeconds(5);
        assertThat(ask("users").statusCode()).isEqualTo(200);
        now = now.plusSeconds(5);
        assertThat(ask("users").statusCode()).isEqualTo(503);
    }

    @Test
    void slowAnswersLaterAndStaysWell() throws Exception {
        shop();
        start(Duration.ZERO).inject("web", new Fault.Slow(Duration.ofMillis(80)));

        long before = System.nanoTime();
        assertThat(ask("web").statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(80_000_000);
    }

    @Test
    void hangingTakesTheConnectionAndAnswersNothingUntilItIsHealed() throws Exception {
        shop();
        Fleet running = start(Duration.ZERO);
        running.inject("web", new Fault.Hang());

        HttpRequest impatient = HttpRequest.newBuilder(url("web"))
                .timeout(Duration.ofMillis(300))
                .build();
        assertThatThrownBy(() -> client.send(impatient, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);

        running.heal("web");
        assertThat(ask("web").statusCode()).isEqualTo(200);
    }

    @Test
    void closingEndsHangingAnswersAndLeavesNoThread() throws Exception {
        shop();
        Fleet running = start(Duration.ZERO);
        running.inject("web", new Fault.Hang());
        running.inject("db", new Fault.Down());
        CompletableFuture<HttpResponse<String>> asked =
                client.sendAsync(HttpRequest.newBuilder(url("web")).build(), HttpResponse.BodyHandlers.ofString());
        int port = port("orders");

        running.close();

        assertThatThrownBy(() -> asked.orTimeout(10, TimeUnit.SECONDS).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IOException.class);
        List<Thread> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("HTTP-Dispatcher")
                        || thread.getName().contains("idle-timeout"))
                .toList();
        for (Thread thread : left) {
            thread.join(10_000);
        }
        assertThat(left).noneMatch(Thread::isAlive);
        try (ServerSocket again = new ServerSocket(port)) {
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void anAnswerNeverWaitsForWhoeverChangesTheFleet() throws Exception {
        shop();
        Fleet running = start(Duration.ZERO);

        synchronized (running) {
            assertThat(ask("web").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void declaredPortsOfThisComputerAreListenedOnWhereAskedFor() throws Exception {
        int free;
        try (ServerSocket any = new ServerSocket(0)) {
            free = any.getLocalPort();
        }
        services.add(Service.of("a", ServiceKind.SERVICE, HERE)
                .withHealthChecks(List.of(check("http://localhost:" + free + "/health"))));
        services.add(Service.of("b", ServiceKind.SERVICE, HERE)
                .withHealthChecks(List.of(check("http://example.org:" + free + "/health"))));
        Fleet running = Fleet.start(topology(), Ports.DECLARED, () -> now);
        fleet = running;

        assertThat(running.urls().get("a")).isEqualTo(URI.create("http://127.0.0.1:" + free + "/health"));
        assertThat(port("b")).isNotEqualTo(free);
    }

    @Test
    void aPortThatSomebodyElseHasIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            services.add(Service.of("a", ServiceKind.SERVICE, HERE)
                    .withHealthChecks(List.of(check("http://localhost:" + taken.getLocalPort() + "/"))));
            assertThatThrownBy(() -> Fleet.start(topology(), Ports.DECLARED, () -> now))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " of a");
        }
    }

    @Test
    void onlySimulatedServicesHaveFaults() throws Exception {
        shop();
        Fleet running = start(Duration.ZERO);
        assertThatThrownBy(() -> running.inject("bank", new Fault.Down()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bank");
        running.inject("db", new Fault.Down());
        assertThat(running.faults()).isEqualTo(Map.of("db", new Fault.Down()));
    }

    private void shop() {
        service("web", ServiceKind.WEB, "Node.js", "http://localhost:9000/live?full=1");
        service("orders", ServiceKind.SERVICE, "Java, Spring Boot");
        service("users", ServiceKind.SERVICE, "Java, Quarkus");
        service("db", ServiceKind.DATABASE, "PostgreSQL");
        service("mail", ServiceKind.QUEUE, "RabbitMQ");
        service("bank", ServiceKind.EXTERNAL, "HTTPS");
        needs("web", "orders", DependencyKind.SYNC, true);
        needs("web", "users", DependencyKind.SYNC, true);
        needs("orders", "db", DependencyKind.DATA, true);
        needs("orders", "mail", DependencyKind.ASYNC, true);
        needs("users", "db", DependencyKind.DATA, true);
    }

    private void service(String id, ServiceKind kind, String technology, String... urls) {
        Service bare = Service.of(id, kind, HERE);
        services.add(new Service(
                id,
                id,
                kind,
                null,
                null,
                technology,
                bare.tags(),
                bare.links(),
                List.of(urls).stream().map(FleetTest::check).collect(Collectors.toList()),
                bare.owns(),
                bare.provides(),
                bare.releases(),
                true,
                Set.of(),
                List.of(HERE)));
    }

    private void needs(String from, String to, DependencyKind kind, boolean required) {
        dependencies.add(new Dependency(
                from, to, kind, required, null, null, List.of(new Evidence(Certainty.DECLARED, "test", HERE)), false));
    }

    private static HealthCheck check(String url) {
        return new HealthCheck(url, Duration.ofSeconds(15), Duration.ofSeconds(5), null, HERE);
    }

    private Topology topology() {
        return new Topology("shop", services, dependencies, List.of());
    }

    private Fleet start(Duration hop) throws IOException {
        Fleet started = Fleet.start(topology(), Ports.FREE, hop, () -> now);
        fleet = started;
        return started;
    }

    private URI url(String service) {
        if (fleet == null) {
            throw new IllegalStateException("no fleet was started");
        }
        URI url = fleet.urls().get(service);
        if (url == null) {
            throw new IllegalStateException("not simulated: " + service);
        }
        return url;
    }

    private int port(String service) {
        return url(service).getPort();
    }

    private HttpResponse<String> ask(String service) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(url(service))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
