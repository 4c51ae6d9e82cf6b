package dev.orrery.inspection;

import dev.orrery.descriptor.StatedRule;
import dev.orrery.text.Messages;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Pair;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How findings name what they are about, and where that stands.
final class Words {
    private static final int MOST_NAMED = 8;

    private Words() {}

    /// The names of services, the first few of many.
    static String named(Topology topology, Collection<String> services) {
        return named(topology, services, ", ");
    }

    /// A way from service to service.
    static String way(Topology topology, Collection<String> services) {
        return services.stream().map(topology::nameOf).collect(Collectors.joining(" → "));
    }

    private static String named(Topology topology, Collection<String> services, String between) {
        String all = services.stream().limit(MOST_NAMED).map(topology::nameOf).collect(Collectors.joining(between));
        return services.size() > MOST_NAMED ? all + ", …" : all;
    }

    /// The steps of a way from service to service.
    static List<Pair> steps(List<String> services) {
        return IntStream.range(1, services.size())
                .mapToObj(step -> new Pair(services.get(step - 1), services.get(step)))
                .toList();
    }

    /// Why there is a rule; where it is stated, if it does not say.
    static String because(StatedRule rule) {
        String because = rule.because();
        return because == null || because.isBlank()
                ? Messages.of("inspection.rule-stated", rule.source().toString())
                : because;
    }

    /// Where a dependency is stated first.
    static SourceLocation place(Dependency dependency) {
        return dependency.evidence().getFirst().source();
    }

    /// Where a service is described; where it is needed if nothing describes it.
    static SourceLocation place(Topology topology, String service) {
        return topology.service(service)
                .map(known -> known.source())
                .orElseGet(() -> topology.dependencies().stream()
                        .filter(dependency -> dependency.to().equals(service))
                        .map(Words::place)
                        .findFirst()
                        .orElse(SourceLocation.NOWHERE));
    }
}
