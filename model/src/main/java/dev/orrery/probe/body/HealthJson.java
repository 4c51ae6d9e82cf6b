package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `application/health+json` (draft-inadarei-api-health-check-06): the status is `pass`, `warn` or `fail`, and
/// `checks` is an object of lists, keyed by component and measurement. The first drafts had `details` for `checks`, and
/// some servers (InfluxDB) have a list of named checks.
final class HealthJson implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root) || Fields.has(root, "components") || Fields.has(root, "groups")) {
            return Optional.empty();
        }
        Optional<String> word = Fields.status(root);
        boolean lists = Fields.object(root, "checks")
                .filter(all -> !all.members().isEmpty()
                        && all.members().stream().allMatch(member -> member.value() instanceof Json.Arr))
                .isPresent();
        boolean isOwn = lists || word.filter(HealthJson::isOwnWord).isPresent();
        return isOwn ? word.flatMap(said -> BodyHealth.of("health+json", said, parts(root))) : Optional.empty();
    }

    private static boolean isOwnWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "pass", "warn", "fail" -> true;
            default -> false;
        };
    }

    private static List<Part> parts(Json.Obj root) {
        List<Part> parts = new ArrayList<>();
        Json checks = Fields.value(root, "checks")
                .or(() -> Fields.value(root, "details"))
                .orElse(Json.NULL);
        if (checks instanceof Json.Obj keyed) {
            keyed.members().forEach(member -> measurements(member.name(), member.value(), parts));
        } else if (checks instanceof Json.Arr(List<Json> items)) {
            items.stream()
                    .filter(Json.Obj.class::isInstance)
                    .map(Json.Obj.class::cast)
                    .forEach(check ->
                            Fields.firstText(check, "name", "componentId").ifPresent(name -> add(name, check, parts)));
        }
        return parts;
    }

    private static void measurements(String name, Json value, List<Part> parts) {
        List<Json> items = value instanceof Json.Arr(List<Json> several) ? several : List.of(value);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Json.Obj check) {
                String own = Fields.text(check, "componentId").orElse("#" + (i + 1));
                add(items.size() == 1 ? name : name + " " + own, check, parts);
            }
        }
    }

    /// A measurement without a status says nothing about health.
    private static void add(String name, Json.Obj check, List<Part> parts) {
        Fields.status(check).ifPresent(word -> parts.add(Part.of(name, word, detail(check))));
    }

    private static Optional<String> detail(Json.Obj check) {
        return Fields.firstText(check, "output", "message")
                .or(() -> Fields.value(check, "observedValue")
                        .flatMap(Fields::plain)
                        .map(value -> value
                                + Fields.text(check, "observedUnit")
                                        .map(unit -> " " + unit)
                                        .orElse("")));
    }
}
