package dev.orrery.importer.dot;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text in the DOT language (graphviz.org, The DOT Language) into tokens. Comments, and lines that begin with
/// `#`, are left out. It never fails: what is no token of the language is a sign of its own.
final class Tokens {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /// The last one is the end.
    static List<Token> of(String text) {
        Tokens cut = new Tokens(text);
        while (cut.at < text.length()) {
            cut.next();
        }
        cut.tokens.add(new Token("", false, false, text.length()));
        return cut.tokens;
    }

    private void next() {
        char first = text.charAt(at);
        int start = at;
        if (Character.isWhitespace(first) || first == '\uFEFF') {
            at++;
        } else if (text.startsWith("//", at) || (first == '#' && isLineStart())) {
            skipTo("\n");
        } else if (text.startsWith("/*", at)) {
            at += 2;
            skipTo("*/");
        } else if (first == '"') {
            quoted(start);
        } else if (first == '<') {
            html(start);
        } else if (text.startsWith("->", at) || text.startsWith("--", at)) {
            at += 2;
            tokens.add(new Token(text.substring(start, at), false, false, start));
        } else if (isOfName(first) || first == '-') {
            at++;
            while (at < text.length() && isOfName(text.charAt(at))) {
                at++;
            }
            tokens.add(new Token(text.substring(start, at), true, false, start));
        } else {
            at++;
            tokens.add(new Token(String.valueOf(first), false, false, start));
        }
    }

    private void quoted(int start) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char unit = text.charAt(at);
            boolean isEscape = unit == '\\' && at + 1 < text.length();
            if (isEscape && text.charAt(at + 1) == '"') {
                value.append('"');
                at += 2;
            } else if (isEscape && "nlr".indexOf(text.charAt(at + 1)) >= 0) {
                value.append(' ');
                at += 2;
            } else if (isEscape && text.charAt(at + 1) == '\n') {
                at += 2;
            } else {
                value.append(unit);
                at++;
            }
        }
        at++;
        tokens.add(new Token(value.toString().strip(), true, true, start));
    }

    /// Its words are markup, which is not read.
    private void html(int start) {
        int depth = 0;
        do {
            char unit = text.charAt(at);
            depth += unit == '<' ? 1 : unit == '>' ? -1 : 0;
            at++;
        } while (depth > 0 && at < text.length());
        tokens.add(new Token("", true, true, start));
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private boolean isLineStart() {
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    private static boolean isOfName(char unit) {
        return Character.isLetterOrDigit(unit) || unit == '_' || unit == '.' || unit >= 0x80;
    }
}
