package dev.orrery.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One word of a typed expression, with places: what stands between two spaces that are not in quotes.
///
/// @param negated by an odd number of `!` or `-` before it
/// @param key what stands before the colon; null where there is none
/// @param values what stands between commas, also where that is empty
record Word(int from, int to, boolean negated, @Nullable Part key, List<Part> values) {
    /// @param text without quotes
    /// @param quoted whether any of it stood in quotes
    /// @param closed false where its last quote is missing
    record Part(int from, int to, String text, boolean quoted, boolean closed) {}

    Word {
        values = List.copyOf(values);
    }

    static List<Word> of(String typed) {
        List<Word> words = new ArrayList<>();
        Cursor cursor = new Cursor(typed);
        while (cursor.toNextWord()) {
            words.add(cursor.word());
        }
        return words;
    }

    private static final class Cursor {
        private final String typed;
        private int at;

        Cursor(String typed) {
            this.typed = typed;
        }

        boolean toNextWord() {
            while (at < typed.length() && Character.isWhitespace(typed.charAt(at))) {
                at++;
            }
            return at < typed.length();
        }

        Word word() {
            int from = at;
            boolean negated = false;
            while (at < typed.length() && "!-".indexOf(typed.charAt(at)) >= 0) {
                negated = !negated;
                at++;
            }
            Part key = key();
            List<Part> values = new ArrayList<>();
            values.add(part());
            while (at < typed.length() && typed.charAt(at) == ',') {
                at++;
                values.add(part());
            }
            return new Word(from, at, negated, key, values);
        }

        /// Letters and dashes before a colon.
        private @Nullable Part key() {
            int end = at;
            while (end < typed.length()
                    && (Character.isLetter(typed.charAt(end)) || (end > at && typed.charAt(end) == '-'))) {
                end++;
            }
            if (end == at || end == typed.length() || typed.charAt(end) != ':') {
                return null;
            }
            Part key = new Part(at, end, typed.substring(at, end), false, true);
            at = end + 1;
            return key;
        }

        private Part part() {
            int from = at;
            StringBuilder text = new StringBuilder();
            boolean inside = false;
            boolean quoted = false;
            while (at < typed.length()) {
                char letter = typed.charAt(at);
                if (letter == '"') {
                    inside = !inside;
                    quoted = true;
                } else if (inside && letter == '\\' && at + 1 < typed.length()) {
                    at++;
                    text.append(typed.charAt(at));
                } else if (!inside && (letter == ',' || Character.isWhitespace(letter))) {
                    break;
                } else {
                    text.append(letter);
                }
                at++;
            }
            return new Part(from, at, text.toString(), quoted, !inside);
        }
    }
}
