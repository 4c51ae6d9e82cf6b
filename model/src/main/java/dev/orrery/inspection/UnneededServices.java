package dev.orrery.inspection;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        Set<String> needed = new HashSet<>();
        Set<String> needing = new HashSet<>();
        for (Dependency dependency : topology.needs()) {
            needed.add(dependency.to());
            needing.add(dependency.from());
        }
        boolean areKindsStated = topology.services().stream()
                .anyMatch(service -> WAYS_IN.contains(service.kind()) && needing.contains(service.id()));
        if (!areKindsStated) {
            return List.of();
        }
        return topology.services().stream()
                .filter(service -> FOR_OTHERS.contains(service.kind()))
                .filter(service -> needing.contains(service.id()) && !needed.contains(service.id()))
                .map(this::finding)
                .toList();
    }

    private Finding finding(Service service) {
        return Finding.of(this, Problem.info("unneeded-service", service.source(), service.name()), service.id());
    }
}
