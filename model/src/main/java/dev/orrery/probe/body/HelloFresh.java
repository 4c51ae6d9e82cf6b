package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `hellofresh/health-go`: only what failed is named, under `failures`, with what it says.
final class HelloFresh implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root)) {
            return Optional.empty();
        }
        boolean named = Fields.object(root, "component")
                .flatMap(component -> Fields.text(component, "name"))
                .isPresent();
        boolean measured = Fields.object(root, "system")
                .filter(system -> Fields.has(system, "goroutines_count"))
                .isPresent();
        boolean failed = Fields.object(root, "failures").isPresent();
        return named || measured || failed
                ? Fields.status(root)
                        .filter(HelloFresh::isOwnWord)
                        .flatMap(word -> BodyHealth.of("hellofresh", word, parts(root)))
                : Optional.empty();
    }

    private static boolean isOwnWord(String word) {
        return switch (word) {
            case "OK", "Partially Available", "Unavailable", "Timeout during health check" -> true;
            default -> false;
        };
    }

    private static List<Part> parts(Json.Obj root) {
        List<Part> parts = new ArrayList<>();
        Fields.object(root, "failures")
                .map(Json.Obj::members)
                .orElse(List.of())
                .forEach(member -> parts.add(Part.of(member.name(), "failed", Fields.plain(member.value()))));
        return parts;
    }
}
