package dev.orrery.app.runtime;

import dev.orrery.persistence.ScenarioFile;
import dev.orrery.session.Action;
import dev.orrery.session.Effect;
import dev.orrery.session.Imagined;
import dev.orrery.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Tries scenarios, keeps them, and compares. On the file thread, so that what is read is what was written before.
final class ExcursionWork {
    private static final System.Logger LOG = System.getLogger(ExcursionWork.class.getName());

    private final Keeping keeping;
    private final boolean isDemonstration;
    private final Executor thread;
    private final Consumer<Action> answer;
    private final AtomicLong newest = new AtomicLong();

    /// @param isDemonstration whether services are asked elsewhere than their files say
    /// @param thread the one for files
    ExcursionWork(Keeping keeping, boolean isDemonstration, Executor thread, Consumer<Action> answer) {
        this.keeping = keeping;
        this.isDemonstration = isDemonstration;
        this.thread = thread;
        this.answer = answer;
    }

    void imagine(Effect.Imagine effect) {
        thread.execute(() -> {
            try {
                answer.accept(Imagined.answer(effect));
            } catch (RuntimeException | StackOverflowError failure) {
                LOG.log(System.Logger.Level.ERROR, "a what-if failed", failure);
                answer.accept(new Action.ChangeRefused(effect.serial(), Messages.of("notice.change-failed")));
            }
        });
    }

    void compare(Effect.Compare effect) {
        newest.set(effect.generation());
        thread.execute(() -> {
            if (newest.get() != effect.generation()) {
                return;
            }
            try {
                answer.accept(ComparisonReading.answer(effect, isDemonstration));
            } catch (RuntimeException | StackOverflowError failure) {
                LOG.log(System.Logger.Level.ERROR, "comparing failed", failure);
                answer.accept(new Action.CompareFailed(
                        effect.generation(), Messages.of("notice.read-failed", String.valueOf(failure.getMessage()))));
            }
        });
    }

    void cancel() {
        newest.incrementAndGet();
    }

    void recall(List<Path> paths) {
        thread.execute(() -> recalled(paths));
    }

    void keep(Effect.KeepScenario effect) {
        thread.execute(() -> {
            try {
                keeping.keep(effect.paths(), effect.gone(), effect.now());
            } catch (IOException failure) {
                LOG.log(System.Logger.Level.WARNING, "not saved", failure);
                answer.accept(new Action.Told(
                        Messages.of("notice.scenario-not-saved", String.valueOf(failure.getMessage()))));
            }
            recalled(effect.paths());
        });
    }

    private void recalled(List<Path> paths) {
        ScenarioFile.Read read = keeping.scenarios(paths);
        String notice = read.problems().isEmpty()
                ? null
                : Messages.of(
                        "notice.scenario-not-understood",
                        read.problems().getFirst().source().toString(),
                        read.problems().getFirst().message());
        answer.accept(new Action.ScenariosRecalled(paths, read.scenarios(), notice));
    }
}
