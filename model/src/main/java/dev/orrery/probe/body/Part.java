package dev.orrery.probe.body;

import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Health;
import dev.orrery.text.Untrusted;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A part of a service, as the service's own body has it.
///
/// @param word of its status as written, or what stands for one; made harmless
/// @param detail in words, made harmless; null where the body gives none
/// @param parts of this part, in the body's order
public record Part(
        String name, String word, Health health, @Nullable String detail, List<Part> parts) {
    public Part {
        name = Untrusted.oneLine(name);
        word = Untrusted.oneLine(word);
        detail = detail == null ? null : Untrusted.oneLine(detail);
        parts = List.copyOf(parts);
    }

    /// A part that is as its word says, unknown where that is no word in use.
    static Part of(String name, String word, Optional<String> detail, List<Part> parts) {
        return new Part(name, word, Vocabulary.healthOrUnknown(word), detail.orElse(null), parts);
    }

    static Part of(String name, String word, Optional<String> detail) {
        return of(name, word, detail, List.of());
    }

    boolean isBad() {
        return health == Health.DOWN || health == Health.DEGRADED;
    }

    /// Its word is one of the user's own, so nobody else can say what it means.
    boolean isOdd() {
        return health == Health.UNKNOWN && Vocabulary.health(word).isEmpty();
    }

    ComponentHealth with(List<ComponentHealth> inner) {
        return new ComponentHealth(name, health, detail == null && isOdd() ? word : detail, inner);
    }
}
