package dev.orrery.inspection;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Services that nobody needs and that are nobody's way in: no page, gateway or job, and no worker that takes its
/// work from a queue. Either what calls them was not written down, or they can go.
///
/// Where no page, gateway or job is told apart, any service may be the way in, and nothing is found.
final class UnneededServices implements Inspection {
    private static final Set<ServiceKind> WAYS_IN = EnumSet.of(ServiceKind.WEB, ServiceKind.GATEWAY, ServiceKind.JOB);
    private static final Set<ServiceKind> FOR_OTHERS =
            EnumSet.of(ServiceKind.SERVICE, ServiceKind.DATABASE, ServiceKind.CACHE, ServiceKind.QUEUE);

    @Override
    public String rule() {
        return "unneeded-service";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        Topology topology = inspected.topology();
        boolean areKindsStated = topology.services().stream()
                .anyMatch(service -> WAYS_IN.contains(service.kind())
                        && !inspected.graph().dependencies(service.id()).isEmpty());
        if (!areKindsStated) {
            return List.of();
        }
        Set<String> needed =
                topology.needs().stream().map(dependency -> dependency.to()).collect(Collectors.toSet());
        Set<String> isolated = inspected.graph().isolated();
        return topology.services().stream()
                .filter(service -> FOR_OTHERS.contains(service.kind()))
                .filter(service -> !needed.contains(service.id()) && !isolated.contains(service.id()))
                .map(this::finding)
                .toList();
    }

    private Finding finding(Service service) {
        return Finding.of(this, Problem.info("unneeded-service", service.source(), service.name()), service.id());
    }
}
