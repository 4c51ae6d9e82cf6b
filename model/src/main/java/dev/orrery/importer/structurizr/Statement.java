package dev.orrery.importer.structurizr;

import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One statement of the DSL: a line, with the lines that continue it.
///
/// @param text in one line
/// @param words by the rules of the DSL: separated by white space, or in double quotes
record Statement(String text, List<String> words, SourceLocation source) {
    static Statement of(String text, SourceLocation source) {
        return new Statement(text, words(text), source);
    }

    /// The same place, in other words.
    Statement as(String other) {
        return of(other, source);
    }

    /// The first word that is no name given to something, in lower case; empty for an empty line.
    String keyword() {
        int at = isAssignment() ? 2 : 0;
        return words.size() > at ? words.get(at).toLowerCase(Locale.ROOT) : "";
    }

    boolean isAssignment() {
        return words.size() >= 3 && words.get(1).equals("=");
    }

    /// The word after the keyword; empty where there is none.
    String argument(int number) {
        int at = (isAssignment() ? 2 : 0) + number;
        return words.size() > at && !(at == words.size() - 1 && opens()) ? words.get(at) : "";
    }

    boolean opens() {
        return !words.isEmpty() && words.getLast().equals("{");
    }

    boolean closes() {
        return !words.isEmpty() && words.getFirst().equals("}");
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        boolean isQuoted = false;
        for (int at = 0; at < line.length(); at++) {
            char unit = line.charAt(at);
            if (!inWord) {
                isQuoted = unit == '"';
                inWord = isQuoted || !Character.isWhitespace(unit);
                if (inWord && !isQuoted) {
                    word.append(unit);
                }
            } else if (unit == '"' && line.charAt(at - 1) == '\\') {
                word.setCharAt(word.length() - 1, '"');
            } else if (isQuoted ? unit == '"' : Character.isWhitespace(unit)) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            } else {
                word.append(unit);
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return List.copyOf(words);
    }
}
