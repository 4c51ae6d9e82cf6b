package dev.orrery.graph;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Brings communities to a topology that has changed a little, so that nobody moves house because of a neighbour.
final class CommunityUpkeep {
    /// Of all services; where more are new, the communities are found anew.
    private static final int NEW_ONE_IN = 10;

    private final Communities before;
    private final Topology topology;
    private final Map<String, Boundary> byId = new HashMap<>();
    private final SortedMap<String, String> homes = new TreeMap<>();

    CommunityUpkeep(Communities before, Topology topology) {
        this.before = before;
        this.topology = topology;
        before.found().forEach(community -> byId.put(community.id(), community));
    }

    Communities communities() {
        if (before.found().isEmpty()) {
            // A picture that was all open does not collapse for one box more.
            return VisibleGraph.boxes(topology) <= 2 * Communities.LARGE ? Communities.NONE : Communities.of(topology);
        }
        if (VisibleGraph.boxes(topology) <= Communities.LARGE || !hubsAreThere() || !settle()) {
            return Communities.of(topology);
        }
        return new Communities(before.found(), homes, before.ofBoundaries());
    }

    /// A community is not named after what is gone.
    private boolean hubsAreThere() {
        for (Boundary community : before.found()) {
            for (String hub :
                    community.id().substring(CommunitySearch.PREFIX.length()).split("\\+")) {
                if (topology.service(hub).isEmpty() && topology.boundary(hub).isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    /// @return whether few enough are new
    private boolean settle() {
        Map<String, SortedMap<String, Integer>> sizes = new HashMap<>();
        before.ofServices()
                .values()
                .forEach(home ->
                        sizes.computeIfAbsent(scope(home), _ -> new TreeMap<>()).merge(home, 1, Integer::sum));
        Set<String> homeless = new HashSet<>();
        for (Service service : topology.services()) {
            String home = before.ofServices().get(service.id());
            if (home != null && scope(home).equals(key(service.boundary()))) {
                homes.put(service.id(), home);
            } else if (sizes.containsKey(key(service.boundary()))) {
                homeless.add(service.id());
            }
        }
        if (homeless.size() > topology.services().size() / NEW_ONE_IN) {
            return false;
        }
        Map<String, SortedMap<String, Integer>> links = links(homeless);
        for (String id : homeless) {
            Service service = topology.service(id).orElseThrow();
            SortedMap<String, Integer> known = sizes.getOrDefault(key(service.boundary()), new TreeMap<>());
            SortedMap<String, Integer> linked = links.getOrDefault(id, new TreeMap<>());
            linked.keySet().retainAll(known.keySet());
            homes.put(id, linked.isEmpty() ? least(known) : most(linked));
        }
        return true;
    }

    /// How often each of these is linked with each community.
    private Map<String, SortedMap<String, Integer>> links(Set<String> homeless) {
        Map<String, SortedMap<String, Integer>> links = new HashMap<>();
        for (Dependency dependency : topology.dependencies()) {
            if (dependency.isWritten()) {
                link(links, homeless, dependency.from(), dependency.to());
                link(links, homeless, dependency.to(), dependency.from());
            }
        }
        return links;
    }

    private void link(Map<String, SortedMap<String, Integer>> links, Set<String> homeless, String one, String other) {
        String home = homes.get(other);
        if (homeless.contains(one) && home != null) {
            links.computeIfAbsent(one, _ -> new TreeMap<>()).merge(home, 1, Integer::sum);
        }
    }

    private static String most(SortedMap<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
    }

    private static String least(SortedMap<String, Integer> counts) {
        return counts.entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    /// The stated boundary in which a community lies.
    private String scope(String community) {
        String outer = community;
        for (Boundary known = byId.get(community); known != null; ) {
            outer = known.within();
            known = outer == null ? null : byId.get(outer);
        }
        return key(outer);
    }

    private static String key(@Nullable String boundary) {
        return boundary == null ? "" : boundary;
    }
}
