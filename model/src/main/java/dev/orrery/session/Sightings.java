package dev.orrery.session;

import dev.orrery.inspection.InspectionReport;
import dev.orrery.inspection.MissingCalls;
import dev.orrery.probe.Origin;
import dev.orrery.probe.prometheus.ObservedCalls;
import dev.orrery.problem.Problem;
import dev.orrery.topology.ObservedCall;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Sighting;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The newest that each measurement of each server told of who calls whom.
///
/// @param each one for each measurement, sorted by server and rule
public record Sightings(List<Sighting> each) {
    private static final Comparator<Sighting> ORDER = Comparator.comparing(
                    (Sighting sighting) -> sighting.measurement().server())
            .thenComparing(sighting -> sighting.measurement().rule());

    public static final Sightings NONE = new Sightings(List.of());

    /// So long what a server told counts when it tells nothing any more.
    public static final Duration LASTING = ObservedCalls.WINDOW;

    public Sightings {
        each = each.stream().sorted(ORDER).toList();
    }

    /// All calls of all.
    List<ObservedCall> calls() {
        return each.stream().flatMap(sighting -> sighting.calls().stream()).toList();
    }

    /// With newer ones in place of older ones; those of which nothing newer is told stay.
    ///
    /// @param written the dependencies that a text states are worth being missed
    Sightings with(Collection<Sighting> newer, Topology written) {
        Set<Pair> stated = written.dependencies().stream()
                .map(dependency -> new Pair(dependency.from(), dependency.to()))
                .collect(Collectors.toSet());
        List<Sighting> next = new ArrayList<>();
        for (Sighting fresh : newer) {
            next.add(each.stream()
                    .filter(known -> known.measurement().equals(fresh.measurement()))
                    .findFirst()
                    .map(known -> fresh.after(known, stated))
                    .orElse(fresh));
        }
        each.stream()
                .filter(known ->
                        newer.stream().noneMatch(fresh -> fresh.measurement().equals(known.measurement())))
                .forEach(next::add);
        return new Sightings(next);
    }

    /// Without those that are too old; the same instance where none is.
    Sightings at(Instant now) {
        List<Sighting> young = each.stream()
                .filter(sighting -> sighting.at().plus(LASTING).isAfter(now))
                .toList();
        return young.size() == each.size() ? this : new Sightings(young);
    }

    /// Without those of servers that a topology does not name.
    Sightings of(Topology topology) {
        Set<Origin> named = topology.services().stream()
                .flatMap(service -> service.healthChecks().stream())
                .filter(check -> check.request().measured() != null)
                .flatMap(check -> Origin.of(check.url()).stream())
                .collect(Collectors.toSet());
        List<Sighting> still = each.stream()
                .filter(sighting -> Origin.of(sighting.measurement().server().file())
                        .filter(named::contains)
                        .isPresent())
                .toList();
        return new Sightings(still);
    }

    /// What is to be said of a topology with all this in it.
    ///
    /// @param inspections what they found in it
    List<Problem> problems(List<Problem> stated, Topology topology, InspectionReport inspections) {
        List<Problem> problems = new ArrayList<>(stated);
        inspections.told().forEach(problems::add);
        problems.addAll(MissingCalls.of(topology, each));
        each.stream()
                .filter(sighting -> sighting.leftOut() > 0)
                .forEach(sighting -> problems.add(Problem.info(
                        "calls-left-out", sighting.measurement().server(), Integer.toString(sighting.leftOut()))));
        return problems;
    }
}
