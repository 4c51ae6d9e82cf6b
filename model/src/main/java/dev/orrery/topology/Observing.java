package dev.orrery.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Adds what was seen to what is written.
final class Observing {
    private Observing() {}

    static Topology add(Topology topology, Collection<ObservedCall> calls) {
        Map<String, Service> services =
                topology.services().stream().collect(Collectors.toMap(Service::id, service -> service));
        SortedMap<Pair, List<ObservedCall>> seen = new TreeMap<>();
        for (ObservedCall call : calls) {
            if (services.containsKey(call.from())
                    && services.containsKey(call.to())
                    && !call.from().equals(call.to())) {
                seen.computeIfAbsent(call.pair(), _ -> new ArrayList<>()).add(call);
            }
        }
        if (seen.isEmpty()) {
            return topology;
        }
        List<Dependency> dependencies = new ArrayList<>();
        for (Dependency written : topology.dependencies()) {
            List<ObservedCall> bearing = seen.remove(new Pair(written.from(), written.to()));
            dependencies.add(bearing == null ? written : borneOut(written, bearing));
        }
        seen.forEach((pair, found) -> dependencies.add(found(pair, found, services)));
        Topology more = new Topology(topology.name(), topology.services(), dependencies, topology.boundaries());
        return more.equals(topology) ? topology : more;
    }

    private static Dependency borneOut(Dependency written, List<ObservedCall> calls) {
        return new Dependency(
                written.from(),
                written.to(),
                written.kind(),
                written.required(),
                written.protocol(),
                written.api(),
                Stream.concat(written.evidence().stream(), evidence(calls))
                        .distinct()
                        .toList(),
                written.dangling());
    }

    private static Dependency found(Pair pair, List<ObservedCall> calls, Map<String, Service> services) {
        DependencyKind stated = calls.stream()
                .sorted()
                .map(ObservedCall::kind)
                .filter(kind -> kind != null)
                .findFirst()
                .orElse(null);
        Service target = services.get(pair.to());
        DependencyKind implied = target == null ? DependencyKind.SYNC : DependencyKind.towards(target.kind());
        return new Dependency(
                pair.from(),
                pair.to(),
                stated == null ? implied : stated,
                true,
                null,
                null,
                evidence(calls).toList(),
                false);
    }

    private static Stream<Evidence> evidence(List<ObservedCall> calls) {
        return calls.stream().sorted().map(ObservedCall::evidence).distinct();
    }
}
