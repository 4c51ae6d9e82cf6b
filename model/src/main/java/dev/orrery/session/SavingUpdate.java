package dev.orrery.session;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Between the texts that are edited and the files that they came from.
final class SavingUpdate {
    private SavingUpdate() {}

    /// Waits for the changes that are being made.
    static Next save(Session session) {
        return session.opened() == null ? Next.of(session) : EditingUpdate.waitFor(session, new Change.Save());
    }

    static Next write(Session session) {
        SortedSet<String> files = session.unsaved();
        if (files.isEmpty()) {
            return Next.of(session);
        }
        if (session.editing().collision() != null) {
            return Next.of(session.withNotice(Messages.of("notice.choose-first")));
        }
        TreeSet<String> locked = new TreeSet<>(files);
        locked.retainAll(session.editing().readOnly());
        if (!locked.isEmpty()) {
            return Next.of(session.withNotice(Messages.of("notice.read-only", String.join(", ", locked))));
        }
        return Next.of(
                session,
                new Effect.Save(
                        session.editing().sources(), session.undo().present().texts()));
    }

    static Next saveCopy(Session session, Path folder) {
        return session.opened() == null
                ? Next.of(session)
                : EditingUpdate.waitFor(session, new Change.SaveCopy(folder));
    }

    static Next copy(Session session, Opened opened, Path folder) {
        return Next.of(
                session,
                new Effect.SaveCopy(
                        folder,
                        opened.paths(),
                        session.editing().sources(),
                        session.undo().present().texts(),
                        session.arrangement()));
    }

    /// Goes on with the copy; the edits are in it, so nothing is left to be had back of what was open. Where something
    /// else is open by now, it stays open.
    static Next copied(Session session, Action.Copied copied) {
        Opened opened = session.opened();
        if (opened == null || !opened.paths().equals(copied.from())) {
            return Next.of(session);
        }
        Texts disk = session.editing().disk();
        return Next.of(session, new Effect.Journal(copied.from(), disk, disk))
                .then(next -> OpeningUpdate.open(next, copied.to()));
    }

    static Next saved(Session session, Texts texts) {
        Editing editing = session.editing();
        return journalled(session.withEditing(editing.withSources(texts.in(editing.sources()))));
    }

    /// The files were read again while there are edits of them. What others changed elsewhere is taken up; where both
    /// changed one file somebody has to choose.
    static Next reloaded(Session session, Loaded loaded) {
        Editing editing = session.editing();
        Texts mine = session.undo().present().texts();
        List<SourceFile> files = MeanwhileOnDisk.heeded(editing.sources(), loaded.files());
        Texts now = Texts.of(files);
        SortedSet<String> edited = session.unsaved();
        SortedSet<String> elsewhere = now.differing(editing.disk());
        TreeSet<String> both = new TreeSet<>(elsewhere);
        both.retainAll(edited);
        both.retainAll(now.differing(mine));
        Map<String, String> merged = MeanwhileOnDisk.merged(both, editing, mine, files);
        both.removeAll(merged.keySet());
        Session idle = session.reading(List.of(), session.generation()).withWork(null);
        if (!both.isEmpty()) {
            return Next.of(idle.withEditing(editing.withCollision(new Editing.Collision(files, both))));
        }
        Session there = idle.withEditing(editing.withSources(files).withCollision(null));
        return elsewhere.isEmpty()
                ? Next.of(there)
                : EditingUpdate.waitFor(
                        there, new Change.Reread(now.with(mine, edited).with(merged), onDisk()));
    }

    static Next keepMine(Session session) {
        Editing.Collision collision = session.editing().collision();
        if (collision == null) {
            return Next.of(session);
        }
        Texts mine = session.undo().present().texts();
        SortedSet<String> edited = session.unsaved();
        Texts both = Texts.of(collision.sources()).with(mine, edited);
        return journalled(session.withEditing(
                        session.editing().withSources(collision.sources()).withCollision(null)))
                .then(next -> EditingUpdate.waitFor(next, new Change.Reread(both, onDisk())));
    }

    static Next takeTheirs(Session session) {
        Editing.Collision collision = session.editing().collision();
        if (collision == null) {
            return Next.of(session);
        }
        Session there = session.withEditing(
                session.editing().withSources(collision.sources()).withCollision(null));
        return EditingUpdate.waitFor(there, new Change.Reread(Texts.of(collision.sources()), onDisk()));
    }

    static Next recover(Session session) {
        Editing.Recovered recovered = session.editing().recovered();
        if (recovered == null || session.opened() == null) {
            return Next.of(session);
        }
        Texts texts = session.undo().present().texts().with(recovered.texts(), recovered.files());
        return EditingUpdate.waitFor(
                session.withEditing(session.editing().withoutRecovered()),
                new Change.Reread(texts, Messages.of("edit.recover")));
    }

    static Next forgetRecovered(Session session) {
        return session.editing().recovered() == null
                ? Next.of(session)
                : journalled(session.withEditing(session.editing().withoutRecovered()));
    }

    /// Keeps what is not saved, or forgets what was kept where there is nothing.
    static Next journalled(Session session) {
        Opened opened = session.opened();
        return opened == null
                ? Next.of(session)
                : Next.of(
                        session,
                        new Effect.Journal(
                                opened.paths(),
                                session.editing().disk(),
                                session.undo().present().texts()));
    }

    private static String onDisk() {
        return Messages.of("edit.on-disk");
    }
}
