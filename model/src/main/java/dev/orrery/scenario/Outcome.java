package dev.orrery.scenario;

import dev.orrery.comparison.Comparison;
import dev.orrery.inspection.Finding;
import dev.orrery.inspection.Inspections;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a scenario does.
///
/// @param before the topology as it is
/// @param after the topology with the edits; faults change no topology
/// @param faults as assumed
/// @param hits whom the faults reach, by service
/// @param certainTeams owners of what is hit for certain, or has a fault itself
/// @param possibleTeams other owners of what is possibly hit
/// @param brokenChains from each service that nobody needs and that is hit for certain, the services up to the
///     fault: what people at that end will notice
/// @param figuresBefore of the topology as it is
/// @param figuresAfter of the topology with the edits
/// @param newFindings what inspections find after the edits and did not before
/// @param goneFindings what they found before and do not after
public record Outcome(
        Topology before,
        Topology after,
        List<AssumedFault> faults,
        List<Hit> hits,
        SortedSet<String> certainTeams,
        SortedSet<String> possibleTeams,
        List<List<String>> brokenChains,
        Measures figuresBefore,
        Measures figuresAfter,
        List<Finding> newFindings,
        List<Finding> goneFindings) {
    public Outcome {
        faults = List.copyOf(faults);
        hits = List.copyOf(hits);
        certainTeams = Collections.unmodifiableSortedSet(new TreeSet<>(certainTeams));
        possibleTeams = Collections.unmodifiableSortedSet(new TreeSet<>(possibleTeams));
        brokenChains = brokenChains.stream().map(List::copyOf).toList();
        newFindings = List.copyOf(newFindings);
        goneFindings = List.copyOf(goneFindings);
    }

    /// @param faults of services that are in the later topology
    static Outcome of(Topology before, Topology after, List<AssumedFault> faults) {
        List<Hit> hits = new Spread(after).hits(faults);
        SortedSet<String> certain = teams(
                after,
                Stream.concat(
                        faults.stream().map(AssumedFault::service),
                        hits.stream().filter(Hit::isCertain).map(Hit::service)));
        SortedSet<String> possible = teams(after, hits.stream().map(Hit::service));
        possible.removeAll(certain);
        boolean isEdited = !before.equals(after);
        List<Finding> found = isEdited ? Inspections.inspect(before) : List.of();
        List<Finding> finds = isEdited ? Inspections.inspect(after) : List.of();
        return new Outcome(
                before,
                after,
                faults,
                hits,
                certain,
                possible,
                chains(after, hits),
                Measures.of(before),
                Measures.of(after),
                without(finds, found),
                without(found, finds));
    }

    /// What the edits change, on one canvas and as a list.
    public Comparison comparison() {
        return Comparison.of(before, after);
    }

    /// Whether who needs something in this way is hit for certain where that is hit for certain.
    public static boolean isWaitedFor(Dependency need) {
        return Spread.isCertain(need);
    }

    private static SortedSet<String> teams(Topology topology, Stream<String> services) {
        return services.flatMap(id -> team(topology, id).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The owner of a service, else of the innermost boundary around it that has one.
    private static Optional<String> team(Topology topology, String id) {
        Optional<Service> service = topology.service(id);
        return service.map(Service::owner)
                .or(() -> service.stream()
                        .flatMap(known -> topology.enclosing(known.boundary()).stream())
                        .map(Boundary::owner)
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    private static List<List<String>> chains(Topology topology, List<Hit> hits) {
        Set<String> needed = topology.needs().stream().map(Dependency::to).collect(Collectors.toSet());
        return hits.stream()
                .filter(hit -> hit.isCertain() && !needed.contains(hit.service()))
                .map(Hit::path)
                .toList();
    }

    /// Places move with every edit, so findings are the same by rule and subjects.
    private static List<Finding> without(Collection<Finding> all, Collection<Finding> known) {
        Set<List<Object>> keys = new HashSet<>();
        known.forEach(finding -> keys.add(List.of(finding.rule(), finding.subjects())));
        return all.stream()
                .filter(finding -> !keys.contains(List.<Object>of(finding.rule(), finding.subjects())))
                .toList();
    }
}
