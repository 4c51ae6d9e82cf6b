package dev.orrery.app.runtime;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.persistence.AtomicFile;
import dev.orrery.persistence.BaselineFile;
import dev.orrery.persistence.Written;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import dev.orrery.session.Action;
import dev.orrery.session.Effect;
import dev.orrery.session.Texts;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
                answer.accept(opened(generation, effect.paths()).derived(effect.paths(), effect.before()));
            } catch (RuntimeException | StackOverflowError failure) {
                LOG.log(System.Logger.Level.ERROR, "reading failed", failure);
                answer.accept(new Action.OpenFailed(
                        generation, Messages.of("notice.read-failed", String.valueOf(failure.getMessage()))));
            }
        });
    }

    private Action.Opened opened(long generation, List<Path> paths) {
        Loaded read = loader.load(paths);
        Keeping.Kept kept = keeping.arrangement(paths, read);
        Trusts trusts = keeping.trusts(read.root());
        boolean own = forThisRun.isNone();
        return new Action.Opened(
                generation,
                demonstrated(read),
                kept.arrangement(),
                kept.problems(),
                own ? trusts : trusts.and(null, forThisRun),
                own ? keeping.environment(paths) : null,
                readOnly(read),
                keeping.journal(paths, Texts.of(read)).orElse(null));
    }

    /// A demonstration asks its own endpoints, wherever else the services run.
    Loaded demonstrated(Loaded read) {
        return forThisRun.isNone()
                ? read
                : read.withTopology(endpoints.apply(read.topology())).withoutEnvironments();
    }

    private static SortedSet<String> readOnly(Loaded read) {
        return read.sources().stream()
                .filter(source -> source.isRead() && !Files.isWritable(source.path()))
                .map(source -> source.text().file())
                .collect(Collectors.toCollection(TreeSet::new));
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

    void recall(Effect.RecallAttention effect) {
        thread.execute(() -> {
            Keeping.Said said = keeping.attention(effect.paths(), effect.environment());
            answer.accept(new Action.AttentionRecalled(effect.paths(), effect.environment(), said.attention()));
            if (said.notice() != null) {
                answer.accept(new Action.Told(said.notice()));
            }
        });
    }

    void keep(Effect.KeepAttention effect) {
        thread.execute(() -> {
            try {
                keeping.keep(effect.paths(), effect.environment(), effect.attention());
            } catch (IOException failure) {
                tell("notice.attention-not-saved", failure);
            }
        });
    }

    /// What is read again says what the baseline knows now.
    void keep(Effect.KeepBaseline effect) {
        thread.execute(() -> {
            switch (new BaselineFile(AtomicFile.shared()).freeze(effect.file(), effect.found(), effect.before())) {
                case Written.Done _ -> {
                    answer.accept(new Action.FilesChanged());
                    int count =
                            BaselineFile.frozen(effect.found(), effect.before()).size();
                    answer.accept(new Action.Told(Messages.of(
                            "notice.baseline",
                            Integer.toString(count),
                            String.valueOf(effect.file().getFileName()))));
                }
                case Written.Changed _ -> answer.accept(new Action.FilesChanged());
                case Written.Refused refused -> answer.accept(new Action.Told(refused.why()));
            }
        });
    }

    void keep(Effect.KeepTrust effect) {
        thread.execute(() -> {
            try {
                keeping.allow(effect.root(), effect.environment(), effect.more());
            } catch (IOException failure) {
                tell("notice.trust-not-saved", failure);
            }
        });
    }

    void keep(Effect.KeepEnvironment effect) {
        thread.execute(() -> {
            try {
                keeping.choose(effect.paths(), effect.environment());
            } catch (IOException failure) {
                tell("notice.environment-not-saved", failure);
            }
        });
    }

    private void tell(String key, IOException failure) {
        LOG.log(System.Logger.Level.WARNING, "not saved", failure);
        answer.accept(new Action.Told(Messages.of(key, String.valueOf(failure.getMessage()))));
    }
}
