package dev.orrery.probe.body;

import dev.orrery.health.ComponentHealth;
import dev.orrery.json.Json;
import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `application/health+json` (draft-inadarei-api-health-check-06): the status is `pass`, `warn` or `fail`, and
/// `checks` is an object of lists, keyed by component and measurement.
final class HealthJson implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root)) {
            return Optional.empty();
        }
        Optional<String> word = Vocabulary.statusOf(root);
        Optional<Json.Obj> checks = Values.object(root, "checks");
        boolean lists = checks.filter(all -> !all.members().isEmpty()
                        && all.members().stream().allMatch(member -> member.value() instanceof Json.Arr))
                .isPresent();
        boolean ownWord = word.filter(HealthJson::isOwnWord).isPresent();
        boolean otherChecks = root.get("checks").isPresent() && checks.isEmpty();
        if (!(lists || (ownWord && !otherChecks))) {
            return Optional.empty();
        }
        List<ComponentHealth> parts = checks.map(HealthJson::parts).orElse(List.of());
        return word.map(said ->
                new BodyHealth("health+json", Vocabulary.healthOrUnknown(said), Untrusted.oneLine(said), parts));
    }

    private static boolean isOwnWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "pass", "warn", "fail" -> true;
            default -> false;
        };
    }

    private static List<ComponentHealth> parts(Json.Obj checks) {
        List<ComponentHealth> parts = new ArrayList<>();
        for (Json.Member member : checks.members()) {
            List<Json> items = member.value() instanceof Json.Arr list ? list.items() : List.of();
            for (int i = 0; i < items.size(); i++) {
                String name = Untrusted.oneLine(member.name());
                if (items.get(i) instanceof Json.Obj check) {
                    String own = Values.text(check, "componentId").orElse("#" + (i + 1));
                    String full = items.size() == 1 ? name : name + " " + own;
                    // A measurement without a status says nothing about health.
                    Vocabulary.statusOf(check)
                            .ifPresent(word -> parts.add(new ComponentHealth(
                                    full,
                                    Vocabulary.healthOrUnknown(word),
                                    detail(check).orElse(null),
                                    List.of())));
                }
            }
        }
        return parts;
    }

    private static Optional<String> detail(Json.Obj check) {
        return Values.text(check, "output")
                .or(() -> check.get("observedValue")
                        .flatMap(Values::plain)
                        .map(value -> value
                                + Values.text(check, "observedUnit")
                                        .map(unit -> " " + unit)
                                        .orElse("")));
    }
}
