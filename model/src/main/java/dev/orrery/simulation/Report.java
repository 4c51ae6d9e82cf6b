package dev.orrery.simulation;

import dev.orrery.topology.DependencyKind;
import java.util.List;

/// What a simulated service has to say about itself.
///
/// @param parts what it needs, sorted by name
record Report(String service, Condition.State state, List<Part> parts) {
    Report {
        parts = List.copyOf(parts);
    }

    /// @param symptom what is seen of it where it is not well; empty where it is
    record Part(String name, DependencyKind kind, boolean well, String symptom) {}
}
