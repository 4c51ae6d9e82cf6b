package dev.orrery.probe.body;

import dev.orrery.health.ComponentHealth;
import dev.orrery.json.Json;
import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Spring Boot Actuator: parts under `components` (3.x and 2.2 on), under `details` (2.0), or beside the status
/// (1.x).
///
/// The overall status alone is not enough: Spring leaves words of the user's own out of it, so the parts are read,
/// too.
final class SpringBoot implements BodyFormat {
    private static final Set<String> NOT_PARTS = Set.of("components", "details", "checks", "entries", "info", "error");

    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root) || !isSpring(root)) {
            return Optional.empty();
        }
        return Vocabulary.statusOf(root)
                .map(word -> new BodyHealth(
                        "spring-boot", Vocabulary.healthOrUnknown(word), Untrusted.oneLine(word), parts(root)));
    }

    private static boolean isSpring(Json.Obj root) {
        if (Values.object(root, "components").isPresent() || root.get("groups").isPresent()) {
            return true;
        }
        boolean upperCase = Vocabulary.statusOf(root)
                .filter(word -> !word.isEmpty() && word.equals(word.toUpperCase(Locale.ROOT)))
                .isPresent();
        boolean others = root.get("checks").isPresent() || root.get("entries").isPresent();
        return upperCase
                && !others
                && (Values.object(root, "details").isPresent() || !parts(root).isEmpty());
    }

    private static List<ComponentHealth> parts(Json.Obj parent) {
        Optional<Json.Obj> named = Values.object(parent, "components").or(() -> Values.object(parent, "details"));
        List<ComponentHealth> parts = new ArrayList<>();
        for (Json.Member member : named.orElse(parent).members()) {
            boolean mayBePart = named.isPresent() || !NOT_PARTS.contains(member.name());
            if (mayBePart && member.value() instanceof Json.Obj part) {
                Vocabulary.statusOf(part).ifPresent(word -> parts.add(part(member.name(), word, part)));
            }
        }
        return parts;
    }

    private static ComponentHealth part(String name, String word, Json.Obj part) {
        String detail = Values.object(part, "details")
                .flatMap(details -> Values.text(details, "error"))
                .or(() -> Values.text(part, "description"))
                .or(() -> Values.text(part, "error"))
                .orElse(null);
        return new ComponentHealth(Untrusted.oneLine(name), Vocabulary.healthOrUnknown(word), detail, parts(part));
    }
}
