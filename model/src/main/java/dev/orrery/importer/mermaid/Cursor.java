package dev.orrery.importer.mermaid;

/// A place in a text that moves on. It never fails: behind the end it sees the character 0.
final class Cursor {
    private static final String DIRECTIVE_END = "}%%";

    private final String text;
    private final int end;
    /// Where the last directive ends; behind it none does, and none needs to be looked for.
    private final int lastDirective;
    private int at;

    Cursor(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
        int last = end - DIRECTIVE_END.length();
        while (last >= start && !text.startsWith(DIRECTIVE_END, last)) {
            last--;
        }
        this.lastDirective = last;
    }

    int at() {
        return at;
    }

    void moveTo(int offset) {
        at = Math.min(offset, end);
    }

    boolean isEnd() {
        return at >= end;
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < end ? text.charAt(at + ahead) : 0;
    }

    boolean isAt(String piece) {
        return at + piece.length() <= end && text.startsWith(piece, at);
    }

    /// Moves behind a piece of text if it stands here.
    boolean take(String piece) {
        boolean isHere = isAt(piece);
        if (isHere) {
            at += piece.length();
        }
        return isHere;
    }

    String since(int start) {
        return text.substring(Math.min(start, at), at);
    }

    /// Moves to the next statement's border: the end of the line, or a semicolon.
    String takeStatement() {
        int start = at;
        while (at < end && !isLineEnd(text.charAt(at)) && text.charAt(at) != ';') {
            at++;
        }
        return text.substring(start, at);
    }

    String takeLine() {
        int start = at;
        at = lineEnd(text, at, end);
        return text.substring(start, at);
    }

    /// A text in double quotes, without them; where it is not closed, the rest of the line.
    String takeQuoted() {
        int close = at + 1 < end ? text.indexOf('"', at + 1, end) : -1;
        if (close < 0) {
            at++;
            return takeLine();
        }
        String quoted = text.substring(at + 1, close);
        at = close + 1;
        return quoted;
    }

    /// Passes over spaces and comments of this line.
    void skipBlanks() {
        at = skipBlanks(text, at, end);
        if (isAt("%%")) {
            skipComment();
        }
    }

    /// Passes over spaces, comments and ends of lines.
    void skipSpace() {
        at = skipSpace(text, at, end);
        while (isAt("%%")) {
            skipComment();
            at = skipSpace(text, at, end);
        }
    }

    /// A directive, `%%{ … }%%`, may take several lines; a comment ends with its line.
    private void skipComment() {
        if (isAt("%%{") && at < lastDirective) {
            at = text.indexOf(DIRECTIVE_END, at) + DIRECTIVE_END.length();
        } else {
            at = lineEnd(text, at, end);
        }
    }

    static int skipBlanks(String text, int from, int end) {
        int at = from;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\u00A0')) {
            at++;
        }
        return at;
    }

    static int skipSpace(String text, int from, int end) {
        int at = from;
        while (at < end && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u00A0')) {
            at++;
        }
        return at;
    }

    /// Offset of the first character that ends the line.
    static int lineEnd(String text, int from, int end) {
        int at = Math.min(from, end);
        while (at < end && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLineEnd(char unit) {
        return unit == '\n' || unit == '\r';
    }
}
