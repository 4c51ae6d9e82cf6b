package dev.orrery.probe.body;

import dev.orrery.health.Health;
import dev.orrery.json.Json;
import java.util.Locale;
import java.util.Optional;

/// The words with which the formats in use say how a service is. Case, blanks, dashes and underscores make no
/// difference.
final class Vocabulary {
    private Vocabulary() {}

    /// Empty for a word that is not in use, so that it says nothing.
    static Optional<Health> health(String word) {
        if (word.length() > 40) {
            return Optional.empty();
        }
        return switch (word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")) {
            case "up", "ok", "pass", "passing", "passed", "healthy", "success", "serving", "ready", "alive" ->
                Optional.of(Health.UP);
            case "green", "true", "pong" -> Optional.of(Health.UP);
            case "warn", "warning", "degraded", "partiallyavailable", "partial", "yellow", "restricted" ->
                Optional.of(Health.DEGRADED);
            case "down", "fail", "failed", "failing", "failure", "error", "critical", "unhealthy", "unavailable" ->
                Optional.of(Health.DOWN);
            case "notserving", "outofservice", "offline", "red", "false", "timeoutduringhealthcheck" ->
                Optional.of(Health.DOWN);
            case "unknown", "starting", "shuttingdown", "serviceunknown", "pending", "maintenance", "grey", "gray" ->
                Optional.of(Health.UNKNOWN);
            default -> Optional.empty();
        };
    }

    /// The word of a status: a text or a boolean, never a number.
    static Optional<String> word(Json status) {
        return switch (status) {
            case Json.Text(String text) -> Optional.of(text);
            case Json.Bool(boolean value) -> Optional.of(Boolean.toString(value));
            case Json.Num _, Json.Null _, Json.Obj _, Json.Arr _ -> Optional.empty();
        };
    }

    /// The word of a member `status`.
    static Optional<String> statusOf(Json.Obj object) {
        return object.get("status").flatMap(Vocabulary::word);
    }

    /// A word that is not in use is unknown here: for formats in which a status must stand.
    static Health healthOrUnknown(String word) {
        return health(word).orElse(Health.UNKNOWN);
    }
}
