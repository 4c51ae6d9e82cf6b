package dev.orrery.inspection;

import dev.orrery.problem.Problem;
import java.util.List;

/// Services that nobody can ask how they are, where nearly all of their kind can be asked.
final class MissingHealthCheck implements Inspection {
    @Override
    public String rule() {
        return "missing-health-check";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        int usual = inspected.limits().of(Limit.USUAL);
        return Usual.lacking(
                        inspected.described(),
                        service -> !service.healthChecks().isEmpty(),
                        usual)
                .stream()
                .map(service -> Finding.of(
                        this, Problem.info("missing-health-check", service.source(), service.name()), service.id()))
                .toList();
    }
}
