package dev.orrery.importer;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compares one step of a path with a pattern such as `*.log`, `[a-z]?` or `\!x`, as Git does.
///
/// It goes back to the last star only, so the time is at most the product of the lengths, whatever the pattern.
final class Glob {
    private Glob() {}

    static boolean matches(String pattern, String name) {
        int in = 0;
        int at = 0;
        int star = -1;
        int resume = 0;
        while (at < name.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                resume = at;
                continue;
            }
            int next = in < pattern.length() ? step(pattern, in, name.charAt(at)) : -1;
            if (next > 0) {
                in = next;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }

    /// Where the pattern goes on if its next element fits the character, else -1.
    private static int step(String pattern, int in, char found) {
        char wanted = pattern.charAt(in);
        if (wanted == '?') {
            return in + 1;
        }
        if (wanted == '[') {
            return set(pattern, in + 1, found);
        }
        if (wanted == '\\') {
            return in + 1 < pattern.length() && pattern.charAt(in + 1) == found ? in + 2 : -1;
        }
        return wanted == found ? in + 1 : -1;
    }

    /// A set that is never closed fits nothing.
    private static int set(String pattern, int begin, char found) {
        int in = begin;
        boolean isNegated = in < pattern.length() && (pattern.charAt(in) == '!' || pattern.charAt(in) == '^');
        if (isNegated) {
            in++;
        }
        int first = in;
        boolean isIn = false;
        while (in < pattern.length() && (in == first || pattern.charAt(in) != ']')) {
            String named = className(pattern, in);
            if (named != null) {
                isIn |= isOfClass(named, found).orElse(false);
                in += named.length() + 4;
                continue;
            }
            in = escaped(pattern, in);
            if (in >= pattern.length()) {
                return -1;
            }
            char low = pattern.charAt(in++);
            char high = low;
            if (in + 1 < pattern.length() && pattern.charAt(in) == '-' && pattern.charAt(in + 1) != ']') {
                in = escaped(pattern, in + 1);
                if (in >= pattern.length()) {
                    return -1;
                }
                high = pattern.charAt(in++);
            }
            isIn |= low <= found && found <= high;
        }
        return in < pattern.length() && isIn != isNegated ? in + 1 : -1;
    }

    private static int escaped(String pattern, int in) {
        return pattern.charAt(in) == '\\' ? in + 1 : in;
    }

    /// The name in `[:name:]`; null where none begins here.
    private static @Nullable String className(String pattern, int in) {
        if (!pattern.startsWith("[:", in)) {
            return null;
        }
        int end = pattern.indexOf(":]", in + 2);
        return end < 0 ? null : pattern.substring(in + 2, end);
    }

    private static Optional<Boolean> isOfClass(String name, char found) {
        boolean isAscii = found < 128;
        boolean isLetter = isAscii && Character.isLetter(found);
        boolean isDigit = found >= '0' && found <= '9';
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "alpha" -> Optional.of(isLetter);
            case "digit" -> Optional.of(isDigit);
            case "alnum" -> Optional.of(isLetter || isDigit);
            case "lower" -> Optional.of(found >= 'a' && found <= 'z');
            case "upper" -> Optional.of(found >= 'A' && found <= 'Z');
            case "space" -> Optional.of(found == ' ' || (found >= '\t' && found <= '\r'));
            case "blank" -> Optional.of(found == ' ' || found == '\t');
            case "punct" -> Optional.of(found > ' ' && found < 127 && !isLetter && !isDigit);
            case "xdigit" -> Optional.of(isDigit || "abcdefABCDEF".indexOf(found) >= 0);
            default -> Optional.empty();
        };
    }
}
