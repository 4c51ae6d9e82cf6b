package dev.orrery.diagram;

import dev.orrery.health.Health;
import dev.orrery.query.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What colours mean on a picture, and how many services have each.
///
/// @param entries most frequent first; steps and states in their own order
public record Legend(Lens lens, List<Entry> entries) {
    public static final Legend NONE = new Legend(Lens.HEALTH, List.of());

    public Legend {
        entries = List.copyOf(entries);
    }

    /// @param label for people
    /// @param hollow whether the sign is only an outline
    /// @param health the state of which the sign has the shape; null where it is a patch of colour
    /// @param count of services, within collapsed boundaries too
    /// @param term what means exactly these services; null where no words do
    public record Entry(
            String label,
            Colour colour,
            boolean hollow,
            @Nullable Health health,
            int count,
            @Nullable Term term) {}
}
