package dev.orrery.inspection;

import dev.orrery.graph.ServiceGraph;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Topology;
import java.util.List;

/// Services that need nobody and that nobody needs: often a dependency that nobody wrote down.
final class IsolatedServices implements Inspection {
    @Override
    public String rule() {
        return "isolated-service";
    }

    @Override
    public List<Finding> inspect(Topology topology, ServiceGraph graph) {
        // One that stands alone in its topology is not left out of anything.
        if (topology.services().size() == 1) {
            return List.of();
        }
        return graph.isolated().stream()
                .flatMap(id -> topology.service(id).stream())
                .map(service -> new Finding(
                        rule(),
                        Problem.info("isolated-service", service.source(), service.name()),
                        List.of(service.id())))
                .toList();
    }
}
