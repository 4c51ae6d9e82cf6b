package dev.orrery.simulation;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// How every service of a topology is at one moment: the smallest set of failures that follows from the faults, so that
/// a circle of services in which nobody has a fault is well.
final class Condition {
    /// How one service is.
    enum State {
        WELL,
        /// It goes on without something that it needs, or has a fault of its own that does not stop it.
        LIMPING,
        FAILED
    }

    /// A fault and when it began.
    record Active(Fault fault, Instant since) {}

    private final Leaning leaning;
    private final Map<String, Active> faults;
    /// Only what has failed by `now`.
    private final Map<String, Instant> failedSince;

    private Condition(Leaning leaning, Map<String, Active> faults, Map<String, Instant> failedSince) {
        this.leaning = leaning;
        this.faults = faults;
        this.failedSince = failedSince;
    }

    /// Who leans on whom. It is asked for with every answer, so it is found once.
    ///
    /// @param needs by the service that needs
    /// @param stoppedBy by a service, those that cannot do without it
    record Leaning(Map<String, List<Dependency>> needs, Map<String, List<String>> stoppedBy) {
        static Leaning of(Topology topology) {
            Map<String, List<Dependency>> needs = new HashMap<>();
            Map<String, List<String>> stoppedBy = new HashMap<>();
            for (Dependency dependency : topology.needs()) {
                needs.computeIfAbsent(dependency.from(), _ -> new ArrayList<>()).add(dependency);
                if (stops(dependency)) {
                    stoppedBy
                            .computeIfAbsent(dependency.to(), _ -> new ArrayList<>())
                            .add(dependency.from());
                }
            }
            return new Leaning(needs, stoppedBy);
        }

        List<Dependency> of(String service) {
            return needs.getOrDefault(service, List.of());
        }
    }

    /// @param hop how long a service goes on after one that it cannot do without has failed
    static Condition at(Leaning leaning, Map<String, Active> faults, Duration hop, Instant now) {
        record Failure(String service, Instant at) {}
        PriorityQueue<Failure> next = new PriorityQueue<>(Comparator.comparing(Failure::at));
        faults.forEach((service, active) -> {
            if (fails(active, now)) {
                next.add(new Failure(service, active.since()));
            }
        });
        Map<String, Instant> failedSince = new HashMap<>();
        for (Failure first = next.poll(); first != null; first = next.poll()) {
            if (!first.at().isAfter(now) && failedSince.putIfAbsent(first.service(), first.at()) == null) {
                Instant later = first.at().plus(hop);
                for (String stopped : leaning.stoppedBy().getOrDefault(first.service(), List.of())) {
                    next.add(new Failure(stopped, later));
                }
            }
        }
        return new Condition(leaning, Map.copyOf(faults), failedSince);
    }

    Report of(String service) {
        List<Report.Part> parts = leaning.of(service).stream()
                .filter(dependency -> !dependency.dangling())
                .map(dependency -> new Report.Part(
                        dependency.to(),
                        dependency.kind(),
                        !failedSince.containsKey(dependency.to()),
                        symptom(dependency.to())))
                .toList();
        return new Report(service, state(service), parts);
    }

    private State state(String service) {
        if (failedSince.containsKey(service)) {
            return State.FAILED;
        }
        Active own = faults.get(service);
        boolean limps = own != null && own.fault() instanceof Fault.Degraded;
        boolean lacks = leaning.of(service).stream()
                .anyMatch(dependency -> !stops(dependency) && failedSince.containsKey(dependency.to()));
        return limps || lacks ? State.LIMPING : State.WELL;
    }

    /// What somebody who needs the service sees of it.
    private String symptom(String service) {
        Active own = faults.get(service);
        return switch (own == null ? null : own.fault()) {
            case Fault.Down _ -> "connection refused";
            case Fault.Hang _ -> "no answer in time";
            case null, default -> failedSince.containsKey(service) ? "answers 503" : "";
        };
    }

    private static boolean stops(Dependency dependency) {
        return dependency.required() && dependency.kind() != DependencyKind.ASYNC && !dependency.dangling();
    }

    private static boolean fails(Active active, Instant now) {
        return switch (active.fault()) {
            case Fault.Down _, Fault.Hang _ -> true;
            case Fault.Flap(Duration period) -> {
                long into = Duration.between(active.since(), now).toMillis() % period.toMillis();
                yield into * 2 < period.toMillis();
            }
            case Fault.Slow _, Fault.Degraded _ -> false;
        };
    }
}
