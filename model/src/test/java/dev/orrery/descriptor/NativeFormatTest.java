package dev.orrery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Release;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NativeFormatTest {
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsEverythingThatAServiceCanSay() {
        Topology topology = read("""
                orrery: 1
                topology: Hotel booking
                boundaries:
                  booking: {name: Booking, kind: bounded-context, within: platform, owner: team-b}
                  platform: {kind: system}
                services:
                  reservations:
                    name: Reservations
                    kind: worker
                    boundary: booking
                    owner: team-b
                    technology: Java, Spring Boot
                    tags: [tier-1, 2]
                    links: {runbook: "https://wiki.example/r"}
                    health:
                      - url: http://localhost:9103/health
                        interval: 10s
                        timeout: 500ms
                        degraded_above: 1s
                      - {url: "tcp://localhost:5432"}
                    owns: [bookings]
                    provides: {reservations: v2}
                    releases: {"2.5": {weight: 5, health: {url: "http://localhost:9113/"}}}
                    depends_on:
                      db: {}
                      queue: {required: false, protocol: amqp, api: events v1}
                      mail: {kind: async}
                    x-own: anything
                  db: {kind: database}
                  queue: {kind: queue}
                  mail:
                """);
        assertThat(problems).isEmpty();
        assertThat(topology.name()).isEqualTo("Hotel booking");
        assertThat(topology.boundaries())
                .containsExactly(
                        new Boundary("booking", "Booking", "bounded-context", "platform", "team-b", at(4, 3)),
                        new Boundary("platform", "platform", "system", null, null, at(5, 3)));
        HealthCheck http = new HealthCheck(
                "http://localhost:9103/health",
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                at(16, 14));
        HealthCheck tcp = check("tcp://localhost:5432", at(20, 15));
        assertThat(topology.service("reservations"))
                .contains(new Service(
                        "reservations",
                        "Reservations",
                        ServiceKind.WORKER,
                        "booking",
                        "team-b",
                        "Java, Spring Boot",
                        List.of("tier-1", "2"),
                        Map.of("runbook", "https://wiki.example/r"),
                        List.of(http, tcp),
                        List.of("bookings"),
                        Map.of("reservations", "v2"),
                        List.of(new Release("2.5", 5, check("http://localhost:9113/", at(23, 49)))),
                        true,
                        Set.of(),
                        List.of(at(7, 3))));
        assertThat(topology.dependencies())
                .extracting(
                        Dependency::to, Dependency::kind, Dependency::required, Dependency::protocol, Dependency::api)
                .containsExactly(
                        tuple("db", DependencyKind.DATA, true, null, null),
                        tuple("mail", DependencyKind.ASYNC, true, null, null),
                        tuple("queue", DependencyKind.ASYNC, false, "amqp", "events v1"));
    }

    @Test
    void theSameTextReadTwiceGivesEqualTopologies() {
        String text = "topology: T\nservices: {b: {depends_on: [a]}, a: {tags: [x]}}\n";
        assertThat(read(text)).isEqualTo(read(text));
    }

    @Test
    void aTargetThatNothingDefinesIsKeptAndMarked() {
        Topology topology = read("topology: T\nservices: {a: {depends_on: [gone]}}\n");
        assertThat(topology.dependencies()).singleElement().matches(Dependency::dangling);
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly("“a” needs “gone”, which is defined nowhere here.");
    }

    @Test
    void boundariesNestedTooDeepAreDrawnOutside() {
        StringBuilder text =
                new StringBuilder("topology: T\nservices: {a: {boundary: b9999}}\nboundaries:\n  b0: {}\n");
        for (int depth = 1; depth < 10_000; depth++) {
            text.append("  b%d: {within: b%d}\n".formatted(depth, depth - 1));
        }
        Topology topology = read(text.toString());
        assertThat(topology.enclosing("b9999")).hasSizeLessThan(60);
        assertThat(problems).extracting(Problem::code).containsOnly("boundaries-too-deep");
    }

    private Topology read(String content) {
        SourceTree tree = SourceTreeReader.read(new SourceText("t.yaml", content));
        assertThat(tree.problems()).isEmpty();
        Value.Mapping root =
                (Value.Mapping) Resolver.resolve(tree, tree.documents().getFirst(), problems::add)
                        .orElseThrow();
        assertThat(NativeFormat.describes(root)).isTrue();
        Draft draft = NativeFormat.read(root, problems::add);
        return TopologyResolver.resolve(String.valueOf(draft.name()), List.of(draft), problems::add);
    }

    private static HealthCheck check(String url, SourceLocation source) {
        return new HealthCheck(url, HealthCheck.DEFAULT_INTERVAL, HealthCheck.DEFAULT_TIMEOUT, null, source);
    }

    private static SourceLocation at(int line, int column) {
        return new SourceLocation("t.yaml", line, column);
    }
}
