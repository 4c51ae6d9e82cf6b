package dev.orrery.graph;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Topologies in a few words, for tests: boundaries as `name` or `name<outer`, services as `name` or
/// `name@boundary`, dependencies as `a>b`, optional ones as `a?b`.
public final class Topologies {
    private static final SourceLocation HERE = new SourceLocation("test.yaml", 1, 1);

    private final List<Boundary> boundaries = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();

    public static Topologies topology() {
        return new Topologies();
    }

    public Topologies boundaries(String... written) {
        for (String boundary : written) {
            String[] parts = boundary.split("<");
            boundaries.add(
                    new Boundary(parts[0], parts[0], "boundary", parts.length > 1 ? parts[1] : null, null, HERE));
        }
        return this;
    }

    public Topologies services(String... written) {
        for (String service : written) {
            String[] parts = service.split("@");
            service(parts[0], parts.length > 1 ? parts[1] : null);
        }
        return this;
    }

    public Topologies service(String id, @Nullable String boundary) {
        services.add(Service.of(id, ServiceKind.SERVICE, HERE).withBoundary(boundary));
        return this;
    }

    public Topologies needs(String... written) {
        for (String dependency : written) {
            boolean required = dependency.contains(">");
            String[] ends = dependency.split("[>?]");
            needs(ends[0], ends[1], required);
        }
        return this;
    }

    public Topologies needs(String from, String to, boolean required) {
        dependencies.add(new Dependency(
                from,
                to,
                DependencyKind.SYNC,
                required,
                null,
                null,
                List.of(new Evidence(Certainty.DECLARED, "test", HERE)),
                false));
        return this;
    }

    public Topology build() {
        Set<String> defined = new HashSet<>();
        services.forEach(service -> defined.add(service.id()));
        List<Dependency> marked = dependencies.stream()
                .map(dependency -> new Dependency(
                        dependency.from(),
                        dependency.to(),
                        dependency.kind(),
                        dependency.required(),
                        null,
                        null,
                        dependency.evidence(),
                        !defined.contains(dependency.to())))
                .toList();
        return new Topology("test", services, marked, boundaries);
    }
}
