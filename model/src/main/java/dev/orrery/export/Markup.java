package dev.orrery.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/// Writes XML element by element, two spaces deeper inside each. Everything that is given is escaped here.
final class Markup {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /// @param attributes names and values in turn
    Markup open(String element, Object... attributes) {
        begin(element, attributes).append(">\n");
        open.push(element);
        return this;
    }

    Markup close() {
        String element = open.pop();
        indent().append("</").append(element).append(">\n");
        return this;
    }

    Markup empty(String element, Object... attributes) {
        begin(element, attributes).append("/>\n");
        return this;
    }

    Markup text(String element, String content, Object... attributes) {
        begin(element, attributes).append('>');
        escape(content);
        text.append("</").append(element).append(">\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private StringBuilder begin(String element, Object... attributes) {
        indent().append('<').append(element);
        for (int at = 0; at < attributes.length; at += 2) {
            text.append(' ').append(attributes[at]).append("=\"");
            escape(attributes[at + 1] instanceof Double number ? number(number) : attributes[at + 1].toString());
            text.append('"');
        }
        return text;
    }

    private StringBuilder indent() {
        return text.repeat("  ", open.size());
    }

    /// Characters that XML cannot hold at all become the replacement character.
    private void escape(String content) {
        content.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\n', '\t', '\r' -> text.append("&#").append(point).append(';');
                default -> text.appendCodePoint(isXml(point) ? point : 0xFFFD);
            }
        });
    }

    private static boolean isXml(int point) {
        return point >= 0x20 && (point < 0xD800 || point > 0xDFFF) && point != 0xFFFE && point != 0xFFFF;
    }

    /// At most two decimals, and none that say nothing.
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }
}
