package dev.orrery.importer.mermaid;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What stands behind `id@` in braces: `shape: cyl, label: "Orders"`, on one line or on several.
final class ShapeData {
    private final Map<String, String> values = new HashMap<>();

    /// Reads it from behind its opening brace; where it is not closed, to the end of the line.
    ///
    /// @return empty where it is not closed
    static Optional<ShapeData> read(Cursor cursor) {
        int start = cursor.at();
        ShapeData data = new ShapeData();
        while (!cursor.isEnd()) {
            cursor.skipSpace();
            if (cursor.take("}")) {
                return Optional.of(data);
            }
            if (!cursor.take(",")) {
                String key = word(cursor, ":,}\n{").strip();
                if (!cursor.take(":")) {
                    break;
                }
                cursor.skipBlanks();
                boolean isQuoted = cursor.peek() == '"';
                data.values.put(
                        key,
                        isQuoted ? cursor.takeQuoted() : word(cursor, ",}\n").strip());
            }
        }
        cursor.moveTo(start);
        cursor.takeLine();
        return Optional.empty();
    }

    Optional<String> of(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    private static String word(Cursor cursor, String until) {
        int start = cursor.at();
        while (!cursor.isEnd() && until.indexOf(cursor.peek()) < 0) {
            cursor.moveTo(cursor.at() + 1);
        }
        return cursor.since(start);
    }
}
