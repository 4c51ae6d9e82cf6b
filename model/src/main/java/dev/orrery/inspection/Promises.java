package dev.orrery.inspection;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Services that promise more than what they need allows: more availability than all that they have to wait for have
/// together, or a quicker answer than the slowest of them.
///
/// What counts is what a service requires and waits for; through one that promises nothing, what that one requires.
/// Each counts once. That failures are independent is taken for granted, and so is that waiting happens side by
/// side: the promise of one who waits for one after the other is worse than what is told here.
final class Promises implements Inspection {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    @Override
    public String rule() {
        return "unkeepable-promise";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        Topology topology = inspected.topology();
        List<Service> promising = topology.services().stream()
                .filter(service -> isAvailable(service) || isTimed(service))
                .toList();
        if (promising.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> required = new HashMap<>();
        for (Dependency dependency : topology.needs()) {
            if (dependency.required() && dependency.kind() != DependencyKind.ASYNC) {
                required.computeIfAbsent(dependency.from(), _ -> new ArrayList<>())
                        .add(dependency.to());
            }
        }
        List<Finding> found = new ArrayList<>();
        for (Service service : promising) {
            if (isAvailable(service)) {
                availability(service, met(topology, required, service, Promises::isAvailable), found);
            }
            if (isTimed(service)) {
                latency(service, met(topology, required, service, Promises::isTimed), found);
            }
        }
        return found;
    }

    private static boolean isAvailable(Service service) {
        return service.promise().availability() != null;
    }

    private static boolean isTimed(Service service) {
        return service.promise().latency() != null;
    }

    /// Those that promise something and are met first on every way, sorted by id.
    private static List<Service> met(
            Topology topology, Map<String, List<String>> required, Service from, Predicate<Service> promises) {
        Set<String> seen = new HashSet<>(Set.of(from.id()));
        Deque<String> open = new ArrayDeque<>(Set.of(from.id()));
        List<Service> met = new ArrayList<>();
        while (!open.isEmpty()) {
            for (String target : required.getOrDefault(open.removeFirst(), List.of())) {
                Service service = topology.service(target).orElse(null);
                if (service != null && seen.add(target)) {
                    if (promises.test(service)) {
                        met.add(service);
                    } else {
                        open.add(target);
                    }
                }
            }
        }
        met.sort(Comparator.comparing(Service::id));
        return met;
    }

    private void availability(Service service, List<Service> met, List<Finding> found) {
        BigDecimal promised = Objects.requireNonNull(service.promise().availability());
        BigDecimal possible = HUNDRED;
        for (Service needed : met) {
            BigDecimal share = Objects.requireNonNull(needed.promise().availability());
            possible = possible.multiply(share).divide(HUNDRED, MathContext.DECIMAL64);
        }
        if (promised.compareTo(possible) > 0) {
            found.add(finding(
                    service,
                    met,
                    "availability-promise",
                    service.name(),
                    promised.toPlainString(),
                    // Never rounded up to more than is possible.
                    possible.setScale(3, RoundingMode.DOWN).stripTrailingZeros().toPlainString(),
                    met.stream()
                            .map(needed -> needed.name() + " "
                                    + Objects.requireNonNull(needed.promise().availability())
                                            .toPlainString()
                                    + " %")
                            .collect(Collectors.joining(", "))));
        }
    }

    private void latency(Service service, List<Service> met, List<Finding> found) {
        Duration promised = Objects.requireNonNull(service.promise().latency());
        for (Service needed : met) {
            Duration waited = Objects.requireNonNull(needed.promise().latency());
            if (waited.compareTo(promised) > 0) {
                found.add(finding(
                        service,
                        List.of(needed),
                        "latency-promise",
                        service.name(),
                        Long.toString(promised.toMillis()),
                        needed.name(),
                        Long.toString(waited.toMillis())));
            }
        }
    }

    private Finding finding(Service service, List<Service> met, String code, String... arguments) {
        List<String> subjects = new ArrayList<>(List.of(service.id()));
        met.forEach(needed -> subjects.add(needed.id()));
        return Finding.of(this, Problem.warning(code, service.source(), arguments), subjects)
                .at(service.id(), List.of());
    }
}
