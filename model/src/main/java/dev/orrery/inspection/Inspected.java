package dev.orrery.inspection;

import dev.orrery.graph.ServiceGraph;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What the rules look at.
///
/// @param graph of the same topology
/// @param rules about who may need whom
record Inspected(Topology topology, ServiceGraph graph, Limits limits, List<ReadRule> rules) {
    private static final String IN_PROCESS = "in-process";
    private static final String START_ORDER = "compose.depends_on";

    static Inspected of(Topology topology, Limits limits) {
        return new Inspected(topology, ServiceGraph.of(topology), limits, List.of());
    }

    /// Over a network, and the one who needs waits for the answer. A call within one process is no hop, and an
    /// order of starting no call.
    static final Predicate<Dependency> IS_CALL = dependency -> switch (dependency.kind()) {
        case SYNC ->
            !IN_PROCESS.equals(dependency.protocol())
                    && dependency.evidence().stream()
                            .anyMatch(piece -> !piece.rule().equals(START_ORDER));
        case ASYNC, DATA -> false;
    };

    /// The services that somebody described: not those of which no more is known than that they were seen to call,
    /// or to be called.
    List<Service> described() {
        Set<String> named = new HashSet<>();
        for (Dependency dependency : topology.dependencies()) {
            if (dependency.certainty() != Certainty.OBSERVED) {
                named.add(dependency.from());
                named.add(dependency.to());
            }
        }
        return topology.services().stream()
                .filter(service -> named.contains(service.id())
                        || service.boundary() != null
                        || service.technology() != null
                        || !service.healthChecks().isEmpty()
                        || !service.tags().isEmpty())
                .toList();
    }
}
