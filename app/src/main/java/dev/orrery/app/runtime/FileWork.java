package dev.orrery.app.runtime;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.probe.Trust;
import dev.orrery.session.Action;
import dev.orrery.session.Effect;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Reads and writes files, one after the other on one thread, so that writes keep their order.
final class FileWork {
    private static final System.Logger LOG = System.getLogger(FileWork.class.getName());

    private final TopologyLoader loader = TopologyLoader.standard();
    private final Keeping keeping;
    private final Trust forThisRun;
    private final UnaryOperator<Topology> endpoints;
    private final Executor thread;
    private final Consumer<Action> answer;
    private final AtomicLong newest = new AtomicLong();

    /// @param forThisRun what may be asked for as long as the program runs, whatever is kept
    /// @param endpoints where the services of a topology are asked
    /// @param thread a single one
    FileWork(
            Keeping keeping,
            Trust forThisRun,
            UnaryOperator<Topology> endpoints,
            Executor thread,
            Consumer<Action> answer) {
        this.keeping = keeping;
        this.forThisRun = forThisRun;
        this.endpoints = endpoints;
        this.thread = thread;
        this.answer = answer;
    }

    void read(Effect.Read effect) {
        long generation = effect.generation();
        newest.set(generation);
        thread.execute(() -> {
            if (newest.get() != generation) {
                return;
            }
            try {
                Loaded read = loader.load(effect.paths());
                Loaded loaded = read.withTopology(endpoints.apply(read.topology()));
                Keeping.Kept kept = keeping.arrangement(effect.paths(), loaded);
                Trust trust = keeping.trust(loaded.root()).allow(forThisRun.allowed());
                answer.accept(new Action.Opened(generation, loaded, kept.arrangement(), kept.problems(), trust));
            } catch (RuntimeException | StackOverflowError failure) {
                LOG.log(System.Logger.Level.ERROR, "reading failed", failure);
                answer.accept(new Action.OpenFailed(
                        generation, Messages.of("notice.read-failed", String.valueOf(failure.getMessage()))));
            }
        });
    }

    void cancel() {
        newest.incrementAndGet();
    }

    void keep(Effect.KeepArrangement effect) {
        thread.execute(() -> {
            try {
                keeping.keep(effect.paths(), effect.arrangement());
            } catch (IOException failure) {
                tell("notice.workspace-not-saved", failure);
            }
        });
    }

    void keep(Effect.KeepTrust effect) {
        thread.execute(() -> {
            try {
                keeping.allow(effect.root(), effect.origins());
            } catch (IOException failure) {
                tell("notice.trust-not-saved", failure);
            }
        });
    }

    private void tell(String key, IOException failure) {
        LOG.log(System.Logger.Level.WARNING, "not saved", failure);
        answer.accept(new Action.Told(Messages.of(key, String.valueOf(failure.getMessage()))));
    }
}
