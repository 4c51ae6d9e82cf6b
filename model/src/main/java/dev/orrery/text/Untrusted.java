package dev.orrery.text;

/// Makes text from outside harmless to show in a window, a terminal, a log or a file.
public final class Untrusted {
    private static final int LONGEST = 240;

    private Untrusted() {}

    /// One line without control characters (C0, C1, escape), without bidirectional overrides or zero-width characters,
    /// cut with an ellipsis at 240 characters. Line breaks and tabs become spaces.
    public static String oneLine(String text) {
        return oneLine(text, LONGEST);
    }

    /// The same, cut at `longest` UTF-16 units.
    public static String oneLine(String text, int longest) {
        if (text.length() <= longest && isPlain(text, false)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(Math.min(text.length(), longest + 1));
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (safe.length() + Character.charCount(point) > longest) {
                return safe.append('…').toString();
            }
            if (Character.isWhitespace(point)) {
                safe.append(' ');
            } else if (isHarmless(point)) {
                safe.appendCodePoint(point);
            }
        }
        return safe.toString();
    }

    /// The same for several lines: line breaks and tabs stay, nothing is cut.
    public static String lines(String text) {
        if (isPlain(text, true)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point == '\n' || point == '\t' || isHarmless(point))
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /// Nothing but visible ASCII, as nearly all text is: then there is nothing to copy.
    private static boolean isPlain(String text, boolean breaks) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if ((unit < ' ' && !(breaks && (unit == '\n' || unit == '\t'))) || unit >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR -> false;
            case Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
