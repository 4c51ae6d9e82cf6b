package dev.orrery.importer.mermaid;

import java.util.Optional;

/// A link as it is drawn: which way it points. How long, thick or dotted its line is says nothing.
enum Arrow {
    FORWARD,
    BACKWARD,
    BOTH_WAYS,
    /// Neither end, or both ends alike, are marked.
    UNDIRECTED,
    INVISIBLE;

    private static final int LONGEST_LABEL = 2_000;
    private static final char NONE = 0;

    /// What a text has at a place.
    ///
    /// @param end offset behind it
    record Found(Arrow arrow, int end) {}

    /// How a line ends.
    ///
    /// @param head the mark at its end
    /// @param end offset behind it
    private record Ending(char head, int end) {}

    /// The link that begins at a place, with the label inside it, if it has one there.
    static Optional<Found> at(String text, int from, int end) {
        char first = unit(text, from, end);
        if (first == '~') {
            int behind = run(text, from, end);
            return behind - from > 2 ? Optional.of(new Found(INVISIBLE, behind)) : Optional.empty();
        }
        boolean hasTail = first == '<' || first == 'x' || first == 'o';
        char tail = hasTail ? first : NONE;
        int line = hasTail ? from + 1 : from;
        if (!isLine(text, line, end)) {
            return Optional.empty();
        }
        return ending(text, line, end)
                .or(() -> behindLabel(text, line, end))
                .map(ending -> new Found(of(tail, ending.head()), ending.end()));
    }

    /// Whether a line goes on with a link.
    static boolean mayBegin(char unit) {
        return unit == '-' || unit == '=' || unit == '~' || unit == '<';
    }

    /// `--`, `==` or `-.`
    private static boolean isLine(String text, int from, int end) {
        char first = unit(text, from, end);
        char second = unit(text, from + 1, end);
        return (first == '-' && (second == '-' || second == '.')) || (first == '=' && second == '=');
    }

    /// The end of a line that is whole: `--` and `-.` are not.
    private static Optional<Ending> ending(String text, int from, int end) {
        char first = unit(text, from, end);
        int dots = first == '-' ? from + 1 : from;
        if (unit(text, dots, end) == '.') {
            int behind = run(text, dots, end);
            return unit(text, behind, end) == '-' ? Optional.of(headed(text, behind + 1, end)) : Optional.empty();
        }
        int behind = run(text, from, end);
        Ending ending = headed(text, behind, end);
        boolean isWhole = behind - from > 2 || (behind - from == 2 && ending.head() != NONE);
        return isWhole ? Optional.of(ending) : Optional.empty();
    }

    private static Ending headed(String text, int at, int end) {
        char head = unit(text, at, end);
        return head == '>' || head == 'x' || head == 'o' ? new Ending(head, at + 1) : new Ending(NONE, at);
    }

    /// The other half of a link whose label stands inside it: `-- label -->`. The label ends with its line.
    private static Optional<Ending> behindLabel(String text, int from, int end) {
        char mark = text.charAt(from + 1);
        boolean inQuotes = false;
        int last = Math.min(end, from + LONGEST_LABEL);
        for (int at = from + 2; at < last; at++) {
            char unit = text.charAt(at);
            if (unit == '"') {
                inQuotes = !inQuotes;
            } else if (!inQuotes && (unit == '\n' || unit == '\r')) {
                return Optional.empty();
            }
            boolean mayEnd = !inQuotes && (unit == mark || (unit == '-' && mark == '.' && isLine(text, at, end)));
            Optional<Ending> ending = mayEnd ? ending(text, at, end) : Optional.empty();
            if (ending.isPresent()) {
                return ending;
            }
        }
        return Optional.empty();
    }

    private static Arrow of(char tail, char head) {
        if (tail == '<') {
            return head == '>' ? BOTH_WAYS : head == NONE ? BACKWARD : FORWARD;
        }
        return head == NONE || head == tail ? UNDIRECTED : FORWARD;
    }

    /// Offset behind all that is the same as the first.
    private static int run(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == text.charAt(from)) {
            at++;
        }
        return at;
    }

    private static char unit(String text, int at, int end) {
        return at < end ? text.charAt(at) : NONE;
    }
}
