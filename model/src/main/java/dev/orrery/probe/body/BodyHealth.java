package dev.orrery.probe.body;

import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Health;
import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a body says.
///
/// @param format its name, as in `spring-boot`
/// @param says of the service as a whole, by the body's own overall status where it has one
/// @param word of that status as written, made harmless
/// @param parts in the body's order
public record BodyHealth(String format, Health says, String word, List<Part> parts) {
    private static final int NAMED = 3;
    private static final int KEPT = 250;

    public BodyHealth {
        word = Untrusted.oneLine(word);
        parts = List.copyOf(parts);
    }

    /// A body that is as its word says, unknown where that is no word in use.
    static Optional<BodyHealth> of(String format, String word, List<Part> parts) {
        return Optional.of(new BodyHealth(format, Vocabulary.healthOrUnknown(word), word, parts));
    }

    /// The parts as they are kept: of very many the first that are bad and the first that are not.
    public List<ComponentHealth> components() {
        return new Keeper().kept(parts);
    }

    /// The innermost parts that are down or degraded, names joined by `/`; of many the first few.
    public List<String> badParts() {
        return few(Part::isBad);
    }

    /// The innermost parts whose word is nobody's but the user's, in the same way.
    public List<String> oddParts() {
        return few(Part::isOdd);
    }

    private List<String> few(Predicate<Part> wanted) {
        List<String> found = new ArrayList<>();
        collect("", parts, wanted, found);
        if (found.size() > NAMED) {
            found.set(NAMED, "…");
        }
        return List.copyOf(found);
    }

    private static void collect(String above, List<Part> parts, Predicate<Part> wanted, List<String> found) {
        for (Part part : parts) {
            if (found.size() > NAMED) {
                return;
            }
            int before = found.size();
            String name = above + part.name();
            collect(name + "/", part.parts(), wanted, found);
            if (found.size() == before && wanted.test(part)) {
                found.add(name);
            }
        }
    }

    private static final class Keeper {
        private int bad = KEPT;
        private int others = KEPT;

        List<ComponentHealth> kept(List<Part> all) {
            List<ComponentHealth> kept = new ArrayList<>();
            for (Part part : all) {
                if (mayStay(part)) {
                    kept.add(part.with(kept(part.parts())));
                }
            }
            return kept;
        }

        private boolean mayStay(Part part) {
            return part.isBad() ? bad-- > 0 : others-- > 0;
        }
    }
}
