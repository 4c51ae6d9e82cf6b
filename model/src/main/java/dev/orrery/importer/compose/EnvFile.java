package dev.orrery.importer.compose;

import dev.orrery.descriptor.SourceText;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the lines of a `.env` file, by the rules of Compose: values in single quotes are taken as they stand, others
/// may refer to variables, and a quoted value may span lines. What has no such form says nothing.
final class EnvFile {
    record Entry(String name, String value, SourceLocation source) {}

    private static final Pattern NAME = Pattern.compile("(?:export\\s+)?([\\p{L}\\p{N}_.\\[\\]-]+)[ \\t]*([=:]?)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([abfnrtv$\"\\\\])");

    private final SourceText file;
    private final String text;
    private final Variables around;
    private final List<Entry> entries = new ArrayList<>();
    private int at;
    private int counted;
    private int line = 1;

    private EnvFile(SourceText file, Variables around) {
        this.file = file;
        this.text = file.content();
        this.around = around;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /// @param around variables that are known already, and count more than those of the file
    static List<Entry> read(SourceText file, Variables around) {
        EnvFile reader = new EnvFile(file, around);
        reader.readAll();
        return reader.entries;
    }

    /// Lines of `NAME=value`, quotes and dollars included.
    static List<Entry> readRaw(SourceText file) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : file.content().lines().toList()) {
            number++;
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                entries.add(new Entry(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1),
                        new SourceLocation(file.file(), number, 1)));
            }
        }
        return entries;
    }

    private void readAll() {
        Map<String, String> all = new HashMap<>(around.values());
        Variables known = new Variables(all);
        while (at < text.length()) {
            skipSpace();
            if (at == text.length()) {
                return;
            }
            Matcher name = NAME.matcher(text).region(at, text.length());
            if (text.charAt(at) == '#' || !name.lookingAt() || name.group(2).isEmpty()) {
                at = endOfLine();
                continue;
            }
            SourceLocation place = place();
            at = name.end();
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            String value = value(known);
            entries.add(new Entry(name.group(1), value, place));
            if (around.get(name.group(1)).isEmpty()) {
                all.put(name.group(1), value);
            }
        }
    }

    private String value(Variables known) {
        char first = at < text.length() ? text.charAt(at) : '\n';
        if (first == '\'' || first == '"') {
            int end = closing(first);
            if (end >= 0) {
                String quoted = text.substring(at + 1, end);
                at = afterQuote(end);
                return first == '\''
                        ? quoted.replace("\\'", "'")
                        : Interpolation.of(unescaped(quoted), known).blankedText();
            }
        }
        int end = endOfLine();
        String plain = text.substring(at, end);
        at = end;
        int comment = plain.startsWith("#") ? 0 : plain.indexOf(" #");
        return Interpolation.of((comment < 0 ? plain : plain.substring(0, comment)).strip(), known)
                .blankedText();
    }

    private int closing(char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    /// The rest of the line can only be a comment.
    private int afterQuote(int end) {
        int lineEnd = text.indexOf('\n', end);
        return lineEnd < 0 ? text.length() : lineEnd;
    }

    private static String unescaped(String quoted) {
        return ESCAPE.matcher(quoted)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        switch (escape.group(1)) {
                            case "a" -> "\u0007";
                            case "b" -> "\b";
                            case "f" -> "\f";
                            case "n" -> "\n";
                            case "r" -> "\r";
                            case "t" -> "\t";
                            case "v" -> "\u000B";
                            case "$" -> "$$";
                            default -> escape.group(1);
                        }));
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private SourceLocation place() {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        for (; counted < at; counted++) {
            if (text.charAt(counted) == '\n') {
                line++;
            }
        }
        return new SourceLocation(file.file(), line, at - start + 1);
    }
}
