package dev.orrery.probe.body;

import dev.orrery.health.Health;
import java.util.List;

/// Several instances that do the same: while one is well, the service is there.
final class Instances {
    private Instances() {}

    /// Up where all are, degraded where some are, else as the best of the others is. Unknown where there is none.
    static Health together(List<Part> instances) {
        boolean all = instances.stream().allMatch(instance -> instance.health() == Health.UP);
        boolean some = instances.stream().anyMatch(instance -> instance.health() == Health.UP);
        if (instances.isEmpty()) {
            return Health.UNKNOWN;
        }
        if (all) {
            return Health.UP;
        }
        boolean limps = some || instances.stream().anyMatch(instance -> instance.health() == Health.DEGRADED);
        return limps ? Health.DEGRADED : worst(instances);
    }

    /// The worst of all; unknown where there is none.
    static Health worst(List<Part> parts) {
        return parts.stream().map(Part::health).reduce(Health::worse).orElse(Health.UNKNOWN);
    }
}
