package dev.orrery.suggestion;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Boundaries that a topology could have. A service that has little to do with any other is in none of them, and stays
/// where it is.
///
/// @param topology for which they are suggested
/// @param closeness by which
/// @param wishes that they follow
/// @param resolution at which they were found
/// @param boundaries of two services at least, by their ids
/// @param groups all groups of the division, those of one service included, each sorted, by their first
/// @param before what the boundaries that there are cost
/// @param after what the suggested ones would
public record Suggestion(
        Topology topology,
        Closeness closeness,
        Wishes wishes,
        double resolution,
        List<SuggestedBoundary> boundaries,
        List<List<String>> groups,
        Figures before,
        Figures after) {
    /// What a new boundary is.
    private static final String KIND = "bounded-context";

    private static final int MOST_TERMS = 3;

    public Suggestion {
        boundaries = List.copyOf(boundaries);
        groups = groups.stream().map(List::copyOf).toList();
    }

    /// The same for the same topology, changes and wishes.
    public static Suggestion of(Topology topology, CoChange coChange, Wishes wishes) {
        return of(topology, Closeness.of(topology, coChange), wishes);
    }

    /// The same with a closeness that is at hand, as while the resolution changes.
    public static Suggestion of(Topology topology, Closeness closeness, Wishes wishes) {
        Divider.Divided divided = new Divider(topology, closeness, wishes).divided();
        List<SuggestedBoundary> boundaries = new BoundaryNaming(topology, closeness).named(divided.groups());
        Map<String, String> places = new HashMap<>();
        for (Service service : topology.services()) {
            String boundary = service.boundary();
            if (boundary != null) {
                places.put(service.id(), boundary);
            }
        }
        boundaries.forEach(boundary -> boundary.services().forEach(service -> places.put(service, boundary.id())));
        return new Suggestion(
                topology,
                closeness,
                wishes,
                divided.resolution(),
                boundaries,
                divided.groups(),
                Figures.of(topology),
                Figures.of(topology, places));
    }

    /// The edits that make the topology as suggested: a boundary where there is none, and a service into its
    /// boundary where it is not there. A boundary that is left without services stays.
    public List<TopologyEdit> edits() {
        List<TopologyEdit> edits = new ArrayList<>();
        for (SuggestedBoundary boundary : boundaries) {
            if (boundary.isNew()) {
                edits.add(new TopologyEdit.AddBoundary(boundary.id(), boundary.name(), KIND, null));
            }
        }
        for (SuggestedBoundary boundary : boundaries) {
            for (String service : boundary.services()) {
                boolean isThere = topology.service(service)
                        .map(known -> boundary.id().equals(known.boundary()))
                        .orElse(false);
                if (!isThere) {
                    edits.add(new TopologyEdit.MoveService(service, boundary.id()));
                }
            }
        }
        return edits;
    }

    /// Why each two services of a boundary are together, by their ids.
    public List<PutTogether> pairs(SuggestedBoundary boundary) {
        List<PutTogether> pairs = new ArrayList<>();
        List<String> services = boundary.services();
        for (int one = 0; one < services.size(); one++) {
            for (int other = one + 1; other < services.size(); other++) {
                pairs.add(why(new Couple(services.get(one), services.get(other)), services));
            }
        }
        return pairs;
    }

    private PutTogether why(Couple couple, List<String> services) {
        List<Weight> terms = closeness.terms(couple).stream().limit(MOST_TERMS).toList();
        boolean isWished =
                wishes.together().stream().anyMatch(set -> set.containsAll(Set.of(couple.one(), couple.other())));
        return new PutTogether(couple, terms, terms.isEmpty() ? through(couple, services) : null, isWished);
    }

    private @Nullable String through(Couple couple, List<String> services) {
        String best = null;
        double most = 0;
        for (String third : services) {
            if (!third.equals(couple.one()) && !third.equals(couple.other())) {
                double least = Math.min(
                        closeness.between(new Couple(couple.one(), third)),
                        closeness.between(new Couple(couple.other(), third)));
                if (least > most) {
                    best = third;
                    most = least;
                }
            }
        }
        return best;
    }
}
