package dev.orrery.probe.prometheus;

import dev.orrery.json.Json;
import dev.orrery.json.JsonStream;
import dev.orrery.json.ParsedJson;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An alert that holds: what a team has said is worth looking at.
///
/// @param name harmless
/// @param severity in lower case, harmless; empty where none is stated
/// @param summary for people, harmless; null where none is given
record Alert(
        Labels labels,
        String name,
        String severity,
        @Nullable String summary) {
    /// Severities by which an alert says that there is nothing to do.
    private static final Set<String> QUIET = Set.of("none", "info", "information", "informational", "debug", "ok");

    static Alert of(Labels labels, @Nullable String summary) {
        return new Alert(
                labels,
                Untrusted.oneLine(labels.get("alertname").orElse("?"), 80),
                Untrusted.oneLine(labels.get("severity").orElse(""), 20).toLowerCase(Locale.ROOT),
                summary == null ? null : Untrusted.oneLine(summary));
    }

    boolean isQuiet() {
        return QUIET.contains(severity);
    }

    /// As in `HighErrorRate (critical)`.
    String words() {
        return severity.isEmpty() ? name : name + " (" + severity + ")";
    }

    /// What Alertmanager lists.
    ///
    /// @throws Refusal where it does not answer the question
    static List<Alert> read(int status, InputStream body) throws IOException {
        List<Alert> alerts = new ArrayList<>();
        ParsedJson parsed = JsonStream.read(body, List.of(), item -> {
            if (item instanceof Json.Obj alert && alert.get("labels").orElse(Json.NULL) instanceof Json.Obj labels) {
                alerts.add(of(Labels.of(labels), summary(alert)));
            }
        });
        if (status != 200) {
            throw Refusal.ofStatus(status);
        }
        if (parsed instanceof ParsedJson.Whole(Json whole) && whole instanceof Json.Arr) {
            return List.copyOf(alerts);
        }
        throw Refusal.notAnAnswer(parsed instanceof ParsedJson.Broken broken ? broken.why() : "[");
    }

    private static @Nullable String summary(Json.Obj alert) {
        if (alert.get("annotations").orElse(Json.NULL) instanceof Json.Obj notes) {
            for (String key : List.of("summary", "message", "description")) {
                if (notes.get(key).orElse(Json.NULL) instanceof Json.Text(String text)) {
                    return text;
                }
            }
        }
        return null;
    }
}
