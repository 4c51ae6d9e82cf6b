package dev.orrery.importer.contextmapper;

import dev.orrery.descriptor.SourceText;
import dev.orrery.topology.SourceLocation;
import java.util.List;

/// The tokens of a CML text, one after the other. Comments and white space are passed over.
final class Tokens {
    private static final List<String> ARROWS = List.of("<->", "->", "<-");
    /// The only words with a dash; everywhere else a dash ends a word.
    private static final List<String> DASHED = List.of(
            CmlRelation.SHARED_KERNEL,
            CmlRelation.UPSTREAM_DOWNSTREAM,
            CmlRelation.DOWNSTREAM_UPSTREAM,
            CmlRelation.CUSTOMER_SUPPLIER,
            CmlRelation.SUPPLIER_CUSTOMER);

    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;
    /// Quotes of which one stands alone.
    private String unpaired = "";
    private Token next;

    Tokens(SourceText source) {
        this.file = source.file();
        this.text = source.content();
        if (text.startsWith("\uFEFF")) {
            at = 1;
            lineStart = 1;
        }
        this.next = read();
    }

    Token peek() {
        return next;
    }

    Token next() {
        Token token = next;
        if (!token.isEnd()) {
            next = read();
        }
        return token;
    }

    /// Takes the next token if it is this symbol.
    boolean takes(String symbol) {
        boolean isNext = next.isSymbol(symbol);
        if (isNext) {
            next();
        }
        return isNext;
    }

    private Token read() {
        passOver();
        int start = at;
        SourceLocation place = new SourceLocation(file, line, start - lineStart + 1);
        if (start >= text.length()) {
            return new Token(Token.Kind.END, "", place);
        }
        char first = text.charAt(start);
        if (isWordPart(first)) {
            return new Token(Token.Kind.WORD, word(start), place);
        }
        if (first == '"' || first == '\'') {
            return new Token(Token.Kind.QUOTED, quoted(first), place);
        }
        String symbol = ARROWS.stream()
                .filter(arrow -> text.startsWith(arrow, start))
                .findFirst()
                .orElseGet(() -> String.valueOf(first));
        forward(start + symbol.length());
        return new Token(Token.Kind.SYMBOL, symbol, place);
    }

    private String word(int start) {
        for (String dashed : DASHED) {
            int end = start + dashed.length();
            if (text.startsWith(dashed, start) && (end == text.length() || !isWordPart(text.charAt(end)))) {
                forward(end);
                return dashed;
            }
        }
        int end = start;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        forward(end);
        String word = text.substring(start, end);
        // The language marks a name that is also a keyword with a caret.
        return word.length() > 1 && word.charAt(0) == '^' ? word.substring(1) : word;
    }

    private static boolean isWordPart(char unit) {
        return unit == '_' || unit == '^' || Character.isLetterOrDigit(unit) || Character.isSurrogate(unit);
    }

    /// Up to the closing quote; to the end of the line where none follows, so that one slip does not swallow the rest.
    private String quoted(char quote) {
        int start = at + 1;
        int end = start;
        while (unpaired.indexOf(quote) < 0 && end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length() || unpaired.indexOf(quote) >= 0) {
            // Asked once: what follows the last quote has no other.
            unpaired += unpaired.indexOf(quote) < 0 ? String.valueOf(quote) : "";
            end = endOfLine(start);
            forward(end);
            return text.substring(start, end);
        }
        forward(end + 1);
        return text.substring(start, end);
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void passOver() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                forward(at + 1);
            } else if (text.startsWith("//", at)) {
                forward(endOfLine(at));
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                forward(end < 0 ? text.length() : end + 2);
            } else {
                return;
            }
        }
    }

    private void forward(int to) {
        for (int passed = at; passed < to; passed++) {
            char unit = text.charAt(passed);
            boolean isFirstOfTwo = unit == '\r' && passed + 1 < text.length() && text.charAt(passed + 1) == '\n';
            if (unit == '\n' || (unit == '\r' && !isFirstOfTwo)) {
                line++;
                lineStart = passed + 1;
            }
        }
        at = to;
    }
}
