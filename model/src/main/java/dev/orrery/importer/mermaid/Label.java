package dev.orrery.importer.mermaid;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is written on a box, as a person reads it.
final class Label {
    private static final int LONGEST = 1_000;
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][^<>]{0,200}>");
    private static final Pattern ICON = Pattern.compile("\\bfa[a-z]?:fa-[\\w-]{1,60}");
    private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)(?=\\S)([^*_]{1,300}?)(?<=\\S)\\1");
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\w*])([*_])(?=\\S)([^*_]{1,300}?)(?<=\\S)\\1(?![\\w*])");
    /// `#35;`, `#quot;`, and as in HTML.
    private static final Pattern ENTITY = Pattern.compile("(?:#|&#?)(x[0-9a-fA-F]{1,6}|\\d{1,7}|[A-Za-z]{2,8});");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00A0]+");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("nbsp", " "),
            Map.entry("semi", ";"),
            Map.entry("colon", ":"),
            Map.entry("comma", ","),
            Map.entry("num", "#"),
            Map.entry("lpar", "("),
            Map.entry("rpar", ")"),
            Map.entry("lbrack", "["),
            Map.entry("rbrack", "]"),
            Map.entry("lbrace", "{"),
            Map.entry("rbrace", "}"),
            Map.entry("vert", "|"),
            Map.entry("mdash", "—"),
            Map.entry("ndash", "–"),
            Map.entry("rarr", "→"),
            Map.entry("larr", "←"),
            Map.entry("copy", "©"),
            Map.entry("reg", "®"),
            Map.entry("trade", "™"),
            Map.entry("hellip", "…"),
            Map.entry("middot", "·"),
            Map.entry("bull", "•"));

    private Label() {}

    /// @param written between the brackets, perhaps in quotes, perhaps as a Markdown string
    static String of(String written) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
        }
        text = within(text, '"');
        String plain = within(text, '`');
        if (!plain.equals(text)) {
            plain = STRONG.matcher(plain).replaceAll("$2");
            plain = EMPHASIS.matcher(plain).replaceAll("$2");
        }
        plain = MARKUP.matcher(plain).replaceAll(" ");
        plain = ICON.matcher(plain).replaceAll(" ");
        plain = ENTITY.matcher(plain).replaceAll(Label::character);
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    private static String within(String text, char quote) {
        boolean isQuoted = text.length() > 1 && text.charAt(0) == quote && text.charAt(text.length() - 1) == quote;
        return isQuoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    private static String character(MatchResult found) {
        String code = found.group(1);
        boolean isHex = code.charAt(0) == 'x' && code.length() > 1 && Character.digit(code.charAt(1), 16) >= 0;
        if (!isHex && !Character.isDigit(code.charAt(0))) {
            return Matcher.quoteReplacement(NAMED.getOrDefault(code, found.group()));
        }
        int point = isHex ? Integer.parseInt(code.substring(1), 16) : Integer.parseInt(code);
        boolean isText = Character.isDefined(point) && !Character.isISOControl(point);
        return Matcher.quoteReplacement(isText ? Character.toString(point) : found.group());
    }
}
