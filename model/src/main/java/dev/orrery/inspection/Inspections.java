package dev.orrery.inspection;

import dev.orrery.topology.Topology;
import java.util.List;

/// All rules, and what they find.
public final class Inspections {
    /// Every rule, by name.
    static final List<Inspection> ALL = List.of(
            new ApiVersions(),
            new DependencyCycles(),
            new Drift(),
            new FanOut(),
            new HardToTest(),
            new InseparableServices(),
            new IsolatedServices(),
            new LongChains(),
            new MissingHealthCheck(),
            new MissingOwner(),
            new MissingRunbook(),
            new OwnerBypassed(),
            new SharedStores(),
            new SinglePointsOfFailure(),
            new UnneededServices());

    private Inspections() {}

    /// What all rules find, in source order.
    public static List<Finding> inspect(Topology topology) {
        Inspected inspected = Inspected.of(topology, Limits.STANDARD);
        return ALL.stream()
                .flatMap(inspection -> inspection.inspect(inspected).stream())
                .sorted()
                .toList();
    }
}
