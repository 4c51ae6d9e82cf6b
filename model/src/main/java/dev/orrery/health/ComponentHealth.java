package dev.orrery.health;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a service reports about one of its parts.
///
/// @param detail in words, made harmless; null where the body gives none
/// @param parts of this part, in the body's order
public record ComponentHealth(
        String name, Health health, @Nullable String detail, List<ComponentHealth> parts) {
    public ComponentHealth {
        parts = List.copyOf(parts);
    }
}
