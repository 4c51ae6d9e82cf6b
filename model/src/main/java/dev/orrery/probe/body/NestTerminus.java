package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `@nestjs/terminus`: `details` holds every part with a status, and `info` and `error` hold them again, apart.
final class NestTerminus implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root)) {
            return Optional.empty();
        }
        Optional<String> word = Fields.status(root).filter(NestTerminus::isOwnWord);
        boolean apart = Fields.has(root, "info") || Fields.has(root, "error");
        Optional<Json.Obj> details = Fields.object(root, "details")
                .filter(all -> Fields.all(all, part -> Fields.status(part).isPresent()));
        return apart
                ? word.flatMap(said -> details.flatMap(all -> BodyHealth.of("nestjs-terminus", said, parts(all))))
                : Optional.empty();
    }

    static boolean isOwnWord(String word) {
        return switch (word) {
            case "ok", "error", "shutting_down" -> true;
            default -> false;
        };
    }

    private static List<Part> parts(Json.Obj details) {
        List<Part> parts = new ArrayList<>();
        for (Json.Member member : details.members()) {
            if (member.value() instanceof Json.Obj part) {
                Optional<String> detail =
                        Fields.firstText(part, "message", "error").or(() -> Fields.listed(part));
                Fields.status(part).ifPresent(word -> parts.add(Part.of(member.name(), word, detail)));
            }
        }
        return parts;
    }
}
