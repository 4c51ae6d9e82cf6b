package dev.orrery.inspection;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Services that cannot answer before many others have. Pages and gateways are left out: they lead to everything,
/// but one request asks little of it.
final class FanOut implements Inspection {
    private static final Set<ServiceKind> WHOLE_ANSWERS =
            EnumSet.of(ServiceKind.SERVICE, ServiceKind.WORKER, ServiceKind.JOB);

    @Override
    public String rule() {
        return "fan-out";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        int most = inspected.limits().of(Limit.FAN_OUT);
        Map<String, Long> counts = inspected.topology().needs().stream()
                .filter(Inspected.IS_CALL)
                .filter(Dependency::required)
                .collect(Collectors.groupingBy(Dependency::from, Collectors.counting()));
        return inspected.topology().services().stream()
                .filter(service -> WHOLE_ANSWERS.contains(service.kind()))
                .filter(service -> counts.getOrDefault(service.id(), 0L) > most)
                .map(service -> finding(service, counts.getOrDefault(service.id(), 0L)))
                .toList();
    }

    private Finding finding(Service service, long count) {
        return Finding.of(
                this, Problem.info("fan-out", service.source(), service.name(), Long.toString(count)), service.id());
    }
}
