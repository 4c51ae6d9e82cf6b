package dev.orrery.descriptor;

import dev.orrery.problem.Severity;
import java.util.List;

/// Makes splices and looks at what came of it.
final class TreeProof {
    private TreeProof() {}

    static TreeEdited of(SourceTree before, List<TextEdit> edits, Intention intention) {
        String old = before.text().content();
        String content = TextEdit.apply(old, edits);
        SourceTree after = SourceTreeReader.read(new SourceText(before.text().file(), content));
        boolean isBroken = after.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        boolean isMeant = !isBroken
                && (after.isJson() || !before.isJson())
                && keepsLineBreaks(old, content)
                && Meant.of(after).equals(Meant.of(before, intention));
        if (isMeant) {
            return new TreeEdited.Done(after, edits);
        }
        boolean lacksAnchor =
                after.problems().stream().anyMatch(problem -> problem.code().equals("unknown-anchor"));
        return new TreeEdited.Refused(lacksAnchor ? Refusal.of("anchor-needed") : Refusal.of("not-proven"));
    }

    /// What had one sort of line breaks has no other one now.
    private static boolean keepsLineBreaks(String old, String now) {
        return (sorts(now) & ~(sorts(old) == 0 ? 1 : sorts(old))) == 0;
    }

    private static int sorts(String content) {
        int sorts = 0;
        for (int at = content.indexOf('\n'); at >= 0; at = content.indexOf('\n', at + 1)) {
            sorts |= at > 0 && content.charAt(at - 1) == '\r' ? 2 : 1;
        }
        for (int at = content.indexOf('\r'); at >= 0; at = content.indexOf('\r', at + 1)) {
            sorts |= at + 1 < content.length() && content.charAt(at + 1) == '\n' ? 0 : 4;
        }
        return sorts;
    }
}
