package dev.orrery.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of one `.gitignore`, as gitignore(5) has them. The last rule that fits decides.
final class IgnoreRules {
    private static final int MOST = 10_000;
    private static final String ANY_FOLDERS = "**";

    /// @param steps of the path, `**` for any number of folders
    /// @param isFolderOnly whether it ends in a slash
    /// @param isKept whether it takes an earlier rule back
    private record Rule(List<String> steps, boolean isFolderOnly, boolean isKept) {}

    private final List<Rule> rules;

    private IgnoreRules(List<Rule> rules) {
        this.rules = rules;
    }

    static IgnoreRules parse(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Rule> rules = new ArrayList<>();
        content.lines().limit(MOST).forEach(line -> rule(line).ifPresent(rules::add));
        return new IgnoreRules(List.copyOf(rules.reversed()));
    }

    /// Whether a path is left out; empty where no rule speaks of it.
    ///
    /// @param path its steps, from the folder that holds the rules
    Optional<Boolean> ignores(List<String> path, boolean isFolder) {
        return rules.stream()
                .filter(rule -> (isFolder || !rule.isFolderOnly()) && fits(rule.steps(), path))
                .findFirst()
                .map(rule -> !rule.isKept());
    }

    private static Optional<Rule> rule(String line) {
        String pattern = withoutTrailingSpaces(line);
        if (pattern.isEmpty() || pattern.startsWith("#")) {
            return Optional.empty();
        }
        boolean isKept = pattern.startsWith("!");
        if (isKept) {
            pattern = pattern.substring(1);
        }
        boolean isFolderOnly = pattern.endsWith("/");
        if (isFolderOnly) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        boolean isAnchored = pattern.contains("/");
        if (pattern.startsWith("/")) {
            pattern = pattern.substring(1);
        }
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        List<String> steps = new ArrayList<>();
        if (!isAnchored) {
            steps.add(ANY_FOLDERS);
        }
        for (String step : pattern.split("/", -1)) {
            boolean isRepeated = step.equals(ANY_FOLDERS)
                    && !steps.isEmpty()
                    && steps.getLast().equals(ANY_FOLDERS);
            if (!isRepeated) {
                steps.add(step);
            }
        }
        if (!isAnchored && steps.equals(List.of(ANY_FOLDERS))) {
            steps.add("*");
        }
        return Optional.of(new Rule(List.copyOf(steps), isFolderOnly, isKept));
    }

    /// A backslash keeps the space after it.
    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }

    /// Goes back to the last `**` only, which is enough, as with stars in one step.
    private static boolean fits(List<String> steps, List<String> path) {
        int in = 0;
        int at = 0;
        int any = -1;
        int resume = 0;
        while (at < path.size()) {
            if (in < steps.size() && steps.get(in).equals(ANY_FOLDERS)) {
                if (in == steps.size() - 1) {
                    // `a/**` is all inside of `a`, not `a` itself; the loop holds at least one step here.
                    return true;
                }
                any = in++;
                resume = at;
            } else if (in < steps.size() && Glob.matches(steps.get(in), path.get(at))) {
                in++;
                at++;
            } else if (any >= 0) {
                in = any + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        return in == steps.size();
    }
}
