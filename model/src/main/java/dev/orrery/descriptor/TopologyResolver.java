package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes one valid topology of what the sources say, and reports what does not hold together.
///
/// Where two sources define the same name the first one counts; what either of them needs is kept.
public final class TopologyResolver {
    private final Consumer<Problem> report;
    private final Map<String, Service> services = new TreeMap<>();
    private final Map<String, Boundary> boundaries;

    private TopologyResolver(List<Draft> drafts, Consumer<Problem> report) {
        this.report = report;
        this.boundaries = BoundaryNesting.resolve(drafts, report);
    }

    /// @param name for people
    /// @param drafts in the order in which they count
    public static Topology resolve(String name, List<Draft> drafts, Consumer<Problem> report) {
        TopologyResolver resolver = new TopologyResolver(drafts, report);
        drafts.forEach(resolver::addServices);
        List<Dependency> dependencies = resolver.dependencies(drafts);
        return new Topology(
                name, List.copyOf(resolver.services.values()), dependencies, List.copyOf(resolver.boundaries.values()));
    }

    private void addServices(Draft draft) {
        for (Service service : draft.services()) {
            Service first = services.putIfAbsent(service.id(), service);
            if (first != null) {
                report.accept(Problem.info(
                        "service-defined-twice",
                        service.source(),
                        service.id(),
                        first.source().toString()));
            }
        }
        for (Draft.Reference membership : draft.memberships()) {
            Service member = services.get(membership.from());
            if (!boundaries.containsKey(membership.to())) {
                report.accept(Problem.error("unknown-boundary", membership.source(), membership.to()));
            } else if (member != null && member.boundary() == null) {
                services.put(member.id(), member.withBoundary(membership.to()));
            }
        }
    }

    private List<Dependency> dependencies(List<Draft> drafts) {
        Map<Pair, List<Draft.Need>> byPair = new LinkedHashMap<>();
        drafts.stream()
                .flatMap(draft -> draft.needs().stream())
                .filter(this::isBetweenTwo)
                .forEach(need -> byPair.computeIfAbsent(new Pair(need.from(), need.to()), _ -> new ArrayList<>())
                        .add(need));
        return byPair.entrySet().stream()
                .map(entry -> dependency(entry.getKey(), entry.getValue()))
                .toList();
    }

    private boolean isBetweenTwo(Draft.Need need) {
        if (need.from().equals(need.to())) {
            report.accept(Problem.warning("self-dependency", need.evidence().source(), need.from()));
            return false;
        }
        return services.containsKey(need.from());
    }

    private Dependency dependency(Pair pair, List<Draft.Need> needs) {
        Service target = services.get(pair.to());
        if (target == null) {
            report.accept(Problem.error(
                    "dangling-dependency", needs.getFirst().evidence().source(), pair.from(), pair.to()));
        }
        DependencyKind stated = first(needs.stream().map(Draft.Need::kind));
        DependencyKind implied = target == null ? DependencyKind.SYNC : DependencyKind.towards(target.kind());
        List<Evidence> evidence = needs.stream()
                .map(Draft.Need::evidence)
                .distinct()
                .sorted(Comparator.comparing(Evidence::source).thenComparing(Evidence::rule))
                .toList();
        return new Dependency(
                pair.from(),
                pair.to(),
                stated == null ? implied : stated,
                needs.stream().anyMatch(Draft.Need::required),
                first(needs.stream().map(Draft.Need::protocol)),
                first(needs.stream().map(Draft.Need::api)),
                evidence,
                target == null);
    }

    private static <T> @Nullable T first(Stream<@Nullable T> candidates) {
        return candidates.filter(Objects::nonNull).findFirst().orElse(null);
    }

    private record Pair(String from, String to) {}
}
