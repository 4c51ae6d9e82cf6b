package dev.orrery.edit;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.descriptor.TreeEdited;
import dev.orrery.descriptor.TreeEditing;
import dev.orrery.problem.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What people say about inspections, written into the text of a workspace by the smallest splice. Every other
/// character stays.
public final class InspectionText {
    private static final String SECTION = "inspections";
    private static final String SEVERITY = "severity";
    private static final String SUPPRESS = "suppress";
    private static final List<String> ORDER = List.of(SEVERITY, "limits", SUPPRESS);
    /// Of a workspace that says nothing yet.
    private static final String HEAD = "format: 1\n";

    private InspectionText() {}

    /// What became of the text.
    public sealed interface Outcome {
        record Done(String content) implements Outcome {}

        record Refused(EditRefusal refusal) implements Outcome {}
    }

    /// All that a rule finds counts otherwise from now on.
    ///
    /// @param severity empty for off
    public static Outcome weigh(SourceText workspace, String rule, Optional<Severity> severity) {
        NewNode word = new NewNode.Bare(severity.map(Severity::word).orElse("off"));
        return written(
                workspace,
                (editing, inspections) -> {
                    Optional<SourceNode.Entry> known = Source.entry(inspections, SEVERITY);
                    if (known.isPresent()) {
                        editing.put(known.get().value(), rule, word, List.of());
                    } else {
                        editing.insert(inspections, SEVERITY, mapping(new NewNode.Member(rule, word)), ORDER);
                    }
                },
                mapping(new NewNode.Member(SEVERITY, mapping(new NewNode.Member(rule, word)))));
    }

    /// A finding of a rule about these services is not told from now on.
    ///
    /// @param because why; not blank
    public static Outcome suppress(SourceText workspace, String rule, List<String> subjects, String because) {
        NewNode suppression = mapping(
                new NewNode.Member("rule", new NewNode.Bare(rule)),
                new NewNode.Member("subjects", NewNode.texts(subjects, true)),
                new NewNode.Member("because", new NewNode.Text(because)));
        NewNode list = new NewNode.Sequence(List.of(suppression), false);
        return written(
                workspace,
                (editing, inspections) -> {
                    Optional<SourceNode.Entry> known = Source.entry(inspections, SUPPRESS);
                    if (known.isPresent()) {
                        editing.add(known.get().value(), suppression, false);
                    } else {
                        editing.insert(inspections, SUPPRESS, list, ORDER);
                    }
                },
                mapping(new NewNode.Member(SUPPRESS, list)));
    }

    @FunctionalInterface
    private interface Planned {
        void plan(TreeEditing editing, SourceNode.Mapping inspections);
    }

    /// @param whole the section where there is none yet
    private static Outcome written(SourceText workspace, Planned planned, NewNode whole) {
        String content = workspace.content();
        SourceTree tree = SourceTreeReader.read(workspace);
        if (tree.documents().stream().allMatch(document -> document.root() == null)) {
            // A text of comments alone is one too, and stays.
            String head = content.isEmpty() || content.endsWith("\n") ? content : content + "\n";
            return written(new SourceText(workspace.file(), head + HEAD), planned, whole);
        }
        Optional<SourceNode.Mapping> root = tree.documents().stream()
                .flatMap(document ->
                        document.root() instanceof SourceNode.Mapping mapping ? Stream.of(mapping) : Stream.empty())
                .findFirst();
        if (root.isEmpty()) {
            return new Outcome.Refused(EditRefusal.of("workspace-form"));
        }
        TreeEditing editing = new TreeEditing(tree);
        Optional<SourceNode.Entry> section = Source.entry(root.get(), SECTION);
        if (section.isEmpty()) {
            editing.insert(root.get(), SECTION, whole, List.of());
        } else if (section.get().value() instanceof SourceNode.Mapping inspections) {
            planned.plan(editing, inspections);
        } else {
            editing.put(root.get(), SECTION, whole, List.of());
        }
        return switch (editing.finish()) {
            case TreeEdited.Done done -> new Outcome.Done(done.tree().text().content());
            case TreeEdited.Refused(var refusal) ->
                new Outcome.Refused(
                        EditRefusal.of(refusal.code(), refusal.arguments().toArray(String[]::new)));
        };
    }

    private static NewNode mapping(NewNode.Member... members) {
        return new NewNode.Mapping(List.of(members), false);
    }
}
