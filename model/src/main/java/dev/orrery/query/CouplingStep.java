package dev.orrery.query;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How many other services a service is coupled with: those that it needs and those that need it (its efferent and
/// afferent coupling), in steps.
public enum CouplingStep {
    NONE(0),
    LOW(1),
    MEDIUM(4),
    HIGH(8),
    VERY_HIGH(16);

    private final int from;

    CouplingStep(int from) {
        this.from = from;
    }

    /// Of every service that is coupled with any. What policies merely allow couples nobody, and neither does a target
    /// that nothing defines.
    public static Map<String, CouplingStep> of(Topology topology) {
        Map<String, Integer> others = new HashMap<>();
        for (Dependency dependency : topology.dependencies()) {
            boolean self = dependency.from().equals(dependency.to());
            if (!self && !dependency.dangling() && !dependency.isOnlyAllowed()) {
                others.merge(dependency.from(), 1, Integer::sum);
                others.merge(dependency.to(), 1, Integer::sum);
            }
        }
        Map<String, CouplingStep> steps = new HashMap<>();
        others.forEach((service, count) -> steps.put(service, of(count)));
        return steps;
    }

    /// @param others services, counted once for each direction
    static CouplingStep of(int others) {
        CouplingStep step = NONE;
        for (CouplingStep next : values()) {
            step = others >= next.from ? next : step;
        }
        return step;
    }

    /// As it is written in an expression.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
