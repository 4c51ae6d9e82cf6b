package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// ASP.NET Core: `entries` with a `totalDuration`, as its health checks UI wants them, or `results` or `checks` in the
/// framework's own three words, as its documentation shows a writer of one's own.
final class AspNetCore implements BodyFormat {
    private static final Set<String> WORDS = Set.of("healthy", "degraded", "unhealthy");

    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root)) {
            return Optional.empty();
        }
        return Fields.status(root)
                .filter(AspNetCore::isOwnWord)
                .flatMap(word -> parts(root).flatMap(parts -> BodyHealth.of("aspnetcore", word, parts)));
    }

    private static boolean isOwnWord(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT)) && !Vocabulary.isUpperCase(word);
    }

    /// Empty where no container of this format is here.
    private static Optional<List<Part>> parts(Json.Obj root) {
        for (String key : List.of("entries", "results", "checks")) {
            Json value = Fields.value(root, key).orElse(Json.NULL);
            if (value instanceof Json.Obj named && Fields.all(named, AspNetCore::isEntry)) {
                List<Part> parts = new ArrayList<>();
                for (Json.Member member : named.members()) {
                    if (member.value() instanceof Json.Obj entry) {
                        parts.add(part(member.name(), entry));
                    }
                }
                return Optional.of(parts);
            }
            if (value instanceof Json.Arr(List<Json> items)) {
                return Fields.objects(
                                items, entry -> isEntry(entry) && name(entry).isPresent())
                        .map(entries -> entries.stream()
                                .map(entry -> part(name(entry).orElse(""), entry))
                                .toList());
            }
        }
        return Optional.empty();
    }

    private static boolean isEntry(Json.Obj entry) {
        return Fields.status(entry).isPresent();
    }

    private static Optional<String> name(Json.Obj entry) {
        return Fields.firstText(entry, "name", "key", "component");
    }

    private static Part part(String name, Json.Obj entry) {
        return Part.of(
                name, Fields.status(entry).orElse(""), Fields.firstText(entry, "exception", "error", "description"));
    }
}
