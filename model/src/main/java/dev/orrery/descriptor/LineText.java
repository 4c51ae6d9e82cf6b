package dev.orrery.descriptor;

/// A text as lines, each with its own line break. A byte order mark is no part of the first one.
final class LineText {
    private final String content;

    LineText(String content) {
        this.content = content;
    }

    /// Where the line of an offset begins.
    int start(int offset) {
        int at = offset;
        while (at > 0 && !isBreak(at - 1)) {
            at--;
        }
        return at == 0 && content.startsWith("\uFEFF") ? 1 : at;
    }

    /// Where the line of an offset ends, before its line break.
    int end(int offset) {
        int at = offset;
        while (at < content.length() && !isBreak(at)) {
            at++;
        }
        return at;
    }

    /// Where the next line begins; the end of the text where there is none.
    int next(int offset) {
        int end = end(offset);
        return content.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, content.length());
    }

    /// What stands before an offset on its line.
    String before(int offset) {
        return content.substring(start(offset), offset);
    }

    int column(int offset) {
        return offset - start(offset);
    }

    boolean isBlank(int lineStart) {
        return content.substring(lineStart, end(lineStart)).isBlank();
    }

    /// The column of a comment that has its line to itself; negative where the line is something else.
    int comment(int lineStart) {
        int at = lineStart;
        while (at < content.length() && (content.charAt(at) == ' ' || content.charAt(at) == '\t')) {
            at++;
        }
        return at < content.length() && content.charAt(at) == '#' ? at - lineStart : -1;
    }

    /// The line break nearest to an offset: that of its line, else that of the line before.
    String lineBreak(int offset) {
        int end = end(offset);
        if (end < content.length()) {
            return breakAt(end);
        }
        int begin = start(offset);
        if (begin < 2 && !content.startsWith("\n") && !content.startsWith("\r")) {
            return "\n";
        }
        return content.startsWith("\r\n", begin - 2) ? "\r\n" : breakAt(begin - 1);
    }

    private String breakAt(int offset) {
        if (content.startsWith("\r\n", offset)) {
            return "\r\n";
        }
        return content.charAt(offset) == '\r' ? "\r" : "\n";
    }

    private boolean isBreak(int offset) {
        char unit = content.charAt(offset);
        return unit == '\n' || unit == '\r';
    }
}
