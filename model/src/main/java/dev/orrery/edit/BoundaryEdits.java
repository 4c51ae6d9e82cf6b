package dev.orrery.edit;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Edits of boundaries.
final class BoundaryEdits {
    /// What a boundary is where nothing is said.
    private static final String KIND = "boundary";

    private BoundaryEdits() {}

    static Topology add(Topology topology, TopologyEdit.AddBoundary edit) {
        String id = Names.freeBoundary(topology, edit.boundary());
        List<Boundary> boundaries = new ArrayList<>(topology.boundaries());
        boundaries.add(new Boundary(
                id,
                edit.name() == null ? id : edit.name(),
                edit.kind() == null ? KIND : edit.kind(),
                Names.existing(topology, edit.within()),
                null,
                ServiceEdits.place()));
        return new Topology(topology.name(), topology.services(), topology.dependencies(), boundaries);
    }

    static Topology apply(Topology topology, TopologyEdit.OfBoundary edit) {
        Boundary boundary = Names.boundary(topology, edit.boundary());
        String id = boundary.id();
        return switch (edit) {
            case TopologyEdit.RenameBoundary rename -> {
                String renamed = Names.freeBoundary(topology, rename.renamed());
                yield inPlaceOf(topology, id, renamed, each -> under(renamed, each));
            }
            case TopologyEdit.NameBoundary naming -> {
                String name = naming.name() == null ? id : naming.name();
                yield inPlaceOf(topology, id, id, each -> named(each, name));
            }
            case TopologyEdit.OwnBoundary own -> inPlaceOf(topology, id, id, each -> owned(each, own.owner()));
            case TopologyEdit.NestBoundary nest -> {
                requireOutside(topology, id, nest.within());
                yield inPlaceOf(topology, id, id, each -> each.withWithin(nest.within()));
            }
            case TopologyEdit.DissolveBoundary _ -> inPlaceOf(topology, id, boundary.within(), _ -> null);
        };
    }

    /// The topology with another boundary, or none, in the place of one.
    ///
    /// @param inside the boundary of what was in it
    /// @param change null where it goes
    private static Topology inPlaceOf(
            Topology topology, String id, @Nullable String inside, Function<Boundary, @Nullable Boundary> change) {
        List<Boundary> boundaries = new ArrayList<>();
        for (Boundary each : topology.boundaries()) {
            Boundary next = each.id().equals(id)
                    ? change.apply(each)
                    : id.equals(each.within()) ? each.withWithin(inside) : each;
            if (next != null) {
                boundaries.add(next);
            }
        }
        List<Service> services = topology.services().stream()
                .map(service -> id.equals(service.boundary()) ? service.withBoundary(inside) : service)
                .toList();
        return new Topology(topology.name(), services, topology.dependencies(), boundaries);
    }

    private static void requireOutside(Topology topology, String id, @Nullable String within) {
        Names.existing(topology, within);
        if (topology.enclosing(within).stream().anyMatch(outer -> outer.id().equals(id))) {
            throw new Unmeant("boundary-in-itself", id);
        }
    }

    private static Boundary under(String id, Boundary like) {
        String name = like.name().equals(like.id()) ? id : like.name();
        return new Boundary(id, name, like.kind(), like.within(), like.owner(), like.source());
    }

    private static Boundary named(Boundary like, String name) {
        return new Boundary(like.id(), name, like.kind(), like.within(), like.owner(), like.source());
    }

    private static Boundary owned(Boundary like, @Nullable String owner) {
        return new Boundary(like.id(), like.name(), like.kind(), like.within(), owner, like.source());
    }
}
