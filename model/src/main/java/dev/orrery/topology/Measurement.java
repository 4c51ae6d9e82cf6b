package dev.orrery.topology;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a server counts of who calls whom.
///
/// @param rule of the evidence that it gives, as in `prometheus.istio`
/// @param server that counts
/// @param kinds of dependencies whose calls it counts
public record Measurement(String rule, SourceLocation server, SortedSet<DependencyKind> kinds) {
    public Measurement {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    }

    public Evidence evidence() {
        return new Evidence(Certainty.OBSERVED, rule, server);
    }
}
