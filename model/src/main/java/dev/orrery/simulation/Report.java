package dev.orrery.simulation;

import dev.orrery.topology.DependencyKind;
import java.util.ArrayList;
import java.util.List;

/// What a simulated service has to say about itself.
///
/// @param parts what it needs, sorted by name
record Report(String service, Condition.State state, List<Part> parts) {
    Report {
        parts = List.copyOf(parts);
    }

    /// The parts, and one for the service itself: what is wrong with it where no part is to blame.
    List<Part> ownAndParts() {
        boolean blamesNone = parts.stream().allMatch(Part::well);
        boolean isWell = state == Condition.State.WELL || !blamesNone;
        List<Part> all = new ArrayList<>(parts);
        all.add(new Part("self", DependencyKind.SYNC, isWell, isWell ? "" : "not well"));
        return List.copyOf(all);
    }

    /// @param symptom what is seen of it where it is not well; empty where it is
    record Part(String name, DependencyKind kind, boolean well, String symptom) {}
}
