package dev.orrery.inspection;

import dev.orrery.graph.ServiceGraph;
import dev.orrery.topology.Topology;
import java.util.List;

/// All rules, and what they find.
public final class Inspections {
    /// Every rule, by name.
    public static final List<Inspection> ALL = List.of(new DependencyCycles(), new Drift(), new IsolatedServices());

    private Inspections() {}

    /// What all rules find, in source order.
    public static List<Finding> inspect(Topology topology) {
        ServiceGraph graph = ServiceGraph.of(topology);
        return ALL.stream()
                .flatMap(inspection -> inspection.inspect(topology, graph).stream())
                .sorted()
                .toList();
    }
}
