package dev.orrery.probe.http;

import dev.orrery.json.Json;
import java.util.List;
import java.util.Optional;

/// Finds a value by its pointer (RFC 6901).
final class JsonPointer {
    private JsonPointer() {}

    /// Empty where nothing is there, and where a key on the way stands twice, so that nobody knows which is meant.
    static Optional<Json> find(Json root, String pointer) {
        Json at = root;
        if (pointer.isEmpty()) {
            return Optional.of(at);
        }
        for (String step : pointer.substring(1).split("/", -1)) {
            Optional<Json> next = step(at, step.replace("~1", "/").replace("~0", "~"));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    private static Optional<Json> step(Json at, String key) {
        return switch (at) {
            case Json.Obj object -> object.count(key) == 1 ? object.get(key) : Optional.empty();
            case Json.Arr(List<Json> items) -> {
                int index = key.matches("0|[1-9]\\d{0,8}") ? Integer.parseInt(key) : -1;
                yield index >= 0 && index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
            }
            case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
        };
    }
}
