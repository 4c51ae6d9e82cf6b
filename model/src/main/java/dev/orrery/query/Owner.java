package dev.orrery.query;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import org.jspecify.annotations.Nullable;

/// Who looks after a service: its own owner, or where none is stated that of the innermost boundary around it that has
/// one.
public final class Owner {
    private Owner() {}

    /// @return null where nobody is stated
    public static @Nullable String of(Service service, Topology topology) {
        String own = service.owner();
        if (own != null && !own.isBlank()) {
            return own;
        }
        for (Boundary around : topology.enclosing(service.boundary())) {
            String owner = around.owner();
            if (owner != null && !owner.isBlank()) {
                return owner;
            }
        }
        return null;
    }
}
