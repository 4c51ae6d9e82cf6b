package dev.orrery.app.runtime;

import dev.orrery.edit.EditedSources;
import dev.orrery.edit.KeptEdit;
import dev.orrery.edit.SourceEditor;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.persistence.AtomicFile;
import dev.orrery.persistence.CopiedFiles;
import dev.orrery.persistence.SavedTexts;
import dev.orrery.persistence.Written;
import dev.orrery.session.Action;
import dev.orrery.session.Effect;
import dev.orrery.session.Opened;
import dev.orrery.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Changes the texts of what is open, and writes them. On the file thread, so that what is written is what was asked
/// for before.
final class ChangeWork {
    private static final System.Logger LOG = System.getLogger(ChangeWork.class.getName());

    private final TopologyLoader loader = TopologyLoader.standard();
    private final SourceEditor editor = new SourceEditor(loader);
    private final SavedTexts saved = new SavedTexts(AtomicFile.shared());
    private final CopiedFiles copies = new CopiedFiles(AtomicFile.shared());
    private final Keeping keeping;
    private final UnaryOperator<Loaded> shown;
    private final Executor thread;
    private final Consumer<Action> answer;

    /// @param shown what was read as the session sees it
    /// @param thread the one for files
    ChangeWork(Keeping keeping, UnaryOperator<Loaded> shown, Executor thread, Consumer<Action> answer) {
        this.keeping = keeping;
        this.shown = shown;
        this.thread = thread;
        this.answer = answer;
    }

    void change(Effect.ChangeTexts effect) {
        work(effect.serial(), () -> {
            Loaded before = loader.read(effect.open().loaded().root(), effect.sources());
            answer.accept(
                    switch (editor.apply(before, effect.edits(), effect.behind())) {
                        case EditedSources.Done done ->
                            changed(
                                    effect.serial(),
                                    effect.open(),
                                    done.loaded(),
                                    KeptEdit.words(done.kept()).orElse(null));
                        case EditedSources.Refused refused ->
                            refused.choice()
                                    .<Action>map(choice -> new Action.ChangeAsks(effect.serial(), choice))
                                    .orElseGet(() -> new Action.ChangeRefused(
                                            effect.serial(), RefusalWords.of(refused.refused())));
                    });
        });
    }

    private Action changed(long serial, Opened open, Loaded after, @Nullable String told) {
        return new Action.TextsChanged(serial, open.rereading(shown.apply(after.beside(open.loaded()))), told);
    }

    void read(Effect.ReadTexts effect) {
        work(effect.serial(), () -> answer.accept(read(effect.serial(), effect.open(), effect.sources())));
    }

    private Action read(long serial, Opened open, List<SourceFile> sources) {
        return changed(serial, open, loader.read(open.loaded().root(), sources), null);
    }

    void save(Effect.Save effect) {
        thread.execute(() -> answer.accept(
                switch (saved.write(effect.sources(), effect.texts())) {
                    case Written.Done _ -> new Action.Saved(effect.texts());
                    case Written.Changed _ -> new Action.FilesChanged();
                    case Written.Refused refused -> new Action.SaveRefused(refused.why());
                }));
    }

    /// The workspace goes along, so that the copy looks like what was open.
    void copy(Effect.SaveCopy effect) {
        thread.execute(() -> {
            switch (copies.write(effect.folder(), effect.paths(), effect.sources(), effect.texts())) {
                case CopiedFiles.Copied.Refused(String why) -> answer.accept(new Action.SaveRefused(why));
                case CopiedFiles.Copied.Done(List<Path> paths) -> {
                    try {
                        keeping.copy(effect.paths(), paths, effect.arrangement());
                    } catch (IOException failure) {
                        LOG.log(System.Logger.Level.WARNING, "no workspace beside the copy", failure);
                        answer.accept(new Action.Told(
                                Messages.of("notice.workspace-not-saved", String.valueOf(failure.getMessage()))));
                    }
                    answer.accept(new Action.Copied(effect.paths(), paths));
                }
            }
        });
    }

    void journal(Effect.Journal effect) {
        thread.execute(() -> {
            try {
                keeping.journal(effect.paths(), effect.disk(), effect.texts());
            } catch (IOException failure) {
                LOG.log(System.Logger.Level.WARNING, "not journalled", failure);
                answer.accept(
                        new Action.Told(Messages.of("notice.not-journalled", String.valueOf(failure.getMessage()))));
            }
        });
    }

    private void work(long serial, Runnable work) {
        thread.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | StackOverflowError failure) {
                LOG.log(System.Logger.Level.ERROR, "a change failed", failure);
                answer.accept(new Action.ChangeRefused(serial, Messages.of("notice.change-failed")));
            }
        });
    }
}
