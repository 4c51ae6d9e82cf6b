package dev.orrery.persistence;

import dev.orrery.importer.StatedInspections.Known;
import dev.orrery.inspection.Finding;
import dev.orrery.json.Json;
import dev.orrery.json.JsonWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the findings that are known, one in a line, so that a review shows which went. It is written by Orrery
/// alone.
public final class BaselineFile {
    private static final String HEAD = """
            # Findings that were there when `orrery check --freeze` was run first. What is mended goes at the next such run;
            # nothing is ever added. To begin anew, remove this file.
            format: 1
            findings:
            """;

    private final AtomicFile files;

    public BaselineFile(AtomicFile files) {
        this.files = files;
    }

    /// Freezes what was found. Where there is a baseline already, only what it knows stays.
    ///
    /// @param before the baseline as it was read; null where there is none
    public Written freeze(Path file, Collection<Finding> found, @Nullable Set<Known> before) {
        return files.write(file, text(frozen(found, before)));
    }

    /// What a baseline knows afterwards, sorted.
    public static List<Known> frozen(Collection<Finding> found, @Nullable Set<Known> before) {
        return found.stream()
                .map(Finding::known)
                .filter(known -> before == null || before.contains(known))
                .distinct()
                .sorted(Comparator.comparing(Known::rule)
                        .thenComparing(Known::code)
                        .thenComparing(known -> known.subjects().toString()))
                .toList();
    }

    private static String text(List<Known> known) {
        StringBuilder text = new StringBuilder(HEAD);
        for (Known one : known) {
            Json line = Json.object(
                    Json.member("rule", one.rule()),
                    Json.member("code", one.code()),
                    Json.member(
                            "subjects",
                            Json.array(one.subjects().stream().map(Json::text).toList())));
            text.append("  - ").append(JsonWriter.compact(line)).append('\n');
        }
        if (known.isEmpty()) {
            text.append("  []\n");
        }
        return text.toString();
    }
}
