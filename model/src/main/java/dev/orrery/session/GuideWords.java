package dev.orrery.session;

import dev.orrery.guide.GuideEdit;
import dev.orrery.guide.NamedView;
import dev.orrery.text.Messages;

/// What edits of notes and views are called in the undo list.
final class GuideWords {
    private GuideWords() {}

    /// @param on the name of what a note is pinned to; empty for the whole
    static String of(GuideEdit edit, String on) {
        return switch (edit) {
            case GuideEdit.WriteNote(var node, String text) -> {
                String what = text.isBlank() ? "edit.note.delete" : "edit.note";
                yield node == null ? Messages.of(what + ".topology") : Messages.of(what, on);
            }
            case GuideEdit.AddView(NamedView view) -> Messages.of("edit.view.add", view.name());
            case GuideEdit.ReplaceView(String name, NamedView view) ->
                name.equals(view.name())
                        ? Messages.of("edit.view.change", name)
                        : Messages.of("edit.view.rename", name, view.name());
            case GuideEdit.DeleteView(String name) -> Messages.of("edit.view.delete", name);
            case GuideEdit.MoveView(String name, int by) ->
                Messages.of(by < 0 ? "edit.view.earlier" : "edit.view.later", name);
        };
    }
}
