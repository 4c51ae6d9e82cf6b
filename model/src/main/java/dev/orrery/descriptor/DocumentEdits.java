package dev.orrery.descriptor;

import dev.orrery.problem.Severity;
import java.util.ArrayList;
import java.util.List;

/// Takes whole documents out of a stream.
public final class DocumentEdits {
    private DocumentEdits() {}

    /// One document goes with its mark and with all up to the next one; the others stay to the byte. The only one of a
    /// text does not go: then the file is what should.
    public static TreeEdited delete(SourceTree tree, SourceDocument document) {
        int index = tree.documents().indexOf(document);
        SourceNode root = document.root();
        if (isBroken(tree) || index < 0 || root == null) {
            return new TreeEdited.Refused(Refusal.of("not-proven"));
        }
        if (tree.documents().stream().filter(other -> other.root() != null).count() == 1) {
            return new TreeEdited.Refused(Refusal.of("only-document"));
        }
        String content = tree.text().content();
        LineText lines = new LineText(content);
        int begin = lines.start(root.start());
        int after = index == 0 ? 0 : end(tree.documents().get(index - 1));
        for (int line = begin; index > 0 && line > after && !isMark(content, line); ) {
            line = lines.start(line - 1);
            begin = line;
        }
        int end = begin;
        do {
            end = lines.next(end);
        } while (end < content.length() && (end < root.end() || !isMark(content, end)));
        return proven(tree, index, new TextEdit(begin, Math.min(end, content.length()), ""));
    }

    private static boolean isBroken(SourceTree tree) {
        return tree.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    private static int end(SourceDocument document) {
        SourceNode root = document.root();
        return root == null ? 0 : root.end();
    }

    private static boolean isMark(String content, int line) {
        return content.startsWith("---", line)
                && (line + 3 == content.length() || Character.isWhitespace(content.charAt(line + 3)));
    }

    private static TreeEdited proven(SourceTree tree, int index, TextEdit edit) {
        String content = TextEdit.apply(tree.text().content(), List.of(edit));
        SourceTree after = SourceTreeReader.read(new SourceText(tree.text().file(), content));
        List<SourceDocument> left = new ArrayList<>(tree.documents());
        left.remove(index);
        SourceTree wanted =
                new SourceTree(tree.text(), new Lines(tree.text().content()), left, List.of(), tree.isJson());
        return !isBroken(after) && Meant.of(after).equals(Meant.of(wanted))
                ? new TreeEdited.Done(after, List.of(edit))
                : new TreeEdited.Refused(Refusal.of("not-proven"));
    }
}
