package dev.orrery.probe;

import dev.orrery.health.CheckId;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// One check to ask.
public record ProbeTarget(CheckId id, HealthCheck check) {
    /// All that there is to ask in a topology, by id. Services that their own descriptor leaves out by default are
    /// not asked: nobody started them.
    public static List<ProbeTarget> of(Topology topology) {
        List<ProbeTarget> targets = new ArrayList<>();
        for (Service service : topology.services()) {
            if (!service.active()) {
                continue;
            }
            for (int index = 0; index < service.healthChecks().size(); index++) {
                CheckId id = new CheckId(service.id(), index);
                targets.add(new ProbeTarget(id, service.healthChecks().get(index)));
            }
        }
        return List.copyOf(targets);
    }

    /// Whether the other asks the same in the same way, wherever it is written.
    boolean asksLike(ProbeTarget other) {
        return id.equals(other.id)
                && check.url().equals(other.check.url())
                && check.timeout().equals(other.check.timeout())
                && Objects.equals(check.degradedAbove(), other.check.degradedAbove())
                && check.request().equals(other.check.request())
                && check.expect().equals(other.check.expect());
    }
}
