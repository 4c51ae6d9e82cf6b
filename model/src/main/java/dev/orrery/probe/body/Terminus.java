package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `@godaddy/terminus`: what the checks returned stands under `info`, what they threw under `error`, without a status
/// of its own. What NestJS makes of it has them.
final class Terminus implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root)
                || !isTerminus(root)
                || new NestTerminus().read(body).isPresent()) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        add(root, "info", "ok", parts);
        add(root, "error", "error", parts);
        return Fields.status(root)
                .filter(NestTerminus::isOwnWord)
                .flatMap(word -> BodyHealth.of("terminus", word, parts));
    }

    private static boolean isTerminus(Json.Obj root) {
        boolean onlyOwn = root.members().stream()
                .allMatch(
                        member -> List.of("status", "info", "error", "details").contains(member.name()));
        boolean some = List.of("info", "error", "details").stream()
                .anyMatch(key -> root.get(key).filter(Terminus::holdsMore).isPresent());
        boolean alone = root.members().size() == 1
                && Fields.status(root).filter("shutting_down"::equals).isPresent();
        return onlyOwn && (some || alone);
    }

    private static boolean holdsMore(Json value) {
        return value instanceof Json.Obj || value instanceof Json.Arr;
    }

    private static void add(Json.Obj root, String key, String word, List<Part> parts) {
        Fields.object(root, key).map(Json.Obj::members).orElse(List.of()).forEach(member -> {
            Optional<String> detail = member.value() instanceof Json.Obj object
                    ? Fields.firstText(object, "message", "error").or(() -> Fields.listed(object))
                    : Fields.plain(member.value());
            parts.add(Part.of(member.name(), word, detail));
        });
    }
}
