package dev.orrery.importer.kubernetes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines of the form `name=word` or `name: word`, as in a properties file or a simple YAML file.
final class Properties {
    private static final int LONGEST_LINE = 500;
    private static final Pattern LINE =
            Pattern.compile("\\s*+(?:export )?([A-Za-z][\\w.-]*+)\\s*+[=:]\\s*+[\"']?([^\\s\"']++)[\"']?\\s*+");

    private Properties() {}

    /// By name, in written order; of two with one name the last.
    static Map<String, String> of(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        text.lines().filter(line -> line.length() < LONGEST_LINE).forEach(line -> {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                found.put(parts.group(1), parts.group(2));
            }
        });
        return found;
    }
}
