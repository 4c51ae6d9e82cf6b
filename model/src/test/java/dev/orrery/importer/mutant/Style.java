package dev.orrery.importer.mutant;

import dev.orrery.descriptor.Value;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Ways of writing the same tree.
enum Style {
    /// Two spaces, quotes only where they are needed, list items below their key's indentation.
    PLAIN(2, true, ""),
    /// Four spaces and single quotes, with comments and empty lines in between.
    SINGLE_QUOTES(4, true, "'"),
    /// One space and double quotes, list items at their key's indentation.
    DOUBLE_QUOTES(1, false, "\""),
    /// Everything on one line, quoted where it is needed.
    FLOW(0, false, ""),
    /// As [Style#PLAIN], with a byte order mark and the line ends of Windows.
    WINDOWS(2, false, ""),
    /// Each text as a block of its own.
    LITERAL(3, true, "|"),
    JSON(0, false, "\"");

    /// Surely a text, and surely nothing else, wherever it stands.
    private static final Pattern SAFE = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");

    private static final Pattern MEANS_SOMETHING =
            Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|\\.inf|\\.nan");

    private final int indentation;
    private final boolean indentsItems;
    private final String quote;

    Style(int indentation, boolean indentsItems, String quote) {
        this.indentation = indentation;
        this.indentsItems = indentsItems;
        this.quote = quote;
    }

    String write(Tree tree) {
        String text = switch (this) {
            case FLOW, JSON -> flow(tree) + "\n";
            case PLAIN, SINGLE_QUOTES, DOUBLE_QUOTES, WINDOWS, LITERAL -> {
                StringBuilder out = new StringBuilder();
                block(tree, 0, out);
                yield out.toString();
            }
        };
        return switch (this) {
            case WINDOWS -> "\uFEFF" + text.replace("\n", "\r\n");
            case SINGLE_QUOTES -> "# as it is\n\n" + text + "\n# the end\n";
            case PLAIN, DOUBLE_QUOTES, FLOW, LITERAL, JSON -> text;
        };
    }

    /// Documents of one stream.
    String write(List<Tree> documents) {
        return switch (this) {
            case JSON -> documents.stream().map(this::flow).collect(Collectors.joining(",\n", "[", "]\n"));
            case WINDOWS ->
                documents.stream()
                        .map(this::write)
                        .collect(Collectors.joining("---\r\n"))
                        .replace("\uFEFF", "");
            case PLAIN, SINGLE_QUOTES, DOUBLE_QUOTES, FLOW, LITERAL ->
                documents.stream().map(this::write).collect(Collectors.joining("---\n", "---\n", "...\n"));
        };
    }

    private void block(Tree tree, int depth, StringBuilder out) {
        switch (tree) {
            case Tree.Leaf leaf ->
                out.append(" ".repeat(depth)).append(scalar(leaf, depth)).append('\n');
            case Tree.Items(List<Tree> items) -> items.forEach(item -> item(item, depth, out));
            case Tree.Fields(Map<String, Tree> fields) ->
                fields.forEach((key, value) -> {
                    out.append(" ".repeat(depth)).append(key(key)).append(':');
                    value(value, depth, out);
                });
        }
    }

    private void value(Tree value, int depth, StringBuilder out) {
        if (value instanceof Tree.Leaf || isEmpty(value)) {
            out.append(' ')
                    .append(value instanceof Tree.Leaf leaf ? scalar(leaf, depth) : flow(value))
                    .append('\n');
        } else {
            out.append(this == SINGLE_QUOTES ? "  # below\n" : "\n");
            block(value, depth + (value instanceof Tree.Items && !indentsItems ? 0 : indentation), out);
        }
    }

    private void item(Tree item, int depth, StringBuilder out) {
        if (item instanceof Tree.Leaf || isEmpty(item)) {
            out.append(" ".repeat(depth)).append('-');
            value(item, depth, out);
            return;
        }
        StringBuilder inner = new StringBuilder();
        block(item, depth + 2, inner);
        out.append(" ".repeat(depth)).append("- ").append(inner.substring(depth + 2));
    }

    private String flow(Tree tree) {
        return switch (tree) {
            case Tree.Leaf leaf -> scalar(leaf, 0);
            case Tree.Items(List<Tree> items) ->
                items.stream().map(this::flow).collect(Collectors.joining(", ", "[", "]"));
            case Tree.Fields(Map<String, Tree> fields) ->
                fields.entrySet().stream()
                        .map(field -> key(field.getKey()) + ": " + flow(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private String key(String key) {
        return quote.isEmpty() || quote.equals("|") ? quotedIfNeeded(key) : quoted(key);
    }

    private String scalar(Tree.Leaf leaf, int depth) {
        if (leaf.type() != Value.Type.TEXT) {
            return leaf.text().isEmpty() ? "null" : leaf.text();
        }
        return switch (this) {
            case PLAIN, FLOW, WINDOWS -> quotedIfNeeded(leaf.text());
            case SINGLE_QUOTES, DOUBLE_QUOTES, JSON -> quoted(leaf.text());
            case LITERAL -> literal(leaf.text(), depth);
        };
    }

    private String literal(String text, int depth) {
        boolean fits = text.lines().noneMatch(line -> line.isBlank() || !line.equals(line.strip()))
                && !text.isEmpty()
                && text.chars().noneMatch(unit -> unit < ' ' && unit != '\n');
        if (!fits || text.endsWith("\n\n")) {
            return quotedIfNeeded(text);
        }
        String before = "\n" + " ".repeat(depth + indentation);
        StringBuilder block = new StringBuilder(text.endsWith("\n") ? "|" : "|-");
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            block.append(before).append(lines.next());
        }
        return block.toString();
    }

    private String quotedIfNeeded(String text) {
        return SAFE.matcher(text).matches() && !MEANS_SOMETHING.matcher(text).matches() ? text : quoted(text);
    }

    private String quoted(String text) {
        if (quote.equals("'") && text.chars().noneMatch(unit -> unit < ' ')) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            switch (unit) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(unit < ' ' ? "\\u%04x".formatted(unit) : String.valueOf((char) unit));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isEmpty(Tree tree) {
        return switch (tree) {
            case Tree.Leaf _ -> false;
            case Tree.Items(List<Tree> items) -> items.isEmpty();
            case Tree.Fields(Map<String, Tree> fields) -> fields.isEmpty();
        };
    }
}
