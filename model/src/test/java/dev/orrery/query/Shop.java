package dev.orrery.query;

import dev.orrery.graph.ServiceGraph;
import dev.orrery.health.Attention;
import dev.orrery.health.CheckHealth;
import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import dev.orrery.health.Verdict;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A small shop with something of everything.
final class Shop {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SourceLocation SOURCE = new SourceLocation("shop.yaml", 1, 1);

    static final Topology TOPOLOGY = topology();
    static final ServiceGraph GRAPH = ServiceGraph.of(TOPOLOGY);
    static final HealthBoard BOARD = board();
    static final Vocabulary VOCABULARY = Vocabulary.of(TOPOLOGY);

    private Shop() {}

    static List<String> matching(String typed) {
        Expression expression = ExpressionReader.read(typed).expression();
        return List.copyOf(Filter.of(expression, TOPOLOGY, GRAPH).matching(BOARD, Attention.NONE, NOW));
    }

    private static Topology topology() {
        List<Service> services = List.of(
                service("web", "Web shop", ServiceKind.WEB, "front", "team-web", "TypeScript", List.of("tier-1")),
                service(
                        "orders",
                        "Orders",
                        ServiceKind.SERVICE,
                        "core",
                        "payments",
                        "Java, Spring Boot",
                        List.of("tier-1", "pci")),
                service("ledger", "Ledger", ServiceKind.SERVICE, "books", "payments", "Java", List.of("pci")),
                service("orders-db", "orders-db", ServiceKind.DATABASE, "core", null, "PostgreSQL", List.of()),
                service("cache", "cache", ServiceKind.CACHE, "core", "platform team", null, List.of()),
                service("mail", "Mail", ServiceKind.EXTERNAL, null, null, null, List.of()));
        List<Dependency> dependencies = List.of(
                dependency("web", "orders"),
                dependency("web", "cache"),
                dependency("orders", "orders-db"),
                dependency("orders", "mail"),
                dependency("ledger", "orders"));
        return new Topology(
                "Shop",
                services,
                dependencies,
                List.of(
                        new Boundary("front", "Front", "domain", null, null, SOURCE),
                        new Boundary("core", "Core of the shop", "domain", null, null, SOURCE),
                        new Boundary("books", "Books", "domain", "core", null, SOURCE)));
    }

    private static HealthBoard board() {
        SortedMap<String, ServiceHealth> all = new TreeMap<>();
        all.put("web", health("web", Health.DEGRADED, 1_200));
        all.put("orders", health("orders", Health.UP, 30));
        all.put("ledger", health("ledger", Health.UP, 90));
        all.put("orders-db", health("orders-db", Health.DOWN, 3));
        all.put(
                "cache",
                new ServiceHealth("cache", Health.PENDING, Reason.NOT_ASKED, null, List.of(CheckHealth.PENDING)));
        all.put("mail", new ServiceHealth("mail", Health.UNKNOWN, Reason.NO_CHECK, null, List.of()));
        return new HealthBoard(all);
    }

    private static ServiceHealth health(String id, Health state, long millis) {
        Observation last = new Observation(
                new CheckId(id, 0),
                NOW,
                Duration.ofMillis(millis),
                state == Health.DOWN ? Verdict.FAIL : Verdict.PASS,
                Reason.of("test"),
                state == Health.DOWN ? null : 200,
                null,
                List.of(),
                null);
        boolean suspect = id.equals("ledger");
        CheckHealth check = new CheckHealth(
                state, NOW, last.reason(), suspect ? 1 : 0, suspect ? Health.DOWN : state, id.equals("web"), last);
        return new ServiceHealth(id, state, last.reason(), NOW, List.of(check));
    }

    private static Service service(
            String id,
            String name,
            ServiceKind kind,
            @Nullable String boundary,
            @Nullable String owner,
            @Nullable String technology,
            List<String> tags) {
        List<HealthCheck> checks = id.equals("mail")
                ? List.of()
                : List.of(new HealthCheck(
                        "http://localhost/" + id, Duration.ofSeconds(15), Duration.ofSeconds(5), null, SOURCE));
        return Service.builder(id, SOURCE)
                .name(name)
                .kind(kind)
                .boundary(boundary)
                .owner(owner)
                .technology(technology)
                .tags(new ArrayList<>(tags))
                .healthChecks(checks)
                .build();
    }

    private static Dependency dependency(String from, String to) {
        return new Dependency(
                from,
                to,
                DependencyKind.SYNC,
                true,
                null,
                null,
                List.of(new Evidence(Certainty.DECLARED, "test", SOURCE)),
                false);
    }
}
