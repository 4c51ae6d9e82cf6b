package dev.orrery.edit;

import dev.orrery.text.Messages;
import java.util.List;
import java.util.Optional;

/// An edit that is written in a workspace, because the format of what it is about has no place for it.
///
/// @param formats the names of those formats, for people; empty where only the workspace knows what it is about
public record KeptEdit(TopologyEdit edit, String formats) {

    /// The sentence for people that says so.
    public String message() {
        return message(formats, Messages.of("edit.kept.what." + what()));
    }

    private static String message(String formats, String what) {
        return formats.isEmpty() ? Messages.of("edit.kept.only") : Messages.of("edit.kept", formats, what);
    }

    /// What there is to say of all of them, a sentence for each format; empty where none was kept so.
    public static Optional<String> words(List<KeptEdit> kept) {
        return kept.stream()
                .map(KeptEdit::formats)
                .distinct()
                .map(formats -> message(
                        formats,
                        kept.stream()
                                .filter(one -> one.formats().equals(formats))
                                .map(one -> Messages.of("edit.kept.what." + one.what()))
                                .distinct()
                                .reduce((one, two) -> Messages.of("edit.kept.and", one, two))
                                .orElseThrow()))
                .reduce((one, two) -> one + ". " + two);
    }

    private String what() {
        return switch (edit) {
            case TopologyEdit.MoveService _, TopologyEdit.AddBoundary _ -> "boundary";
            case TopologyEdit.NameService _, TopologyEdit.NameBoundary _ -> "name";
            case TopologyEdit.SetKind _ -> "kind";
            case TopologyEdit.SetOwner _, TopologyEdit.OwnBoundary _ -> "owner";
            case TopologyEdit.SetTechnology _ -> "technology";
            case TopologyEdit.SetTags _ -> "tags";
            case TopologyEdit.SetLink _ -> "link";
            case TopologyEdit.SetHealthCheck _ -> "check";
            case TopologyEdit.NestBoundary _ -> "nesting";
            case TopologyEdit.OfDependency _ -> "dependency";
            case TopologyEdit.AddService _ -> "part";
            case TopologyEdit.OfService _, TopologyEdit.OfBoundary _ -> "edit";
        };
    }
}
