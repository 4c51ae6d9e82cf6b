package dev.orrery.app.outline;

import java.util.Locale;
import java.util.OptionalInt;

/// How well a few typed letters fit a text.
final class Fuzzy {
    private static final int EXACT = 1_000;
    private static final int PREFIX = 500;
    private static final int INSIDE = 250;
    private static final int WORD_START = 12;
    private static final int NEXT_TO = 6;

    private Fuzzy() {}

    /// More for a better fit: the whole text, its beginning, a part, then letters in order, those at the beginnings of
    /// words and next to each other counting more. Of equal fits the shorter text is better.
    ///
    /// @return empty where the letters do not occur in this order
    static OptionalInt score(String typed, String text) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        String given = text.toLowerCase(Locale.ROOT);
        int shortness = -Math.min(given.length(), 60) / 4;
        if (given.equals(wanted)) {
            return OptionalInt.of(EXACT);
        }
        if (given.startsWith(wanted)) {
            return OptionalInt.of(PREFIX + shortness);
        }
        int inside = given.indexOf(wanted);
        if (inside >= 0) {
            return OptionalInt.of(INSIDE + (startsWord(given, inside) ? 100 : 0) + shortness);
        }
        return spread(wanted, given, shortness);
    }

    private static OptionalInt spread(String wanted, String given, int shortness) {
        int score = shortness;
        int last = -2;
        for (int next = 0; next < wanted.length(); next++) {
            char letter = wanted.charAt(next);
            if (letter == ' ') {
                continue;
            }
            int at = given.indexOf(letter, Math.max(last + 1, 0));
            int atWord = at;
            while (atWord >= 0 && !startsWord(given, atWord)) {
                atWord = given.indexOf(letter, atWord + 1);
            }
            int found = at == last + 1 || atWord < 0 ? at : atWord;
            if (found < 0) {
                return OptionalInt.empty();
            }
            score += 1 + (startsWord(given, found) ? WORD_START : 0) + (found == last + 1 ? NEXT_TO : 0);
            last = found;
        }
        return OptionalInt.of(score);
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
