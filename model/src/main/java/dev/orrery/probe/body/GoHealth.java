package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `alexliesenfeld/health` (Go): statuses in lower case, parts under `details`.
final class GoHealth implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root)) {
            return Optional.empty();
        }
        Optional<String> word = Fields.status(root).filter(GoHealth::isOwnWord);
        Optional<Json.Obj> details = Fields.object(root, "details")
                .filter(all -> Fields.all(
                        all,
                        part -> Fields.status(part)
                                .filter(Vocabulary::isLowerCase)
                                .isPresent()));
        return word.flatMap(said -> details.flatMap(all -> BodyHealth.of("alexliesenfeld", said, parts(all))));
    }

    private static boolean isOwnWord(String word) {
        return switch (word) {
            case "up", "down", "unknown" -> true;
            default -> false;
        };
    }

    private static List<Part> parts(Json.Obj details) {
        List<Part> parts = new ArrayList<>();
        for (Json.Member member : details.members()) {
            if (member.value() instanceof Json.Obj part) {
                Fields.status(part)
                        .ifPresent(word -> parts.add(Part.of(member.name(), word, Fields.text(part, "error"))));
            }
        }
        return parts;
    }
}
