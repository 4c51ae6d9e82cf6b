package dev.orrery.query;

import dev.orrery.graph.ServiceGraph;
import java.util.Locale;

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

    public static CouplingStep of(String service, ServiceGraph graph) {
        return of(graph.dependencies(service).size() + graph.dependents(service).size());
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
