package dev.orrery.importer.kubernetes;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces `$(NAME)` by what a variable above it holds, as the cluster does when it starts a container.
final class Expansion {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Za-z_][\\w.-]{0,200})\\)");
    /// Variables that hold each other double with every line.
    private static final int LONGEST = 4_096;

    private Expansion() {}

    /// @param known the variables above; a reference to any other stays as it is written
    static String of(String text, Map<String, String> known) {
        if (!text.contains("$(") || text.length() > LONGEST) {
            return text;
        }
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (reference.find() && expanded.length() <= LONGEST) {
            String value = known.getOrDefault(reference.group(1), reference.group());
            reference.appendReplacement(expanded, Matcher.quoteReplacement(value));
        }
        reference.appendTail(expanded);
        return expanded.length() > LONGEST ? text : expanded.toString();
    }
}
