package dev.orrery.probe.body;

import dev.orrery.health.Health;
import dev.orrery.json.Json;
import java.util.Locale;
import java.util.Optional;

/// The words with which the formats in use say how a service is. Case, blanks, dashes, underscores and dots make no
/// difference; any other character does, so that a garbled word is not taken for a whole one.
final class Vocabulary {
    private static final int LONGEST = 40;

    private Vocabulary() {}

    /// Empty for a word that is not in use, so that it says nothing.
    static Optional<Health> health(String word) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String bare = bare(word.toLowerCase(Locale.ROOT));
        boolean denied = bare.startsWith("not") && plain(bare.substring(3)).equals(Optional.of(Health.UP));
        return denied ? Optional.of(Health.DOWN) : plain(bare);
    }

    private static String bare(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            char unit = word.charAt(at);
            if (!Character.isWhitespace(unit) && "_.!-".indexOf(unit) < 0) {
                letters.append(unit);
            }
        }
        return letters.toString();
    }

    private static Optional<Health> plain(String word) {
        return switch (word) {
            case "up", "ok", "pass", "passing", "passed", "healthy", "success", "serving", "ready", "alive" ->
                Optional.of(Health.UP);
            case "green", "true", "pong", "live", "imok", "working" -> Optional.of(Health.UP);
            case "warn", "warning", "degraded", "partiallyavailable", "partial", "yellow", "restricted" ->
                Optional.of(Health.DEGRADED);
            case "down", "fail", "failed", "failing", "failure", "error", "critical", "unhealthy", "unavailable" ->
                Optional.of(Health.DOWN);
            case "outofservice", "offline", "red", "false", "timeoutduringhealthcheck", "dead", "broken" ->
                Optional.of(Health.DOWN);
            case "unknown", "starting", "shuttingdown", "serviceunknown", "pending", "maintenance", "grey", "gray" ->
                Optional.of(Health.UNKNOWN);
            case "initializing", "initialising", "preinitializing", "draining", "stopping", "restarting" ->
                Optional.of(Health.UNKNOWN);
            case "disabled", "inactive", "skipped", "excluded", "notconfigured", "notapplicable", "standby" ->
                Optional.of(Health.UNKNOWN);
            default -> Optional.empty();
        };
    }

    /// The word of a status: a text or a boolean, never a number.
    static Optional<String> word(Json status) {
        return switch (status) {
            case Json.Text(String text) -> Optional.of(text.strip());
            case Json.Bool(boolean value) -> Optional.of(Boolean.toString(value));
            case Json.Num _, Json.Null _, Json.Obj _, Json.Arr _ -> Optional.empty();
        };
    }

    /// A word that is not in use is unknown here: for formats in which a status must stand.
    static Health healthOrUnknown(String word) {
        return health(word).orElse(Health.UNKNOWN);
    }

    static boolean isUpperCase(String word) {
        return !word.isEmpty() && word.equals(word.toUpperCase(Locale.ROOT));
    }

    static boolean isLowerCase(String word) {
        return !word.isEmpty() && word.equals(word.toLowerCase(Locale.ROOT));
    }
}
