package dev.orrery.descriptor;

/// A text as an editor shows it, in which every line ends with LF and there is no byte order mark, and the text as it
/// is in the file. What is typed goes into the file's text at its place; every other byte stays.
public final class TypedText {
    private static final char MARK = '\uFEFF';

    private final String content;
    private final String shown;

    public TypedText(String content) {
        this.content = content;
        this.shown = shown(content);
    }

    /// As an editor shows it.
    public String shown() {
        return shown;
    }

    /// The text of the file when the editor shows something else. New lines end as those around them.
    public String typed(String now) {
        int start = 0;
        int shorter = Math.min(shown.length(), now.length());
        while (start < shorter && shown.charAt(start) == now.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && shown.charAt(shown.length() - 1 - end) == now.charAt(now.length() - 1 - end)) {
            end++;
        }
        int from = inContent(start);
        int to = inContent(shown.length() - end);
        String typed = now.substring(start, now.length() - end).replace("\n", lineEndAt(from));
        return joined(content.substring(0, from), typed, content.substring(to));
    }

    /// A CR and an LF that come to stand side by side would be one end of a line where there were two.
    private static String joined(String before, String typed, String after) {
        String middle = typed.endsWith("\r") && after.startsWith("\n") ? typed + "\n" : typed;
        String rest = middle + after;
        return before.endsWith("\r") && rest.startsWith("\n") ? before + "\n" + rest : before + rest;
    }

    /// Where something that an editor shows is in the file, in UTF-16 units.
    public int inContent(int offset) {
        int at = content.indexOf(MARK) == 0 ? 1 : 0;
        for (int left = offset; left > 0; left--) {
            at += isPair(at) ? 2 : 1;
        }
        return at;
    }

    /// Where something in the file is in what an editor shows.
    public int inShown(int offset) {
        return shown(content.substring(0, Math.min(offset, content.length()))).length();
    }

    private String lineEndAt(int offset) {
        int after = nextEnd(offset);
        int end = after < content.length() ? after : lastEnd();
        if (end < 0) {
            return "\n";
        }
        return isPair(end) ? "\r\n" : content.substring(end, end + 1);
    }

    private int nextEnd(int offset) {
        int at = offset;
        while (at < content.length() && content.charAt(at) != '\n' && content.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private int lastEnd() {
        int last = Math.max(content.lastIndexOf('\n'), content.lastIndexOf('\r'));
        return last > 0 && isPair(last - 1) ? last - 1 : last;
    }

    private boolean isPair(int at) {
        return at + 1 < content.length() && content.charAt(at) == '\r' && content.charAt(at + 1) == '\n';
    }

    private static String shown(String content) {
        String text = content.indexOf(MARK) == 0 ? content.substring(1) : content;
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
