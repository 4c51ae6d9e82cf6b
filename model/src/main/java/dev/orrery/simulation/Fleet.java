package dev.orrery.simulation;

import com.sun.net.httpserver.HttpExchange;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A local endpoint for every service of a topology, external ones without a check excepted. Each has a port of
/// 127.0.0.1 to itself and answers at every path; where they are very many they share a few ports, and each answers
/// below a path of its own. Faults may be injected and healed at any time, from any thread.
public final class Fleet implements AutoCloseable {
    /// Which ports to listen on.
    public enum Ports {
        /// Any that are free.
        FREE,
        /// Those of the declared checks where they are of this computer and no other service has them; else free ones.
        DECLARED
    }

    private static final Duration HOP = Duration.ZERO;

    /// Each listening port costs a thread and several file descriptors.
    static final int OWN_PORTS = 200;
    /// So many that short connections do not use up the ports at the other end.
    private static final int SHARED_PORTS = 16;

    private final Topology original;
    private final Condition.Leaning leaning;
    private final InstantSource clock;
    private final Duration hop;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final SortedMap<String, Endpoint> endpoints = new TreeMap<>();
    private final Map<String, Condition.Active> faults = new ConcurrentHashMap<>();
    /// Opened when the fault that makes answers wait ends. Answers read it without the fleet's lock: `close` holds that
    /// while it waits for them.
    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
    /// The services that share ports, by the first part of their paths; empty where each has its own.
    private final Map<String, Service> sharing = new HashMap<>();

    private Fleet(Topology topology, InstantSource clock, Duration hop) {
        this.original = topology;
        this.leaning = Condition.Leaning.of(topology);
        this.clock = clock;
        this.hop = hop;
    }

    /// A fleet in which a failure reaches everyone at once.
    ///
    /// @throws IOException where a port cannot be listened on; it names the service and the port
    public static Fleet start(Topology topology, Ports ports, InstantSource clock) throws IOException {
        return start(topology, ports, HOP, clock);
    }

    /// @param hop how long a service goes on after one that it cannot do without has failed
    public static Fleet start(Topology topology, Ports ports, Duration hop, InstantSource clock) throws IOException {
        Fleet fleet = new Fleet(topology, clock, hop);
        try {
            List<Service> simulated =
                    topology.services().stream().filter(Fleet::isSimulated).toList();
            if (simulated.size() > OWN_PORTS) {
                fleet.share(simulated);
            } else {
                for (Service service : simulated) {
                    fleet.open(service, ports);
                }
            }
            return fleet;
        } catch (IOException | RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    /// Where each service is asked, by id.
    public SortedMap<String, URI> urls() {
        SortedMap<String, URI> urls = new TreeMap<>();
        for (String id : endpoints.keySet()) {
            Service service = original.service(id).orElseThrow();
            urls.put(id, URI.create(url(service, Targets.pathOf(service))));
        }
        return Collections.unmodifiableSortedMap(urls);
    }

    /// The same topology, asked at this fleet.
    public Topology topology() {
        return rewritten(original, null);
    }

    /// A topology, perhaps an edited one, in which services that this fleet simulates are asked here, at this interval
    /// and with a timeout that is no longer.
    public Topology redirect(Topology topology, Duration interval) {
        return rewritten(topology, interval);
    }

    /// The faults that are active, by service.
    public SortedMap<String, Fault> faults() {
        SortedMap<String, Fault> active = new TreeMap<>();
        faults.forEach((service, fault) -> active.put(service, fault.fault()));
        return active;
    }

    /// Begins a fault, in place of one that the service has.
    ///
    /// @throws IllegalArgumentException where the service is not simulated
    public synchronized void inject(String service, Fault fault) throws IOException {
        Endpoint endpoint = endpoint(service);
        heal(service);
        if (fault instanceof Fault.Slow || fault instanceof Fault.Hang) {
            waiting.put(service, new CountDownLatch(1));
        }
        faults.put(service, new Condition.Active(fault, clock.instant()));
        if (fault instanceof Fault.Down && sharing.isEmpty()) {
            endpoint.refuse();
        }
    }

    /// Ends the service's fault, if it has one.
    public synchronized void heal(String service) throws IOException {
        Endpoint endpoint = endpoint(service);
        faults.remove(service);
        CountDownLatch latch = waiting.remove(service);
        if (latch != null) {
            latch.countDown();
        }
        endpoint.listen();
    }

    /// Stops listening and ends every answer under way; no thread is left.
    @Override
    public synchronized void close() throws IOException {
        waiting.values().forEach(CountDownLatch::countDown);
        IOException failure = null;
        for (Endpoint endpoint : Set.copyOf(endpoints.values())) {
            try {
                endpoint.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        executor.shutdownNow();
        executor.close();
        if (failure != null) {
            throw failure;
        }
    }

    private static boolean isSimulated(Service service) {
        return service.kind() != ServiceKind.EXTERNAL || !service.healthChecks().isEmpty();
    }

    private void open(Service service, Ports ports) throws IOException {
        int port = ports == Ports.DECLARED ? Targets.declaredPort(service) : 0;
        boolean taken = endpoints.values().stream().anyMatch(other -> other.port() == port);
        try {
            endpoints.put(
                    service.id(), new Endpoint(taken ? 0 : port, executor, exchange -> answer(service, exchange)));
        } catch (IOException e) {
            throw new IOException("port " + port + " of " + service.id() + ": " + e.getMessage(), e);
        }
    }

    private void share(List<Service> simulated) throws IOException {
        List<Endpoint> shared = new ArrayList<>();
        for (int at = 0; at < simulated.size(); at++) {
            if (at < SHARED_PORTS) {
                shared.add(new Endpoint(0, executor, this::answerShared));
            }
            Service service = simulated.get(at);
            sharing.put(segment(service), service);
            endpoints.put(service.id(), shared.get(at % SHARED_PORTS));
        }
    }

    /// The first part of the path of a service that shares its port.
    private static String segment(Service service) {
        return URLEncoder.encode(service.id(), StandardCharsets.UTF_8);
    }

    /// Of a service that is down one sees that the connection ends without an answer.
    private void answerShared(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        int end = path.indexOf('/', 1);
        Service service = end < 0 ? null : sharing.get(path.substring(1, end));
        Condition.Active active = service == null ? null : faults.get(service.id());
        if (service == null || (active != null && active.fault() instanceof Fault.Down)) {
            exchange.close();
        } else {
            answer(service, exchange);
        }
    }

    private void answer(Service service, HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isDue(service.id())) {
                return;
            }
            Report report = Condition.at(leaning, faults, hop, clock.instant()).of(service.id());
            Answer answer = Format.of(service).answer(report);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            byte[] body = answer.bytes();
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    /// Waits as long as the service's fault wants; false where there is to be no answer at all.
    private boolean isDue(String service) {
        Condition.Active active = faults.get(service);
        CountDownLatch latch = waiting.get(service);
        if (active == null || latch == null) {
            return true;
        }
        try {
            return switch (active.fault()) {
                case Fault.Hang _ -> {
                    latch.await();
                    yield false;
                }
                case Fault.Slow(Duration delay) -> {
                    boolean _ = latch.await(delay.toMillis(), TimeUnit.MILLISECONDS);
                    yield true;
                }
                case Fault.Down _, Fault.Flap _, Fault.Degraded _ -> true;
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Endpoint endpoint(String service) {
        Endpoint endpoint = endpoints.get(service);
        if (endpoint == null) {
            throw new IllegalArgumentException("not simulated: " + service);
        }
        return endpoint;
    }

    private Topology rewritten(Topology topology, @Nullable Duration interval) {
        List<Service> services = topology.services().stream()
                .map(service -> endpoints.containsKey(service.id()) ? asked(service, interval) : service)
                .toList();
        return new Topology(topology.name(), services, topology.dependencies(), topology.boundaries());
    }

    /// Nothing is expected of a simulated answer: it has the form of its technology, not the one service's own.
    private Service asked(Service service, @Nullable Duration interval) {
        List<HealthCheck> declared = service.healthChecks().isEmpty()
                ? List.of(new HealthCheck(
                        "http://localhost" + Format.of(service).path(),
                        HealthCheck.DEFAULT_INTERVAL,
                        HealthCheck.DEFAULT_TIMEOUT,
                        null,
                        service.source()))
                : service.healthChecks();
        return service.withHealthChecks(declared.stream()
                .map(check -> new HealthCheck(
                        url(service, Targets.pathOf(service, check.url())),
                        interval == null ? check.interval() : interval,
                        interval == null || check.timeout().compareTo(interval) < 0 ? check.timeout() : interval,
                        check.degradedAbove(),
                        check.source()))
                .toList());
    }

    private String url(Service service, String path) {
        String own = sharing.isEmpty() ? "" : "/" + segment(service);
        return "http://127.0.0.1:" + endpoint(service.id()).port() + own + path;
    }
}
