package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Pair;
import dev.orrery.topology.PrometheusRule;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes one valid topology of what the sources say, and reports what does not hold together.
///
/// A service that several sources describe is one service, by the rules of [Identities]; what any of them needs is
/// kept, with all evidence.
public final class TopologyResolver {
    /// Formats in which a dependency on nothing is a mistake of whoever wrote it. In the others it may well be defined
    /// in a repository that is not at hand.
    private static final Set<String> COMPLETE = Set.of("native", "compose");

    private final List<Draft> drafts;
    private final Consumer<Problem> report;
    private final ServiceLookup lookup;
    private final Map<String, Service> services = new TreeMap<>();
    private final Map<String, Boundary> boundaries;

    private TopologyResolver(List<Draft> drafts, Map<String, List<String>> aliases, Consumer<Problem> report) {
        this.drafts = drafts;
        this.report = report;
        this.boundaries = BoundaryNesting.resolve(drafts, report);
        Identities identities = Identities.of(drafts, aliases, report);
        identities.all().forEach(identity -> services.put(identity.id(), MergedService.of(identity)));
        this.lookup = new ServiceLookup(drafts, identities);
    }

    /// @param name for people
    /// @param drafts in the order in which they count
    public static Topology resolve(String name, List<Draft> drafts, Consumer<Problem> report) {
        return resolve(name, drafts, Map.of(), report);
    }

    /// @param aliases names that the user declares to mean one service: any of its names to the others
    public static Topology resolve(
            String name, List<Draft> drafts, Map<String, List<String>> aliases, Consumer<Problem> report) {
        TopologyResolver resolver = new TopologyResolver(drafts, aliases, report);
        resolver.enterBoundaries();
        List<Dependency> dependencies = resolver.dependencies();
        Topology topology = new Topology(
                name, List.copyOf(resolver.services.values()), dependencies, List.copyOf(resolver.boundaries.values()));
        return resolver.rule().map(rule -> rule.cover(topology)).orElse(topology);
    }

    /// The first counts: two servers for all would be one too many.
    private Optional<PrometheusRule> rule() {
        List<PrometheusRule> stated = drafts.stream()
                .flatMap(draft -> Stream.ofNullable(draft.rule()))
                .toList();
        stated.stream()
                .skip(1)
                .forEach(other -> report.accept(Problem.warning(
                        "prometheus-twice", other.source(), stated.getFirst().url())));
        return stated.stream().findFirst();
    }

    private void enterBoundaries() {
        for (int draft = 0; draft < drafts.size(); draft++) {
            for (Draft.Reference membership : drafts.get(draft).memberships()) {
                Service member = lookup.find(draft, membership.from())
                        .map(Identity::id)
                        .map(services::get)
                        .orElse(null);
                if (!boundaries.containsKey(membership.to())) {
                    report.accept(Problem.error("unknown-boundary", membership.source(), membership.to()));
                } else if (member != null && member.boundary() == null) {
                    services.put(member.id(), member.withBoundary(membership.to()));
                }
            }
        }
    }

    /// @param format of the first draft that states it
    private record Needs(Pair ends, String format, List<Draft.Need> stated) {}

    private List<Dependency> dependencies() {
        Map<Pair, Needs> byPair = new LinkedHashMap<>();
        for (int draft = 0; draft < drafts.size(); draft++) {
            String format = drafts.get(draft).format();
            for (Draft.Need need : drafts.get(draft).needs()) {
                ends(draft, need)
                        .ifPresent(ends -> byPair.computeIfAbsent(ends, _ -> new Needs(ends, format, new ArrayList<>()))
                                .stated()
                                .add(need));
            }
        }
        return byPair.values().stream().map(this::dependency).toList();
    }

    /// The services that a need is between. Empty where it is between a service and itself, or leads to nobody and is
    /// no more than a conclusion.
    private Optional<Pair> ends(int draft, Draft.Need need) {
        Certainty certainty = need.evidence().certainty();
        Optional<String> from = lookup.find(draft, need.from()).map(Identity::id);
        Optional<String> to = lookup.find(draft, need.to()).map(Identity::id);
        if (from.isEmpty()) {
            return Optional.empty();
        }
        if (to.isEmpty() && (certainty == Certainty.INFERRED || certainty == Certainty.ALLOWED)) {
            return Optional.empty();
        }
        Pair ends = new Pair(from.get(), to.orElse(need.to()));
        if (ends.from().equals(ends.to())) {
            if (certainty == Certainty.DECLARED) {
                report.accept(Problem.warning("self-dependency", need.evidence().source(), need.from()));
            }
            return Optional.empty();
        }
        return Optional.of(ends);
    }

    private Dependency dependency(Needs needs) {
        Pair pair = needs.ends();
        List<Draft.Need> stated = needs.stated();
        Service target = services.get(pair.to());
        if (target == null) {
            report.accept(new Problem(
                    "dangling-dependency",
                    COMPLETE.contains(needs.format()) ? Severity.ERROR : Severity.WARNING,
                    stated.getFirst().evidence().source(),
                    List.of(pair.from(), pair.to())));
        }
        DependencyKind kind = first(stated.stream().map(Draft.Need::kind));
        DependencyKind implied = target == null ? DependencyKind.SYNC : DependencyKind.towards(target.kind());
        List<Evidence> evidence = stated.stream()
                .map(Draft.Need::evidence)
                .distinct()
                .sorted(Comparator.comparing(Evidence::source).thenComparing(Evidence::rule))
                .toList();
        return new Dependency(
                pair.from(),
                pair.to(),
                kind == null ? implied : kind,
                isRequired(stated),
                first(stated.stream().map(Draft.Need::protocol)),
                first(stated.stream().map(Draft.Need::api)),
                evidence,
                target == null);
    }

    /// Those who declare it say so; where nobody does, whoever concluded or saw it.
    private static boolean isRequired(List<Draft.Need> stated) {
        List<Draft.Need> declared = stated.stream()
                .filter(need -> need.evidence().certainty() == Certainty.DECLARED)
                .toList();
        return (declared.isEmpty() ? stated : declared).stream().anyMatch(Draft.Need::required);
    }

    private static <T> @Nullable T first(Stream<@Nullable T> candidates) {
        return candidates.filter(Objects::nonNull).findFirst().orElse(null);
    }
}
