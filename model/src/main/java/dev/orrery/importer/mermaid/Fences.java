package dev.orrery.importer.mermaid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The fenced blocks of a Markdown text that are in Mermaid's language. A block inside another one is an example of
/// how to write it, and is none.
final class Fences {
    private static final String LANGUAGE = "mermaid";
    private static final int SHORTEST = 3;

    private Fences() {}

    /// What stands between two fences.
    record Block(int start, int end) {}

    static List<Block> of(String text, int most) {
        List<Block> blocks = new ArrayList<>();
        int at = 0;
        while (at < text.length() && blocks.size() < most) {
            int content = Cursor.skipBlanks(text, at, text.length());
            int line = Cursor.lineEnd(text, content, text.length());
            int fence = fence(text, content, line);
            if (fence == 0) {
                at = line + 1;
                continue;
            }
            int close = closing(text, line + 1, text.charAt(content), fence);
            if (isMermaid(text.substring(content + fence, line))) {
                blocks.add(new Block(Math.min(line + 1, close), close));
            }
            at = Cursor.lineEnd(text, close, text.length()) + 1;
        }
        return blocks;
    }

    /// How long the fence is that a line begins with; 0 where it begins with none.
    private static int fence(String text, int from, int end) {
        int at = from;
        while (at < end && isOfFence(text.charAt(at)) && text.charAt(at) == text.charAt(from)) {
            at++;
        }
        boolean isSpan =
                at > from && text.charAt(from) == '`' && text.substring(at, end).indexOf('`') >= 0;
        return at - from >= SHORTEST && !isSpan ? at - from : 0;
    }

    private static boolean isOfFence(char unit) {
        return unit == '`' || unit == '~' || unit == ':';
    }

    /// Where the line begins that ends a block; the end of the text where none does.
    private static int closing(String text, int from, char mark, int least) {
        int at = from;
        while (at < text.length()) {
            int content = Cursor.skipBlanks(text, at, text.length());
            int line = Cursor.lineEnd(text, content, text.length());
            int fence = fence(text, content, line);
            boolean closes = fence >= least
                    && text.charAt(content) == mark
                    && text.substring(content + fence, line).isBlank();
            if (closes) {
                return at;
            }
            at = line + 1;
        }
        return text.length();
    }

    /// `mermaid`, and `{.mermaid}` or `{mermaid}` as some writers of books have it.
    private static boolean isMermaid(String info) {
        String word = info.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\{\\s*\\.?", "");
        return word.startsWith(LANGUAGE)
                && (word.length() == LANGUAGE.length() || " \t{},".indexOf(word.charAt(LANGUAGE.length())) >= 0);
    }
}
