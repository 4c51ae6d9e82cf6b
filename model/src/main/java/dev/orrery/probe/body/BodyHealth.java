package dev.orrery.probe.body;

import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Health;
import java.util.ArrayList;
import java.util.List;

/// What a body says.
///
/// @param format its name, as in `spring-boot`
/// @param says of the service as a whole, by the body's own overall status
/// @param word of that status, as written
/// @param parts in the body's order
public record BodyHealth(String format, Health says, String word, List<ComponentHealth> parts) {
    private static final int NAMED = 3;

    public BodyHealth {
        parts = List.copyOf(parts);
    }

    /// The innermost parts that are down or degraded, names joined by `/`; of many the first few.
    public List<String> badParts() {
        List<String> bad = new ArrayList<>();
        parts.forEach(part -> collect("", part, bad));
        if (bad.size() <= NAMED) {
            return List.copyOf(bad);
        }
        List<String> few = new ArrayList<>(bad.subList(0, NAMED));
        few.add("…");
        return List.copyOf(few);
    }

    private static void collect(String above, ComponentHealth part, List<String> bad) {
        int before = bad.size();
        String name = above + part.name();
        part.parts().forEach(inner -> collect(name + "/", inner, bad));
        boolean isBad = part.health() == Health.DOWN || part.health() == Health.DEGRADED;
        if (isBad && bad.size() == before) {
            bad.add(name);
        }
    }
}
