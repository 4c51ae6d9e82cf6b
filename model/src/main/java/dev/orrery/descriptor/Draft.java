package dev.orrery.descriptor;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one source says, before anyone has asked whether it holds together: names are not looked up yet, because
/// another
/// source may define them. [TopologyResolver] makes a topology of one or more drafts.
///
/// @param name of the topology, where the source gives one
/// @param services without their boundaries
/// @param boundaries without what encloses them
/// @param memberships service to boundary
/// @param nestings boundary to enclosing boundary
public record Draft(
        @Nullable String name,
        List<Service> services,
        List<Boundary> boundaries,
        List<Reference> memberships,
        List<Reference> nestings,
        List<Need> needs) {

    public Draft {
        services = List.copyOf(services);
        boundaries = List.copyOf(boundaries);
        memberships = List.copyOf(memberships);
        nestings = List.copyOf(nestings);
        needs = List.copyOf(needs);
    }

    /// One name refers to another.
    public record Reference(String from, String to, SourceLocation source) {}

    /// One statement that a service needs another.
    ///
    /// @param kind null where it is not stated and so follows the target
    public record Need(
            String from,
            String to,
            @Nullable DependencyKind kind,
            boolean required,
            @Nullable String protocol,
            @Nullable String api,
            Evidence evidence) {}
}
