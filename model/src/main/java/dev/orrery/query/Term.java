package dev.orrery.query;

import dev.orrery.health.Health;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One thing that is asked of a service.
///
/// @param values of which it has to have one, in written order; at least one
/// @param negated whether it must have none of them instead
public record Term(Key key, List<String> values, boolean negated) {
    public Term {
        values = values.stream().distinct().toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a term asks for something");
        }
    }

    public static Term of(Key key, String value) {
        return new Term(key, List.of(value), false);
    }

    /// As it is written, as in `!owner:payments,"the shop"`.
    public String text() {
        String list = values.stream().map(value -> quoted(key, value)).collect(Collectors.joining(","));
        boolean bare = key == Key.TEXT || (key == Key.HEALTH && values.stream().allMatch(Term::isState));
        return (negated ? "!" : "") + (bare ? list : key.word() + ":" + list);
    }

    /// A value as it is written after a key, in quotes where it needs them.
    static String quoted(Key key, String value) {
        boolean plain = !value.isEmpty()
                && value.chars().noneMatch(letter -> Character.isWhitespace(letter) || letter == ',' || letter == '"');
        if (key == Key.TEXT) {
            plain = plain && "!-".indexOf(value.charAt(0)) < 0 && value.indexOf(':') < 0 && !isState(value);
        }
        return plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Whether the word alone means the state of a service.
    static boolean isState(String word) {
        return Arrays.stream(Health.values()).map(Key::word).anyMatch(word::equalsIgnoreCase);
    }
}
