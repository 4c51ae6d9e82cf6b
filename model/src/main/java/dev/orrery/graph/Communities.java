package dev.orrery.graph;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Boundaries that only the picture has, where a topology is large and more stands side by side than can be looked at:
/// around services, and around boundaries, that have much to do with each other. Each is named after its hub, the
/// member with the most links inside. Nothing that is read, checked, listed or written knows of them.
///
/// @param found sorted by id
/// @param ofServices by service, the innermost community around it
/// @param ofBoundaries by boundary, the innermost community around it
public record Communities(
        List<Boundary> found, SortedMap<String, String> ofServices, SortedMap<String, String> ofBoundaries) {
    /// More boxes than these are too many to look at, whatever is around them. Smaller topologies have no communities.
    public static final int LARGE = 400;

    /// More services than these side by side are put into communities.
    static final int CROWD = 60;
    /// Stated boundaries are put into communities only where they are more than these.
    static final int MANY_BOUNDARIES = 100;

    public static final Communities NONE = new Communities(List.of(), new TreeMap<>(), new TreeMap<>());

    public Communities {
        found = found.stream().sorted(Comparator.comparing(Boundary::id)).toList();
        ofServices = Collections.unmodifiableSortedMap(new TreeMap<>(ofServices));
        ofBoundaries = Collections.unmodifiableSortedMap(new TreeMap<>(ofBoundaries));
    }

    /// The communities of a topology; the same for the same services, boundaries and written dependencies.
    public static Communities of(Topology topology) {
        return VisibleGraph.boxes(topology) <= LARGE ? NONE : new CommunitySearch(topology).communities();
    }

    /// The communities once the topology has been read again: whoever was in one stays there, and who is new joins the
    /// one
    /// that it is linked with most. Where much is new, or a hub is gone, they are found anew.
    public Communities following(Topology topology) {
        return new CommunityUpkeep(this, topology).communities();
    }

    /// A topology with these communities as boundaries, to be pictured. What has moved to another boundary since they
    /// were found stays in that.
    public Topology in(Topology topology) {
        if (found.isEmpty()) {
            return topology;
        }
        Map<String, Boundary> byId = new TreeMap<>();
        found.forEach(community -> byId.put(community.id(), community));
        List<Boundary> boundaries = new ArrayList<>(found);
        for (Boundary boundary : topology.boundaries()) {
            String around = around(byId, ofBoundaries.get(boundary.id()), boundary.within());
            boundaries.add(around == null ? boundary : boundary.withWithin(around));
        }
        List<Service> services = new ArrayList<>();
        for (Service service : topology.services()) {
            String around = around(byId, ofServices.get(service.id()), service.boundary());
            services.add(around == null ? service : service.withBoundary(around));
        }
        return new Topology(topology.name(), services, topology.dependencies(), boundaries);
    }

    /// The community where it lies in the boundary that is stated; null where it does not.
    private static @Nullable String around(
            Map<String, Boundary> byId, @Nullable String community, @Nullable String stated) {
        String outer = community;
        for (Boundary known = community == null ? null : byId.get(community); known != null; ) {
            outer = known.within();
            known = outer == null ? null : byId.get(outer);
        }
        return Objects.equals(outer, stated) ? community : null;
    }
}
