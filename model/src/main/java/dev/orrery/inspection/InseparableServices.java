package dev.orrery.inspection;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Two services that are one in two places: both need nearly the same others, or they lie in one boundary, call
/// each other, and nobody else calls one of them. They change together and fail together, and what is between them
/// is only in the way.
final class InseparableServices implements Inspection {
    /// Two services that need less may well do so by chance.
    private static final int FEWEST_NEEDS = 6;
    /// What one in so many services needs, or so many at all, is a platform, and joins nobody.
    private static final int ONE_IN = 3;
    private static final int MOST_DEPENDENTS = 50;
    private static final Set<ServiceKind> PROGRAMS =
            EnumSet.of(ServiceKind.WEB, ServiceKind.SERVICE, ServiceKind.WORKER, ServiceKind.GATEWAY, ServiceKind.JOB);

    @Override
    public String rule() {
        return "inseparable-services";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        List<Finding> found = new ArrayList<>();
        twins(inspected, found);
        halves(inspected.topology(), found);
        return found;
    }

    private void twins(Inspected inspected, List<Finding> found) {
        Topology topology = inspected.topology();
        Map<String, Set<String>> dependents = new HashMap<>();
        for (Dependency dependency : topology.needs()) {
            dependents.computeIfAbsent(dependency.to(), _ -> new HashSet<>()).add(dependency.from());
        }
        int most = Math.clamp(topology.services().size() / ONE_IN, 2, MOST_DEPENDENTS);
        dependents.values().removeIf(all -> all.size() > most);
        Map<String, Integer> needs = new HashMap<>();
        dependents.values().forEach(all -> all.forEach(service -> needs.merge(service, 1, Integer::sum)));
        // Of ten thousand services there are hundreds of thousands of pairs: those of which both need enough are
        // counted
        // by numbers.
        List<String> enough = needs.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST_NEEDS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        enough.forEach(service -> numbers.put(service, numbers.size()));
        Map<Long, Integer> shared = new HashMap<>();
        for (Set<String> all : dependents.values()) {
            int[] both = all.stream()
                    .map(numbers::get)
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            for (int one = 0; one < both.length; one++) {
                for (int other = one + 1; other < both.length; other++) {
                    shared.merge(both[one] * (long) enough.size() + both[other], 1, Integer::sum);
                }
            }
        }
        int percent = inspected.limits().of(Limit.SHARED_NEEDS);
        shared.forEach((key, both) -> {
            Pair pair = new Pair(enough.get((int) (key / enough.size())), enough.get((int) (key % enough.size())));
            int all = Math.max(needs.getOrDefault(pair.from(), 0), needs.getOrDefault(pair.to(), 0));
            if (both * 100 >= all * percent) {
                found.add(finding(topology, "twin-services", pair, Integer.toString(both), Integer.toString(all)));
            }
        });
    }

    /// Halves of one: each calls the other, and one of them is called by nobody else.
    private void halves(Topology topology, List<Finding> found) {
        Map<String, Integer> callers = new HashMap<>();
        Set<Pair> calls = new HashSet<>();
        for (Dependency dependency : topology.needs()) {
            callers.merge(dependency.to(), 1, Integer::sum);
            if (Inspected.IS_CALL.test(dependency) && dependency.required()) {
                calls.add(new Pair(dependency.from(), dependency.to()));
            }
        }
        calls.stream()
                .filter(pair ->
                        pair.from().compareTo(pair.to()) < 0 && calls.contains(new Pair(pair.to(), pair.from())))
                .filter(pair -> callers.getOrDefault(pair.from(), 0) == 1 || callers.getOrDefault(pair.to(), 0) == 1)
                .filter(pair -> isTogether(topology, pair))
                .forEach(pair -> found.add(finding(topology, "service-halves", pair)));
    }

    /// In one boundary: between two of them, the circle is what is to be told.
    private static boolean isTogether(Topology topology, Pair pair) {
        Optional<String> around = boundary(topology, pair.from());
        return around.isPresent() && around.equals(boundary(topology, pair.to()));
    }

    private static Optional<String> boundary(Topology topology, String id) {
        return topology.service(id)
                .filter(service -> PROGRAMS.contains(service.kind()))
                .map(Service::boundary);
    }

    private Finding finding(Topology topology, String code, Pair pair, String... figures) {
        List<String> arguments = new ArrayList<>(List.of(topology.nameOf(pair.from()), topology.nameOf(pair.to())));
        arguments.addAll(List.of(figures));
        return Finding.of(
                this,
                Problem.info(code, Words.place(topology, pair.from()), arguments.toArray(String[]::new)),
                pair.from(),
                pair.to());
    }
}
