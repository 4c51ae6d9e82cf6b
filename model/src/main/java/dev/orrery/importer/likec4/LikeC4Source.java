package dev.orrery.importer.likec4;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the language's own texts from others.
final class LikeC4Source {
    private static final int FAR_ENOUGH = 20_000;
    /// What may stand before the first block: comments, and imports from other projects.
    private static final Pattern BEFORE = Pattern.compile(
            "\\s++|//[^\\n\\r]*+|import\\s*+\\{[^{}\"']*+}\\s*+from\\s*+(?:'[^'\\n]*+'|\"[^\"\\n]*+\")");
    private static final Pattern BLOCK = Pattern.compile(
            "(?:specification|deployment|global|(?<shared>model|views(?:\\s++(?:'[^'\\n]*+'|\"[^\"\\n]*+\"))?+))\\s*+\\{");
    /// Structurizr's language has models and views as well.
    private static final Pattern STRUCTURIZR = Pattern.compile(
            "\\bsoftwareSystem\\s++\"|^[ \\t]*+(?:systemLandscape|systemContext|deploymentEnvironment|!\\w)",
            Pattern.MULTILINE);

    private LikeC4Source() {}

    /// Whether its first block is one of the language's.
    static boolean isOne(String content) {
        String head = content.substring(0, Math.min(content.length(), FAR_ENOUGH));
        Matcher before = BEFORE.matcher(head);
        int at = head.startsWith("\uFEFF") ? 1 : 0;
        while (at < head.length()) {
            if (head.startsWith("/*", at)) {
                int end = head.indexOf("*/", at + 2);
                at = end < 0 ? head.length() : end + 2;
            } else if (before.region(at, head.length()).lookingAt()) {
                at = before.end();
            } else {
                break;
            }
        }
        Matcher block = BLOCK.matcher(head).region(at, head.length());
        return block.lookingAt()
                && (block.group("shared") == null || !STRUCTURIZR.matcher(head).find());
    }
}
