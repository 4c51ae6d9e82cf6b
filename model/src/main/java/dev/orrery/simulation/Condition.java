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

    private final Topology topology;
    private final Map<String, Active> faults;
    /// Only what has failed by `now`.
    private final Map<String, Instant> failedSince;

    private Condition(Topology topology, Map<String, Active> faults, Map<String, Instant> failedSince) {
        this.topology = topology;
        this.faults = faults;
        this.failedSince = failedSince;
    }

    /// @param hop how long a service goes on after one that it cannot do without has failed
    static Condition at(Topology topology, Map<String, Active> faults, Duration hop, Instant now) {
        Map<String, List<String>> stoppedBy = new HashMap<>();
        for (Dependency dependency : topology.needs()) {
            if (stops(dependency)) {
                stoppedBy
                        .computeIfAbsent(dependency.to(), _ -> new ArrayList<>())
                        .add(dependency.from());
            }
        }
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
                for (String leaning : stoppedBy.getOrDefault(first.service(), List.of())) {
                    next.add(new Failure(leaning, later));
                }
            }
        }
        return new Condition(topology, Map.copyOf(faults), failedSince);
    }

    Report of(String service) {
        List<Report.Part> parts = topology.needs().stream()
                .filter(dependency -> dependency.from().equals(service) && !dependency.dangling())
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
        boolean lacks = topology.needs().stream()
                .anyMatch(dependency -> dependency.from().equals(service)
                        && !stops(dependency)
                        && failedSince.containsKey(dependency.to()));
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
