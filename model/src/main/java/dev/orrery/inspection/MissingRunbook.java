package dev.orrery.inspection;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Service;
import java.util.List;
import java.util.Locale;

/// Services without a link that tells what to do when they fail, where nearly all of their kind have one.
final class MissingRunbook implements Inspection {
    @Override
    public String rule() {
        return "missing-runbook";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        int usual = inspected.limits().of(Limit.USUAL);
        return Usual.lacking(inspected.described(), MissingRunbook::hasRunbook, usual).stream()
                .map(service -> Finding.of(
                        this, Problem.info("missing-runbook", service.source(), service.name()), service.id()))
                .toList();
    }

    /// By its title, as in `runbook` or `Run book for the night`.
    private static boolean hasRunbook(Service service) {
        return service.links().keySet().stream()
                .anyMatch(
                        title -> title.toLowerCase(Locale.ROOT).replace(" ", "").contains("runbook"));
    }
}
