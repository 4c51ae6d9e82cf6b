package dev.orrery.importer;

import dev.orrery.descriptor.SourceNode;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.descriptor.TextEdit;
import dev.orrery.problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Two sides that write one workspace file, section by section: a pin that is put down beside an edit that is not saved
/// yet is no conflict. A section is a key at the top with all below it.
public final class WorkspaceMerge {
    /// What the window writes at once by itself; of these the file on the disk is always right.
    private static final Set<String> OF_WINDOW = Set.of("collapsed", "pins", "hubs");

    private WorkspaceMerge() {}

    /// Whether a file is a workspace, by its name.
    public static boolean isWorkspace(SourceFile file) {
        return file.role() == SourceFile.Role.SIDE && file.text().file().endsWith("workspace.yaml");
    }

    /// Whether two texts differ in no more than what the window writes by itself.
    public static boolean saysTheSame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Optional<Map<String, String>> first = Sections.of(one).map(Sections::stated);
        return first.isPresent() && first.equals(Sections.of(other).map(Sections::stated));
    }

    /// The text of the others, with those sections that were changed here.
    ///
    /// @param base what both began with
    /// @return empty where both changed one section, or one of the texts has no sections
    public static Optional<String> of(String base, String mine, String theirs) {
        if (theirs.equals(base)) {
            return Optional.of(mine);
        }
        Optional<Sections> old = Sections.of(base);
        Optional<Sections> own = Sections.of(mine);
        Optional<Sections> others = Sections.of(theirs);
        return old.isPresent() && own.isPresent() && others.isPresent()
                ? merged(old.get(), own.get(), others.get())
                : Optional.empty();
    }

    private static Optional<String> merged(Sections base, Sections mine, Sections theirs) {
        Set<String> keys = new TreeSet<>(base.texts().keySet());
        keys.addAll(mine.texts().keySet());
        keys.removeAll(OF_WINDOW);
        List<TextEdit> edits = new ArrayList<>();
        StringBuilder added = new StringBuilder();
        for (String key : mine.inOrder(keys)) {
            String wanted = mine.texts().get(key);
            String known = theirs.texts().get(key);
            if (Objects.equals(wanted, base.texts().get(key)) || Objects.equals(wanted, known)) {
                continue;
            }
            if (!Objects.equals(known, base.texts().get(key))) {
                return Optional.empty();
            }
            if (wanted == null) {
                edits.add(theirs.without(key));
            } else if (known == null) {
                added.append(theirs.inItsLines(wanted)).append(theirs.lineBreak());
            } else {
                edits.add(theirs.with(key, theirs.inItsLines(wanted)));
            }
        }
        String text = TextEdit.apply(theirs.content(), edits.stream().sorted().toList());
        String gap = added.isEmpty() || text.isEmpty() || text.endsWith("\n") ? "" : theirs.lineBreak();
        return Optional.of(text + gap + added);
    }

    /// @param entries by key, in written order
    private record Sections(String content, Map<String, SourceNode.Entry> entries, Map<String, String> texts) {

        static Optional<Sections> of(String content) {
            SourceTree tree = SourceTreeReader.read(new SourceText("", content));
            boolean isBroken = tree.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
            if (isBroken || tree.documents().size() > 1) {
                return Optional.empty();
            }
            if (tree.documents().isEmpty()) {
                return Optional.of(new Sections(content, Map.of(), Map.of()));
            }
            if (!(tree.documents().getFirst().root() instanceof SourceNode.Mapping root) || root.flow()) {
                return Optional.empty();
            }
            Map<String, SourceNode.Entry> entries = new LinkedHashMap<>();
            Map<String, String> texts = new TreeMap<>();
            for (SourceNode.Entry entry : root.entries()) {
                if (!(entry.key() instanceof SourceNode.Scalar key)) {
                    return Optional.empty();
                }
                entries.put(key.value(), entry);
                texts.put(key.value(), content.substring(key.start(), end(entry)));
            }
            return Optional.of(new Sections(content, entries, texts));
        }

        private static int end(SourceNode.Entry entry) {
            return Math.max(entry.key().end(), entry.value().end());
        }

        Map<String, String> stated() {
            Map<String, String> stated = new TreeMap<>(texts);
            stated.keySet().removeAll(OF_WINDOW);
            return stated;
        }

        /// Those that are here in their order, then the others.
        List<String> inOrder(Set<String> keys) {
            List<String> sorted = new ArrayList<>(entries.keySet());
            sorted.retainAll(keys);
            keys.stream().filter(key -> !sorted.contains(key)).forEach(sorted::add);
            return sorted;
        }

        TextEdit with(String key, String text) {
            SourceNode.Entry entry = Objects.requireNonNull(entries.get(key));
            return new TextEdit(entry.key().start(), end(entry), text);
        }

        /// With the rest of its last line.
        TextEdit without(String key) {
            SourceNode.Entry entry = Objects.requireNonNull(entries.get(key));
            int line = content.indexOf('\n', Math.max(0, end(entry) - 1));
            return new TextEdit(entry.key().start(), line < 0 ? content.length() : line + 1, "");
        }

        String inItsLines(String text) {
            return text.replace("\r\n", "\n").replace("\n", lineBreak());
        }

        String lineBreak() {
            return content.contains("\r\n") ? "\r\n" : "\n";
        }
    }
}
