package dev.orrery.inspection;

import dev.orrery.graph.ServiceGraph;
import dev.orrery.topology.Topology;
import java.util.List;

/// One rule over a topology. It holds no state and never changes what it looks at.
public interface Inspection {

    /// The rule's name, stable and lower case with dashes; also the code of what it reports.
    String rule();

    /// What the rule has to say, in any order.
    ///
    /// @param graph of the same topology
    List<Finding> inspect(Topology topology, ServiceGraph graph);
}
