package dev.orrery.suggestion;

import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives the groups of a division the boundaries that they mostly are already, or new ones named after the service that
/// is tied to the others most.
final class BoundaryNaming {
    private final Topology topology;
    private final Closeness closeness;
    private final Map<String, Integer> groupOf = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    BoundaryNaming(Topology topology, Closeness closeness) {
        this.topology = topology;
        this.closeness = closeness;
    }

    /// A boundary that there is, and how much it has in common with a group.
    private record Overlap(int group, String boundary, double share) {}

    List<SuggestedBoundary> named(List<List<String>> groups) {
        for (int group = 0; group < groups.size(); group++) {
            for (String service : groups.get(group)) {
                groupOf.put(service, group);
            }
        }
        topology.boundaries().forEach(boundary -> taken.add(boundary.id()));
        Map<Integer, String> kept = kept(groups);
        List<SuggestedBoundary> named = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            if (groups.get(group).size() > 1) {
                named.add(named(group, groups.get(group), kept.get(group)));
            }
        }
        named.sort(Comparator.comparing(SuggestedBoundary::id));
        return named;
    }

    /// Each group at most one of the boundaries, each boundary at most one group; half of either has to be the same.
    private Map<Integer, String> kept(List<List<String>> groups) {
        Map<String, Integer> sizes = new HashMap<>();
        Map<String, Map<Integer, Integer>> common = new HashMap<>();
        for (Service service : topology.services()) {
            if (service.boundary() != null) {
                sizes.merge(service.boundary(), 1, Integer::sum);
                common.computeIfAbsent(service.boundary(), _ -> new HashMap<>())
                        .merge(groupOf.getOrDefault(service.id(), -1), 1, Integer::sum);
            }
        }
        List<Overlap> overlaps = new ArrayList<>();
        common.forEach((boundary, inGroups) -> inGroups.forEach((group, both) -> {
            int all = sizes.getOrDefault(boundary, 0) + groups.get(group).size() - both;
            if (2 * both >= all && groups.get(group).size() > 1) {
                overlaps.add(new Overlap(group, boundary, both / (double) all));
            }
        }));
        overlaps.sort(Comparator.comparingDouble(Overlap::share)
                .reversed()
                .thenComparing(Overlap::boundary)
                .thenComparingInt(Overlap::group));
        Map<Integer, String> kept = new HashMap<>();
        overlaps.forEach(overlap -> {
            if (!kept.containsKey(overlap.group()) && !kept.containsValue(overlap.boundary())) {
                kept.put(overlap.group(), overlap.boundary());
            }
        });
        return kept;
    }

    private SuggestedBoundary named(int group, List<String> services, @Nullable String kept) {
        String hub = hub(services);
        String id = kept == null ? free(hub + "-context") : kept;
        String name = kept == null
                ? Messages.of("suggestion.around", topology.nameOf(hub))
                : topology.boundary(kept).map(Boundary::name).orElse(kept);
        int inside = 0;
        int out = 0;
        int in = 0;
        for (Dependency need : topology.needs()) {
            boolean isFrom = groupOf.getOrDefault(need.from(), -1) == group;
            boolean isTo = groupOf.getOrDefault(need.to(), -1) == group;
            inside += isFrom && isTo ? 1 : 0;
            out += isFrom && !isTo ? 1 : 0;
            in += !isFrom && isTo ? 1 : 0;
        }
        return new SuggestedBoundary(id, name, kept == null, services, inside, out, in);
    }

    private String hub(List<String> services) {
        return services.stream()
                .max(Comparator.<String>comparingDouble(service -> tied(service, services))
                        .thenComparing(Comparator.<String>reverseOrder()))
                .orElseThrow();
    }

    private double tied(String service, List<String> services) {
        double sum = 0;
        for (String other : services) {
            sum += other.equals(service) ? 0 : closeness.between(new Couple(service, other));
        }
        return sum;
    }

    private String free(String wanted) {
        String plain = wanted.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        String id = plain;
        for (int number = 2; !taken.add(id); number++) {
            id = plain + "-" + number;
        }
        return id;
    }
}
