package dev.orrery.probe;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text as it reads once the escapes of JSON, HTML and URLs are undone, and where each character of it came from.
///
/// Which characters are escaped is up to whoever writes: Gson escapes `=`, Go does not, PHP escapes `/`. So what is
/// looked for is looked for behind the escapes.
final class Unescaped {
    /// Text in JSON that holds HTML has both.
    private static final int LAYERS = 3;

    private static final Pattern ESCAPE = Pattern.compile("""
            \\\\u([0-9a-fA-F]{4})|\\\\([/"'\\\\&])|%([0-9a-fA-F]{2})|&#0*([0-9]{1,5});|&#[xX]0*([0-9a-fA-F]{1,4});\
            |&(amp|lt|gt|quot|apos);""");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private final String text;

    /// Where each character begins in the text as it was written; one more for its end.
    private final int[] starts;

    private Unescaped(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    /// Undoes one layer after the other, until there is none.
    static Unescaped of(String written) {
        int[] starts = new int[written.length() + 1];
        Arrays.setAll(starts, at -> at);
        Unescaped undone = new Unescaped(written, starts);
        for (int layer = 0; layer < LAYERS; layer++) {
            Unescaped next = undone.next();
            if (next.text.length() == undone.text.length()) {
                return undone;
            }
            undone = next;
        }
        return undone;
    }

    String text() {
        return text;
    }

    /// Where the character at this index begins in the text as it was written.
    int start(int at) {
        return starts[at];
    }

    private Unescaped next() {
        Matcher escape = ESCAPE.matcher(text);
        StringBuilder undone = new StringBuilder(text.length());
        int[] from = new int[text.length() + 1];
        int done = 0;
        while (escape.find()) {
            for (int at = done; at < escape.start(); at++) {
                from[undone.length()] = starts[at];
                undone.append(text.charAt(at));
            }
            from[undone.length()] = starts[escape.start()];
            undone.append(meant(escape));
            done = escape.end();
        }
        for (int at = done; at < text.length(); at++) {
            from[undone.length()] = starts[at];
            undone.append(text.charAt(at));
        }
        from[undone.length()] = starts[text.length()];
        return new Unescaped(undone.toString(), Arrays.copyOf(from, undone.length() + 1));
    }

    private static char meant(Matcher escape) {
        if (escape.group(1) != null) {
            return (char) Integer.parseInt(escape.group(1), 16);
        }
        if (escape.group(2) != null) {
            return escape.group(2).charAt(0);
        }
        if (escape.group(3) != null) {
            return (char) Integer.parseInt(escape.group(3), 16);
        }
        if (escape.group(4) != null) {
            return (char) Integer.parseInt(escape.group(4));
        }
        return escape.group(5) != null
                ? (char) Integer.parseInt(escape.group(5), 16)
                : NAMED.getOrDefault(escape.group(6), "?").charAt(0);
    }
}
