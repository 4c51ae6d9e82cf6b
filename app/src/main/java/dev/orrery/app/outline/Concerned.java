package dev.orrery.app.outline;

import dev.orrery.graph.NodeId;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Which service or boundary a place in a source is about.
final class Concerned {
    private record Defined(NodeId node, SourceLocation source) {}

    private Concerned() {}

    /// The service whose dependency is stated exactly there; else what is defined nearest above `place` in the same
    /// file, or on its line.
    static Optional<NodeId> by(SourceLocation place, Topology topology) {
        return topology.dependencies().stream()
                .filter(dependency -> dependency.evidence().stream()
                        .anyMatch(piece -> piece.source().equals(place)))
                .map(dependency -> NodeId.service(dependency.from()))
                .findFirst()
                .or(() -> defined(place, topology));
    }

    private static Optional<NodeId> defined(SourceLocation place, Topology topology) {
        Stream<Defined> services = topology.services().stream().flatMap(Concerned::defined);
        Stream<Defined> boundaries = topology.boundaries().stream().map(Concerned::defined);
        return Stream.concat(services, boundaries)
                .filter(defined -> defined.source().file().equals(place.file()))
                .filter(defined -> defined.source().line() <= place.line())
                .max(Comparator.comparing(Defined::source).thenComparing(Defined::node))
                .map(Defined::node);
    }

    /// Each source of a service is about it.
    private static Stream<Defined> defined(Service service) {
        return service.sources().stream().map(source -> new Defined(NodeId.service(service.id()), source));
    }

    private static Defined defined(Boundary boundary) {
        return new Defined(NodeId.boundary(boundary.id()), boundary.source());
    }
}
