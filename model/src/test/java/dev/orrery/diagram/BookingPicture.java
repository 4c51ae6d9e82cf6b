package dev.orrery.diagram;

import dev.orrery.graph.Layers;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.Attention;
import dev.orrery.health.CheckHealth;
import dev.orrery.health.CheckId;
import dev.orrery.health.Flaps;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Maintenance;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import dev.orrery.health.Verdict;
import dev.orrery.layout.Box;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A hotel-booking site with a dead database, laid out by hand, with something of everything that is drawn.
public final class BookingPicture {
    public static final Instant NOW = Instant.parse("2026-03-01T03:16:00Z");

    private static final SourceLocation SOURCE = SourceLocation.startOf("booking.yaml");

    private final List<Service> services = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();
    private final SortedMap<String, ServiceHealth> health = new TreeMap<>();
    private final SortedMap<NodeId, Box> boxes = new TreeMap<>();
    private final SortedMap<String, Box> frames = new TreeMap<>();
    private final SortedMap<EdgeId, Route> routes = new TreeMap<>();
    private final List<VisibleGraph.Node> nodes = new ArrayList<>();
    private final List<VisibleGraph.Edge> edges = new ArrayList<>();

    private BookingPicture() {
        frames.put("web", new Box(0, 0, 250, 96));
        frames.put("booking", new Box(0, 130, 520, 210));
        frames.put("pay", new Box(560, 130, 240, 210));
        frames.put("customers", new Box(280, 370, 240, 190));
        frames.put("messaging", new Box(560, 370, 240, 190));

        service("booking-ui", ServiceKind.WEB, "web", "Python, Flask", Health.DEGRADED, 12, 30, 34);
        service("booking-api", ServiceKind.GATEWAY, "booking", "Go", Health.UP, 8, 30, 166);
        service("reservations", ServiceKind.SERVICE, "booking", "Java, Spring Boot", Health.DOWN, 3, 300, 166);
        service("reservations-db", ServiceKind.DATABASE, "booking", "PostgreSQL", Health.DOWN, 2, 300, 270);
        service("payments", ServiceKind.SERVICE, "pay", "Node.js", Health.UP, 61, 580, 166);
        service("payment-provider", ServiceKind.EXTERNAL, "pay", null, null, 0, 580, 270);
        service("users", ServiceKind.SERVICE, "customers", "Java, Quarkus", Health.UP, 6, 305, 406);
        service("users-cache-for-the-night", ServiceKind.CACHE, "customers", "Valkey", Health.UP, 6, 305, 494);
        service("mail", ServiceKind.QUEUE, "messaging", "NATS", Health.PENDING, 0, 580, 406);
        service("audit", ServiceKind.JOB, "messaging", "Python", Health.UNKNOWN, 40, 580, 494);
        for (String inside : List.of("search", "search-index", "search-feed")) {
            member(inside, inside.equals("search-feed") ? Health.DEGRADED : Health.UP);
        }
        NodeId catalogue = NodeId.boundary("catalogue");
        nodes.add(new VisibleGraph.Node(catalogue, null, List.of("search", "search-feed", "search-index")));
        boxes.put(catalogue, new Box(30, 420, 190, 72));
        NodeId ghost = NodeId.missing("ledger");
        nodes.add(new VisibleGraph.Node(ghost, null, List.of()));
        boxes.put(ghost, new Box(860, 166, 190, 52));

        edge("booking-ui", "booking-api", DependencyKind.SYNC, true, Certainty.DECLARED, 125, 86, 125, 166);
        edge("booking-api", "reservations", DependencyKind.SYNC, true, Certainty.DECLARED, 220, 192, 300, 192);
        edge("reservations", "reservations-db", DependencyKind.DATA, true, Certainty.DECLARED, 395, 218, 395, 270);
        edge("reservations", "payments", DependencyKind.SYNC, true, Certainty.DECLARED, 490, 184, 580, 184);
        edge("payments", "payment-provider", DependencyKind.SYNC, true, Certainty.INFERRED, 675, 218, 675, 270);
        edge(
                "reservations",
                "users",
                DependencyKind.SYNC,
                true,
                Certainty.DECLARED,
                340,
                218,
                340,
                244,
                275,
                244,
                275,
                355,
                400,
                355,
                400,
                406);
        edge("users", "users-cache-for-the-night", DependencyKind.DATA, true, Certainty.DECLARED, 400, 458, 400, 494);
        edge(
                "reservations",
                "mail",
                DependencyKind.ASYNC,
                false,
                Certainty.DECLARED,
                490,
                200,
                540,
                200,
                540,
                432,
                580,
                432);
        edge("mail", "audit", DependencyKind.ASYNC, false, Certainty.OBSERVED, 675, 458, 675, 494);
        dependency("booking-api", "search", DependencyKind.SYNC, true, Certainty.DECLARED, false);
        dependency("booking-api", "search-feed", DependencyKind.SYNC, true, Certainty.DECLARED, false);
        rolledUp(NodeId.service("booking-api"), catalogue, 125, 218, 125, 420);
        dependency("payments", "ledger", DependencyKind.SYNC, true, Certainty.DECLARED, true);
        rolledUp(NodeId.service("payments"), ghost, 770, 192, 860, 192);
    }

    public static Topology topology() {
        return new BookingPicture().makeTopology();
    }

    public static VisibleGraph graph() {
        return new BookingPicture().makeGraph();
    }

    public static Layout layout() {
        BookingPicture made = new BookingPicture();
        return new Layout(made.boxes, made.frames, made.routes, new Box(0, 0, 1050, 560));
    }

    public static HealthBoard board() {
        return new HealthBoard(new BookingPicture().health);
    }

    /// The same with one service in another state.
    public static HealthBoard boardWith(String service, Health other) {
        BookingPicture made = new BookingPicture();
        made.health.put(service, health(service, other, 4));
        return new HealthBoard(made.health);
    }

    public static Diagram diagram() {
        return diagram(board(), Highlight.NONE, NOW);
    }

    public static Diagram diagram(HealthBoard board, Highlight highlight, Instant now) {
        return DiagramBuilder.build(
                topology(), graph(), layout(), board, highlight, Set.of(NodeId.service("payments")), now);
    }

    /// The same where people said something, and one service flaps.
    public static Diagram badged() {
        BookingPicture made = new BookingPicture();
        made.health.put("users", flapping("users"));
        HealthBoard board = new HealthBoard(made.health);
        Instant until = NOW.plus(Duration.ofHours(2));
        Attention attention = Attention.NONE
                .acknowledge(
                        Objects.requireNonNull(made.health.get("reservations-db")), NOW, until, "Ann looks at the disk")
                .acknowledge(Objects.requireNonNull(made.health.get("search-feed")), NOW, until, "")
                .maintain("reservations-db", new Maintenance(NOW, until, "new disk"))
                .maintain("payment-provider", new Maintenance(NOW, until, ""))
                .maintain("users-cache-for-the-night", new Maintenance(NOW, until, ""));
        return DiagramBuilder.build(
                topology(),
                graph(),
                Layers.DEFAULT,
                layout(),
                board,
                attention,
                Highlight.NONE,
                Set.of(NodeId.service("payments")),
                NOW);
    }

    /// Up, with every other answer bad.
    private static ServiceHealth flapping(String service) {
        ServiceHealth up = health(service, Health.UP, 4);
        CheckHealth check = up.checks().getFirst();
        CheckHealth flaps = new CheckHealth(
                check.health(),
                check.since(),
                check.reason(),
                check.run(),
                check.towards(),
                check.starting(),
                check.stale(),
                check.last(),
                check.gap(),
                new Flaps(0b0101010101, true, Health.DOWN),
                0);
        return new ServiceHealth(service, up.health(), up.reason(), up.since(), List.of(flaps));
    }

    private Topology makeTopology() {
        return new Topology(
                "Hotel booking",
                services,
                dependencies,
                List.of(
                        boundary("web", "Web", "team-web"),
                        boundary("booking", "Booking", "team-booking"),
                        boundary("pay", "Payments", "team-pay"),
                        boundary("catalogue", "Catalogue", "team-search"),
                        boundary("customers", "Customers", "team-accounts"),
                        boundary("messaging", "Messaging", null)));
    }

    private VisibleGraph makeGraph() {
        return new VisibleGraph(
                nodes,
                frames.keySet().stream()
                        .map(id -> new VisibleGraph.Frame(id, null))
                        .toList(),
                edges);
    }

    private void service(
            String id,
            ServiceKind kind,
            String boundary,
            @Nullable String technology,
            @Nullable Health state,
            int age,
            double x,
            double y) {
        addService(id, kind, boundary, technology, state, age);
        NodeId node = NodeId.service(id);
        nodes.add(new VisibleGraph.Node(node, boundary, List.of(id)));
        boxes.put(node, new Box(x, y, Measures.CARD_WIDTH, Measures.CARD_HEIGHT));
    }

    private void member(String id, Health state) {
        addService(id, ServiceKind.SERVICE, "catalogue", null, state, 4);
    }

    private void addService(
            String id,
            ServiceKind kind,
            String boundary,
            @Nullable String technology,
            @Nullable Health state,
            int age) {
        HealthCheck check =
                new HealthCheck("http://localhost/health", Duration.ofSeconds(15), Duration.ofSeconds(5), null, SOURCE);
        services.add(new Service(
                id,
                id,
                kind,
                boundary,
                null,
                technology,
                List.of(),
                Map.of(),
                state == null ? List.of() : List.of(check),
                List.of(),
                Map.of(),
                List.of(),
                true,
                Set.of(),
                List.of(SOURCE)));
        health.put(
                id,
                state == null
                        ? new ServiceHealth(id, Health.UNKNOWN, Reason.NO_CHECK, null, List.of())
                        : health(id, state, age));
    }

    private static ServiceHealth health(String id, Health state, int age) {
        if (state == Health.PENDING) {
            return new ServiceHealth(id, state, Reason.NOT_ASKED, null, List.of(CheckHealth.PENDING));
        }
        Observation last = new Observation(
                new CheckId(id, 0),
                NOW.minusSeconds(age),
                Duration.ofMillis(20),
                Verdict.PASS,
                Reason.of("test"),
                200,
                null,
                List.of(),
                null);
        boolean suspect = id.equals("users");
        CheckHealth check = new CheckHealth(
                state,
                NOW.minusSeconds(240),
                last.reason(),
                suspect ? 2 : 0,
                suspect ? Health.DOWN : state,
                id.equals("payments"),
                last);
        return new ServiceHealth(id, state, last.reason(), check.since(), List.of(check));
    }

    private void edge(
            String from, String to, DependencyKind kind, boolean required, Certainty certainty, double... at) {
        dependency(from, to, kind, required, certainty, false);
        rolledUp(NodeId.service(from), NodeId.service(to), at);
    }

    private void dependency(
            String from, String to, DependencyKind kind, boolean required, Certainty certainty, boolean dangling) {
        Evidence evidence = new Evidence(certainty, "test", SOURCE);
        dependencies.add(new Dependency(from, to, kind, required, null, null, List.of(evidence), dangling));
    }

    private void rolledUp(NodeId from, NodeId to, double... at) {
        EdgeId id = new EdgeId(from, to);
        List<Dependency> meant = dependencies.stream()
                .filter(dependency -> dependency.from().equals(from.id()))
                .filter(dependency -> to.of() == NodeId.Of.BOUNDARY
                        ? dependency.to().startsWith("search")
                        : dependency.to().equals(to.id()))
                .toList();
        edges.add(new VisibleGraph.Edge(id, meant));
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < at.length; i += 2) {
            points.add(new Point(at[i], at[i + 1]));
        }
        routes.put(id, new Route(points));
    }

    private static Boundary boundary(String id, String name, @Nullable String owner) {
        return new Boundary(id, name, "bounded-context", null, owner, SOURCE);
    }
}
