package dev.orrery.inspection;

import dev.orrery.graph.ServiceGraph;
import dev.orrery.importer.StatedInspections;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/// All rules, and what they find.
public final class Inspections {
    /// Every rule, by name.
    static final List<Inspection> ALL = List.of(
            new ApiVersions(),
            new DependencyCycles(),
            new Drift(),
            new FanOut(),
            new ForbiddenDependencies(),
            new HardToTest(),
            new InseparableServices(),
            new IsolatedServices(),
            new LongChains(),
            new MissingHealthCheck(),
            new MissingOwner(),
            new MissingRunbook(),
            new OwnerBypassed(),
            new Promises(),
            new SharedStores(),
            new SinglePointsOfFailure(),
            new UnneededServices());

    private Inspections() {}

    /// What all rules find by themselves, in source order.
    public static List<Finding> inspect(Topology topology) {
        return inspect(topology, StatedInspections.NONE).findings();
    }

    /// What all rules find, and what of it is to be told.
    ///
    /// @param stated as the files have it from which the topology was read
    public static InspectionReport inspect(Topology topology, StatedInspections stated) {
        return inspect(topology, ServiceGraph.of(topology), stated);
    }

    /// The same, where the graph of the topology is at hand.
    public static InspectionReport inspect(Topology topology, ServiceGraph graph, StatedInspections stated) {
        List<Problem> problems = new ArrayList<>();
        StatedPolicy policy = new StatedPolicy(stated, rules(), problems);
        List<ReadRule> rules = ReadRule.of(stated.rules(), topology, graph, problems::add);
        Inspected inspected = new Inspected(topology, graph, policy.limits(), rules);
        return policy.report(ALL.stream()
                .filter(inspection -> !policy.isOff(inspection.rule()))
                .flatMap(inspection -> inspection.inspect(inspected).stream())
                .map(policy::weighed)
                .sorted()
                .toList());
    }

    /// The names of all rules, sorted.
    public static List<String> rules() {
        return ALL.stream().map(Inspection::rule).sorted().toList();
    }
}
