package dev.orrery.importer.compose;

import dev.orrery.descriptor.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The values that a `.env` file gives.
record Variables(Map<String, String> values) {
    static final Variables NONE = new Variables(Map.of());

    Variables {
        values = Map.copyOf(values);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Reads lines of the form `NAME=value`, perhaps with `export`. Values in single quotes are taken as they stand,
    /// the
    /// others may refer to what was set above them. Lines of any other form say nothing.
    static Variables read(SourceText text) {
        Map<String, String> values = new LinkedHashMap<>();
        String content = text.content().startsWith("\uFEFF") ? text.content().substring(1) : text.content();
        content.lines().forEach(line -> {
            String entry = line.strip();
            entry = entry.startsWith("export ")
                    ? entry.substring("export ".length()).strip()
                    : entry;
            int equals = entry.indexOf('=');
            if (equals > 0 && !entry.startsWith("#")) {
                values.put(
                        entry.substring(0, equals).strip(),
                        value(entry.substring(equals + 1).strip(), values));
            }
        });
        return new Variables(values);
    }

    private static String value(String written, Map<String, String> above) {
        if (written.startsWith("'")) {
            return upToQuote(written, '\'');
        }
        String plain = written.startsWith("\"") ? upToQuote(written, '"') : withoutComment(written);
        return Interpolation.of(plain, new Variables(above)).blankedText();
    }

    private static String upToQuote(String written, char quote) {
        int end = written.indexOf(quote, 1);
        return written.substring(1, end < 0 ? written.length() : end);
    }

    private static String withoutComment(String written) {
        int comment = written.indexOf(" #");
        return (comment < 0 ? written : written.substring(0, comment)).strip();
    }
}
