package dev.orrery.inspection;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.problem.Problem;
import dev.orrery.query.Owner;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Services that nobody looks after, neither by themselves nor through a boundary, where nearly all others have an
/// owner. What is not yours has none.
final class MissingOwner implements Inspection {
    @Override
    public String rule() {
        return "missing-owner";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        Topology topology = inspected.topology();
        int usual = inspected.limits().of(Limit.USUAL);
        return Usual.lacking(inspected.described(), service -> Owner.of(service, topology) != null, usual).stream()
                .map(service -> finding(topology, service))
                .toList();
    }

    private Finding finding(Topology topology, Service service) {
        Finding finding =
                Finding.of(this, Problem.warning("missing-owner", service.source(), service.name()), service.id());
        return ofAllBeside(topology, service)
                .map(owner -> finding.mendedBy(new TopologyEdit.SetOwner(service.id(), owner)))
                .orElse(finding);
    }

    /// The owner of all others in the same boundary, where they have but one.
    private static Optional<String> ofAllBeside(Topology topology, Service service) {
        String boundary = service.boundary();
        if (boundary == null) {
            return Optional.empty();
        }
        List<String> owners = topology.services().stream()
                .filter(other -> boundary.equals(other.boundary()))
                .map(other -> Owner.of(other, topology))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
    }
}
