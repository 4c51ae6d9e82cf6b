package dev.orrery.session;

import dev.orrery.edit.BehindAlias;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.importer.SourceFile;
import dev.orrery.scenario.Scenario;
import dev.orrery.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Changes of texts, one after the other.
final class EditingUpdate {
    private EditingUpdate() {}

    static Next ask(Session session, List<TopologyEdit> edits) {
        Opened opened = session.opened();
        if (opened == null || edits.isEmpty()) {
            return Next.of(session);
        }
        // Whoever edits on has left the question behind.
        return edit(
                session.withEditing(session.editing().withQuestion(null)),
                new Change.Edits(edits, EditWords.of(opened.topology(), edits)));
    }

    /// What somebody wrote takes the place of a whole text.
    static Next write(Session session, Edit.ChangeText change) {
        Texts texts = session.undo().present().texts();
        if (session.opened() == null || change.content().equals(texts.contents().get(change.file()))) {
            return Next.of(session);
        }
        String name = change.file().substring(change.file().lastIndexOf('/') + 1);
        return edit(session, new Change.Write(change.file(), change.content(), Messages.of("edit.text", name)));
    }

    /// Another text of a file, under a name of its own in the undo list.
    static Next write(Session session, String file, String content, String name) {
        return edit(session, new Change.Write(file, content, name));
    }

    private static Next edit(Session session, Change change) {
        // New edits would take the place of those that are kept.
        return session.editing().recovered() == null
                ? waitFor(session, change)
                : Next.of(session.withNotice(Messages.of("notice.recover-first")));
    }

    /// Undo or redo. Where only the arrangement is another, it is done at once.
    static Next travel(Session session, boolean back) {
        boolean waits = !session.editing().waiting().isEmpty();
        if (session.opened() == null || (target(session, back).equals(session.undo()) && !waits)) {
            return Next.of(session);
        }
        return waitFor(session, new Change.Travel(back));
    }

    static Next waitFor(Session session, Change change) {
        Session waiting = session.withEditing(session.editing().asked(change));
        return waiting.editing().waiting().size() == 1 ? begin(waiting) : Next.of(waiting);
    }

    /// Begins the first change that waits.
    static Next begin(Session session) {
        Opened opened = session.opened();
        if (opened == null || session.editing().waiting().isEmpty()) {
            return Next.of(session);
        }
        return switch (session.editing().waiting().getFirst()) {
            case Change.Edits change -> {
                Session begun = session.withEditing(session.editing().begun());
                yield Next.of(
                        begun,
                        new Effect.ChangeTexts(
                                begun.editing().serial(), opened, present(begun), change.edits(), change.behind()));
            }
            case Change.Travel(boolean back) -> {
                Undo target = target(session, back);
                Undo.Moment now = session.undo().present();
                if (!ArrangementUpdate.isOfMore(target.present(), now)) {
                    yield ArrangementUpdate.travel(
                                    session.withEditing(session.editing().done()), target)
                            .then(EditingUpdate::begin);
                }
                Scenario scenario = target.present().scenario();
                yield scenario == null
                        ? read(session, opened, target.present().texts())
                        : WhatIfUpdate.begin(session, scenario);
            }
            case Change.Reread change -> read(session, opened, change.texts());
            case Change.Write write -> read(session, opened, written(session, write));
            case Change.Suppose more -> WhatIfUpdate.begin(session, WhatIfUpdate.with(session, more));
            case Change.Enter(Scenario scenario) -> WhatIfUpdate.begin(session, scenario);
            case Change.Save() ->
                SavingUpdate.write(session.withEditing(session.editing().done()))
                        .then(EditingUpdate::begin);
            case Change.SaveCopy(Path folder) ->
                SavingUpdate.copy(session.withEditing(session.editing().done()), opened, folder)
                        .then(EditingUpdate::begin);
        };
    }

    private static Next read(Session session, Opened opened, Texts texts) {
        Session begun = session.withEditing(session.editing().begun());
        return Next.of(
                begun,
                new Effect.ReadTexts(
                        begun.editing().serial(),
                        opened,
                        texts.in(begun.editing().sources())));
    }

    static Next changed(Session session, Action.TextsChanged result) {
        Opened opened = session.opened();
        Editing editing = session.editing();
        boolean late = result.serial() != editing.serial() || editing.waiting().isEmpty();
        if (opened == null || late) {
            return Next.of(session);
        }
        Change change = editing.waiting().getFirst();
        Session done = session.withEditing(editing.done());
        Texts texts = session.undo()
                .present()
                .texts()
                .with(Texts.of(result.declared().loaded()).contents());
        Undo undo = undo(session, change, texts);
        if (!undo.present().texts().equals(texts)) {
            // The way was taken elsewhere meanwhile.
            return begin(done);
        }
        Session there = change instanceof Change.Edits edits ? SelectionUpdate.after(done, edits.edits()) : done;
        if (result.told() != null) {
            there = there.withNotice(result.told());
        }
        boolean rearranged = !undo.present().arrangement().equals(session.keptArrangement());
        return OpeningUpdate.reread(
                        there.withUndo(undo),
                        opened,
                        result.declared(),
                        EditedNodes.touched(change, session.selected()))
                .then(next -> rearranged ? ArrangementUpdate.kept(next, Next.of(next)) : Next.of(next))
                .then(SavingUpdate::journalled)
                .then(EditingUpdate::begin);
    }

    static Next asks(Session session, Action.ChangeAsks result) {
        Editing editing = session.editing();
        if (result.serial() != editing.serial() || editing.waiting().isEmpty()) {
            return Next.of(session);
        }
        AliasQuestion question = editing.waiting().getFirst() instanceof Change.Edits change
                ? new AliasQuestion(change.edits(), change.name(), result.choice())
                : null;
        return begin(session.withEditing(editing.done().withQuestion(question)));
    }

    static Next answered(Session session, BehindAlias behind) {
        AliasQuestion question = session.editing().question();
        Session answered = session.withEditing(session.editing().withQuestion(null));
        return question == null || behind == BehindAlias.ASK
                ? Next.of(answered)
                : edit(answered, new Change.Edits(question.edits(), question.name(), behind));
    }

    static Next refused(Session session, Action.ChangeRefused result) {
        Editing editing = session.editing();
        if (result.serial() != editing.serial() || editing.waiting().isEmpty()) {
            return Next.of(session);
        }
        return begin(session.withEditing(editing.done()).withNotice(result.words()));
    }

    private static Undo undo(Session session, Change change, Texts texts) {
        Undo undo = session.undo();
        Arrangement arrangement = session.keptArrangement();
        return switch (change) {
            case Change.Edits(List<TopologyEdit> edits, String name, BehindAlias _) ->
                undo.edited(new Undo.Moment(EditedNodes.arranged(arrangement, edits), texts), name);
            case Change.Travel(boolean back) -> target(session, back);
            case Change.Reread reread -> undo.edited(new Undo.Moment(arrangement, texts), reread.name());
            case Change.Write write -> undo.edited(new Undo.Moment(arrangement, written(session, write)), write.name());
            case Change.Save(), Change.SaveCopy _, Change.Suppose _, Change.Enter _ -> undo;
        };
    }

    private static Texts written(Session session, Change.Write write) {
        return session.undo().present().texts().with(Map.of(write.file(), write.content()));
    }

    private static Undo target(Session session, boolean back) {
        return back ? session.undo().undone() : session.undo().redone();
    }

    private static List<SourceFile> present(Session session) {
        return session.undo().present().texts().in(session.editing().sources());
    }
}
