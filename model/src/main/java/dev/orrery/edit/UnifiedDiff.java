package dev.orrery.edit;

import java.util.ArrayList;
import java.util.List;

/// Two texts as a unified diff with three lines of context, which `git apply` and `patch` take.
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String NO_FILE = "/dev/null";
    private static final String NO_NEWLINE = "\\ No newline at end of file\n";

    private UnifiedDiff() {}

    /// Empty where both are equal. An empty text is no file.
    ///
    /// @param file relative to the root, with `/`
    public static String of(String file, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        List<LineScript.Step> steps = LineScript.of(lines(before), lines(after));
        StringBuilder diff = new StringBuilder("--- " + (before.isEmpty() ? NO_FILE : "a/" + file) + "\n+++ "
                + (after.isEmpty() ? NO_FILE : "b/" + file) + "\n");
        int at = 0;
        while (at < steps.size()) {
            if (steps.get(at).sign() == ' ') {
                at++;
                continue;
            }
            int begin = Math.max(0, at - CONTEXT);
            int end = endOfHunk(steps, at);
            hunk(diff, steps, begin, end);
            at = end;
        }
        return diff.toString();
    }

    /// Changes that share their context are in one hunk.
    private static int endOfHunk(List<LineScript.Step> steps, int from) {
        int same = 0;
        int at = from;
        while (at < steps.size() && same <= 2 * CONTEXT) {
            same = steps.get(at).sign() == ' ' ? same + 1 : 0;
            at++;
        }
        return at - Math.max(0, same - CONTEXT);
    }

    private static void hunk(StringBuilder diff, List<LineScript.Step> steps, int begin, int end) {
        int old = 1;
        int now = 1;
        for (LineScript.Step step : steps.subList(0, begin)) {
            old += step.sign() == '+' ? 0 : 1;
            now += step.sign() == '-' ? 0 : 1;
        }
        int gone = 0;
        int come = 0;
        StringBuilder body = new StringBuilder();
        for (LineScript.Step step : steps.subList(begin, end)) {
            gone += step.sign() == '+' ? 0 : 1;
            come += step.sign() == '-' ? 0 : 1;
            body.append(step.sign()).append(step.line());
            if (!step.line().endsWith("\n")) {
                body.append('\n').append(NO_NEWLINE);
            }
        }
        diff.append("@@ -")
                .append(range(old, gone))
                .append(" +")
                .append(range(now, come))
                .append(" @@\n")
                .append(body);
    }

    private static String range(int start, int count) {
        int first = count == 0 ? start - 1 : start;
        return count == 1 ? Integer.toString(first) : first + "," + count;
    }

    /// Each with its line feed; only the last may lack it.
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end + 1));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }
}
