package dev.orrery.importer.mermaid;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first words of a diagram, behind front matter, directives and comments.
///
/// @param kind the word that tells what sort of diagram it is
/// @param start offset of that word
/// @param body offset behind that word, and behind the direction of a flowchart
/// @param frontStart offset of the YAML in the front matter
/// @param frontEnd offset behind it; the same where there is none
record Heading(String kind, int start, int body, int frontStart, int frontEnd) {
    static final Set<String> FLOWCHARTS = Set.of("graph", "flowchart", "flowchart-elk");

    private static final Pattern FLOWCHART = Pattern.compile(
            "(graph|flowchart(?:-elk)?)(?:[ \\t]++(?:TB|TD|BT|RL|LR|[<>^v])(?=[\\s;]|\\z)|(?=[ \\t]*+(?:[\\r\\n;]|%%|\\z)))");
    /// With what may follow the word in its line. Some of these words are plain English: a text that merely begins with
    /// one is no diagram.
    private static final Pattern OTHER = Pattern.compile("("
            + "sequenceDiagram|classDiagram(?:-v2)?|stateDiagram(?:-v2)?|erDiagram|quadrantChart|requirementDiagram"
            + "|C4(?:Context|Container|Component|Dynamic|Deployment)|gitGraph|journey|gantt|pie|mindmap|timeline|zenuml"
            + "|(?:sankey|xychart|block|packet|architecture|radar|treemap)(?:-beta)?|kanban"
            + ")(?=[ \\t]*+(?:[\\r\\n;:]|%%|\\z)|[ \\t]++(?:title|showData|LR|TB|BT)\\b)");

    /// The heading of the diagram between two offsets; empty where no diagram begins there.
    static Optional<Heading> of(String text, int from, int end) {
        int at = Cursor.skipSpace(text, from, end);
        int frontStart = at;
        int frontEnd = at;
        if (text.startsWith("---", at)) {
            int line = Cursor.lineEnd(text, at, end);
            if (!text.substring(at + 3, line).isBlank()) {
                return Optional.empty();
            }
            frontStart = line;
            frontEnd = closing(text, line, end);
            if (frontEnd < 0) {
                return Optional.empty();
            }
            at = Cursor.lineEnd(text, Cursor.skipSpace(text, frontEnd, end), end);
        }
        Cursor cursor = new Cursor(text, at, end);
        cursor.skipSpace();
        at = cursor.at();
        for (Pattern pattern : new Pattern[] {FLOWCHART, OTHER}) {
            Matcher matcher = pattern.matcher(text).region(at, end);
            if (matcher.lookingAt()) {
                return Optional.of(new Heading(matcher.group(1), at, matcher.end(), frontStart, frontEnd));
            }
        }
        return Optional.empty();
    }

    /// Where the line begins that closes the front matter; -1 where none does.
    private static int closing(String text, int from, int end) {
        for (int at = from; at < end; at = Cursor.lineEnd(text, at + 1, end)) {
            int content = Cursor.skipBlanks(text, at + 1, end);
            boolean isFence = text.startsWith("---", content) && content + 3 <= end;
            if (isFence
                    && text.substring(content + 3, Cursor.lineEnd(text, content, end))
                            .isBlank()) {
                return at;
            }
        }
        return -1;
    }
}
