package dev.orrery.descriptor;

import java.util.regex.Pattern;

/// Writes texts so that they are read as the same texts again, by YAML 1.1 and 1.2 alike.
public final class ScalarText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./~$-][A-Za-z0-9_./@:+~$ %=&;-]*");
    /// Booleans and nulls of YAML 1.1, and words that are read as numbers.
    private static final Pattern WORD =
            Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|~|[-+]?\\.(inf|nan)|[-.~$]+");
    /// All that could be a number or a date in either version, and some that could not.
    private static final Pattern NUMBER = Pattern.compile("[-+.]?[0-9][0-9A-Fa-f_xXoO:.,+eE TtZz-]*");

    private ScalarText() {}

    /// Plain where that can hold the value, else in double quotes.
    public static String of(String value) {
        return isPlain(value, false) ? value : quoted(value);
    }

    /// The same, for a place inside braces or brackets.
    public static String inFlow(String value) {
        return isPlain(value, true) ? value : quoted(value);
    }

    /// In a style where that can hold the value, else in double quotes.
    static String in(SourceNode.Style style, String value, boolean flow) {
        return switch (style) {
            case PLAIN -> flow ? inFlow(value) : of(value);
            case SINGLE_QUOTED -> isPrintable(value) ? "'" + value.replace("'", "''") + "'" : quoted(value);
            case DOUBLE_QUOTED, LITERAL, FOLDED -> quoted(value);
        };
    }

    /// In double quotes, as JSON and YAML both read them.
    static String quoted(String name) {
        StringBuilder quoted = new StringBuilder("\"");
        name.chars().forEach(unit -> {
            switch (unit) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (isPrintable(unit)) {
                        quoted.append((char) unit);
                    } else {
                        quoted.append("\\u").append("%04x".formatted(unit));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /// Whether all of it can be written down; a half of a surrogate pair cannot.
    static boolean isWritable(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (Character.isHighSurrogate(value.charAt(at))
                    && at + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(value.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String value, boolean flow) {
        return isPlainWords(value)
                && !value.startsWith("---")
                && !value.startsWith("...")
                && !value.startsWith("- ")
                && !value.endsWith(":")
                && !value.endsWith(" ")
                && !value.contains(": ")
                && !(flow && value.contains(":"))
                && !WORD.matcher(value).matches()
                && !NUMBER.matcher(value).matches();
    }

    /// Letters of any script, so that names keep their accents.
    private static boolean isPlainWords(String value) {
        String latin = value.codePoints()
                .map(point -> point > 0x7f && Character.isLetterOrDigit(point) ? 'a' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return PLAIN.matcher(latin).matches();
    }

    private static boolean isPrintable(String value) {
        return value.chars().allMatch(ScalarText::isPrintable);
    }

    private static boolean isPrintable(int unit) {
        return unit >= 0x20
                && !(unit >= 0x7f && unit < 0xa0)
                && unit != 0x2028
                && unit != 0x2029
                && unit != 0xfeff
                && unit < 0xfffe;
    }
}
