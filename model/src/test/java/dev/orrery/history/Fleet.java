package dev.orrery.history;

import dev.orrery.health.CheckId;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Services that answer as they are told, and a board that counts the answers as the program does.
final class Fleet {
    static final Instant START = Instant.parse("2026-11-23T06:00:00Z");

    private static final SourceLocation PLACE = new SourceLocation("fleet.yaml", 1, 1);

    private final List<String> names;
    private HealthBoard board;

    /// @param names of services with one check each
    Fleet(Collection<String> names) {
        this.names = List.copyOf(names);
        board = HealthBoard.of(topology(names));
    }

    static Fleet of(int services) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            names.add("service-" + String.format("%05d", i));
        }
        return new Fleet(names);
    }

    static Topology topology(Collection<String> names) {
        HealthCheck check = new HealthCheck(
                "http://localhost:1/health", Duration.ofSeconds(15), Duration.ofSeconds(5), null, PLACE);
        return new Topology(
                "fleet",
                names.stream()
                        .map(name ->
                                Service.of(name, ServiceKind.SERVICE, PLACE).withHealthChecks(List.of(check)))
                        .toList(),
                List.of(),
                List.of());
    }

    List<String> names() {
        return names;
    }

    HealthBoard board() {
        return board;
    }

    /// The board after these answers.
    HealthBoard hears(Collection<Observation> answers) {
        board = board.with(answers, HealthPolicy.DEFAULT);
        return board;
    }

    static Observation answer(String service, Instant at, Verdict verdict, Duration took) {
        String code = switch (verdict) {
            case PASS -> "body-up";
            case WARN -> "slow";
            case FAIL -> "status-5xx";
            case NONE -> "not-found";
            case GAP -> "late";
        };
        Reason reason =
                verdict == Verdict.WARN ? Reason.of(code, took.toMillis() + " ms", "1 s") : Reason.of(code, "503");
        return new Observation(
                new CheckId(service, 0),
                at,
                took,
                verdict,
                reason,
                200,
                "spring-boot",
                List.of(),
                "{\"status\":\"UP\"}");
    }
}
