package dev.orrery.scenario;

import java.util.List;

/// A service that an assumed fault reaches.
///
/// @param effect what happens to it: [Effect#DOWN] where it needs something that is down, even if something else
///     is only slow
/// @param isCertain whether every step from it to the fault is declared, required, and waited for; else it is only
///     possible
/// @param path from it to the service with the fault, both included
public record Hit(String service, Effect effect, boolean isCertain, List<String> path) implements Comparable<Hit> {
    /// What reaches a service.
    public enum Effect {
        DOWN,
        SLOW
    }

    public Hit {
        path = List.copyOf(path);
    }

    /// The service with the fault.
    public String fault() {
        return path.getLast();
    }

    @Override
    public int compareTo(Hit other) {
        return service.compareTo(other.service);
    }
}
