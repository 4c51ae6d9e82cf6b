package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Elasticsearch and OpenSearch: the cluster's colour, with its `indices` or `indicators` where it tells of them.
final class Elasticsearch implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root)
                || Fields.text(root, "cluster_name").isEmpty()) {
            return Optional.empty();
        }
        return colour(root)
                .flatMap(word -> BodyHealth.of(
                        "elasticsearch",
                        word,
                        parts(Fields.object(root, "indices").or(() -> Fields.object(root, "indicators")))));
    }

    private static Optional<String> colour(Json.Obj object) {
        return Fields.status(object).filter(word -> switch (word.toLowerCase(Locale.ROOT)) {
            case "green", "yellow", "red", "unknown" -> true;
            default -> false;
        });
    }

    private static List<Part> parts(Optional<Json.Obj> named) {
        List<Part> parts = new ArrayList<>();
        for (Json.Member member : named.map(Json.Obj::members).orElse(List.of())) {
            if (member.value() instanceof Json.Obj part) {
                colour(part).ifPresent(word -> parts.add(Part.of(member.name(), word, Fields.text(part, "symptom"))));
            }
        }
        return parts;
    }
}
