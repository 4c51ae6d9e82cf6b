package dev.orrery.inspection;

import dev.orrery.problem.Problem;
import java.util.List;

/// Services that need nobody and that nobody needs: often a dependency that nobody wrote down.
final class IsolatedServices implements Inspection {
    @Override
    public String rule() {
        return "isolated-service";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        // One that stands alone in its topology is not left out of anything.
        if (inspected.topology().services().size() == 1) {
            return List.of();
        }
        return inspected.graph().isolated().stream()
                .flatMap(id -> inspected.topology().service(id).stream())
                .map(service -> Finding.of(
                        this, Problem.info("isolated-service", service.source(), service.name()), service.id()))
                .toList();
    }
}
