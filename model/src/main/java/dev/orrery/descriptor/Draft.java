package dev.orrery.descriptor;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.PrometheusRule;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one source says, before anyone has asked whether it holds together: names are not looked up yet, because
/// another source may define them. [TopologyResolver] makes a topology of one or more drafts.
///
/// Within one draft two services are two, whatever they are called; across drafts the same service may be described
/// more than once.
///
/// @param format that it is written in, as in `compose`
/// @param scope what tells it from another draft of the same format, for people: a folder or file; empty for the
///     root
/// @param name of the topology, where the source gives one
/// @param services without their boundaries
/// @param boundaries without what encloses them
/// @param memberships service to boundary
/// @param nestings boundary to enclosing boundary
/// @param needs by the ids, or the aliases, of services of this or another draft. An inferred one whose target
///     nobody defines under any name is dropped in silence: a host name alone is no evidence of a service
/// @param rule one server for all services of the topology; null where none is stated
/// @param rules about who may need whom
public record Draft(
        String format,
        String scope,
        @Nullable String name,
        List<Service> services,
        List<Boundary> boundaries,
        List<Reference> memberships,
        List<Reference> nestings,
        List<Need> needs,
        @Nullable PrometheusRule rule,
        List<StatedRule> rules) {

    public Draft {
        services = List.copyOf(services);
        boundaries = List.copyOf(boundaries);
        memberships = List.copyOf(memberships);
        nestings = List.copyOf(nestings);
        needs = List.copyOf(needs);
        rules = List.copyOf(rules);
    }

    /// A draft that is being written.
    public static Builder of(String format, String scope) {
        return new Builder(format, scope);
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
            Evidence evidence) {

        /// A required need of which nothing more is said.
        public static Need of(String from, String to, Evidence evidence) {
            return new Need(from, to, null, true, null, null, evidence);
        }
    }

    /// Collects what a reader finds, in its order.
    public static final class Builder {
        private final String format;
        private final String scope;
        private @Nullable String name;
        private final List<Service> services = new ArrayList<>();
        private final List<Boundary> boundaries = new ArrayList<>();
        private final List<Reference> memberships = new ArrayList<>();
        private final List<Reference> nestings = new ArrayList<>();
        private final List<Need> needs = new ArrayList<>();

        private Builder(String format, String scope) {
            this.format = format;
            this.scope = scope;
        }

        public Builder name(@Nullable String topology) {
            this.name = topology;
            return this;
        }

        public Builder add(Service service) {
            services.add(service);
            return this;
        }

        public Builder add(Boundary boundary) {
            boundaries.add(boundary);
            return this;
        }

        public Builder add(Need need) {
            needs.add(need);
            return this;
        }

        /// Puts a service into a boundary.
        public Builder member(String service, String boundary, SourceLocation source) {
            memberships.add(new Reference(service, boundary, source));
            return this;
        }

        /// Puts a boundary into another.
        public Builder nest(String inner, String outer, SourceLocation source) {
            nestings.add(new Reference(inner, outer, source));
            return this;
        }

        public Draft build() {
            return new Draft(format, scope, name, services, boundaries, memberships, nestings, needs, null, List.of());
        }
    }
}
