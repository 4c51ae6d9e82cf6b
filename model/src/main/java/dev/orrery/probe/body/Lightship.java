package dev.orrery.probe.body;

import dev.orrery.health.Health;
import dev.orrery.json.Json;
import java.util.List;
import java.util.Optional;

/// Lightship (Node.js): one of four words.
final class Lightship implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        return body instanceof Json.Text(String text)
                ? says(text).map(says -> new BodyHealth("lightship", says, text, List.of()))
                : Optional.empty();
    }

    private static Optional<Health> says(String word) {
        return switch (word) {
            case "SERVER_IS_READY", "SERVER_IS_NOT_SHUTTING_DOWN" -> Optional.of(Health.UP);
            case "SERVER_IS_NOT_READY" -> Optional.of(Health.DOWN);
            case "SERVER_IS_SHUTTING_DOWN" -> Optional.of(Health.UNKNOWN);
            default -> Optional.empty();
        };
    }
}
