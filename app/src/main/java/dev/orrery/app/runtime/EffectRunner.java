package dev.orrery.app.runtime;

import dev.orrery.layout.LayoutEngine;
import dev.orrery.probe.Clocks;
import dev.orrery.probe.Prober;
import dev.orrery.probe.SteadyClock;
import dev.orrery.probe.Trust;
import dev.orrery.session.Action;
import dev.orrery.session.Effect;
import dev.orrery.topology.Topology;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Performs effects, each on the thread for it, and answers with actions.
///
/// There is one thread for files, one for layouts, one that watches files and ticks each second,
/// one that asks who calls whom, and the prober's own. All end with [#close].
public final class EffectRunner implements Consumer<Effect>, AutoCloseable {
    private final ExecutorService files = thread("orrery-files");
    private final ExecutorService layouts = thread("orrery-layout");
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("orrery-clock").factory());
    private final AtomicReference<Trust> trust = new AtomicReference<>(Trust.NONE);
    private final FileWork fileWork;
    private final ChangeWork changeWork;
    private final ExcursionWork excursionWork;
    private final LayoutWork layoutWork;
    private final EditorWork editorWork;
    private final FileWatch watch;
    private final Prober prober;
    private final CallWork callWork;
    private final ScheduledFuture<?> ticking;

    /// What an effect runner needs from outside.
    ///
    /// @param trustForThisRun origins that may be asked as long as the program runs, whatever is
    ///     kept
    /// @param endpoints where the services of a topology are asked: as declared, or elsewhere in
    ///     a demonstration
    /// @param probing makes the probes, given what may be asked at any moment
    /// @param editor the editor's command, asked each time
    public record Needs(
            Keeping keeping,
            Trust trustForThisRun,
            UnaryOperator<Topology> endpoints,
            LayoutEngine engine,
            Function<Supplier<Trust>, Probing> probing,
            Supplier<String> editor,
            InstantSource clock) {}

    /// @param answer called on any thread
    public EffectRunner(Needs needs, Consumer<Action> answer) {
        fileWork = new FileWork(needs.keeping(), needs.trustForThisRun(), needs.endpoints(), files, answer);
        changeWork = new ChangeWork(needs.keeping(), fileWork::demonstrated, files, answer);
        excursionWork =
                new ExcursionWork(needs.keeping(), !needs.trustForThisRun().isNone(), files, answer);
        layoutWork = new LayoutWork(needs.engine(), layouts, answer);
        editorWork = new EditorWork(needs.editor(), answer);
        watch = new FileWatch(clockwork, () -> answer.accept(new Action.FilesChanged()));
        Clocks clocks = new Clocks(needs.clock(), new SteadyClock(needs.clock()));
        Probing probing = needs.probing().apply(trust::get);
        callWork = new CallWork(probing::calls, answer);
        prober = Prober.live(
                probing.probe(),
                trust::get,
                clocks,
                RandomGenerator.getDefault(),
                report -> answer.accept(new Action.Observed(report.answers(), report.gaps(), report.observer())));
        ticking = clockwork.scheduleAtFixedRate(
                () -> answer.accept(
                        new Action.Tick(clocks.wall().instant(), clocks.steady().instant())),
                1,
                1,
                TimeUnit.SECONDS);
    }

    @Override
    public void accept(Effect effect) {
        switch (effect) {
            case Effect.Read read -> fileWork.read(read);
            case Effect.Watch files -> clockwork.execute(() -> watch.watch(files.files(), files.workspaces()));
            case Effect.Arrange arrange -> layoutWork.arrange(arrange);
            case Effect.CancelWork() -> {
                fileWork.cancel();
                excursionWork.cancel();
                layoutWork.cancel();
            }
            case Effect.Probe probe -> {
                trust.set(probe.trust());
                callWork.forget();
                prober.retarget(probe.plan());
                prober.resume();
            }
            case Effect.WatchCalls calls -> callWork.watch(calls);
            case Effect.PauseProbing() -> {
                prober.pause();
                callWork.pause();
            }
            case Effect.ProbeNow() -> {
                prober.resume();
                callWork.resume();
            }
            case Effect.KeepTrust keep -> fileWork.keep(keep);
            case Effect.KeepEnvironment keep -> fileWork.keep(keep);
            case Effect.KeepArrangement keep -> fileWork.keep(keep);
            case Effect.RecallAttention recall -> fileWork.recall(recall);
            case Effect.KeepAttention keep -> fileWork.keep(keep);
            case Effect.KeepBaseline keep -> fileWork.keep(keep);
            case Effect.ChangeTexts change -> changeWork.change(change);
            case Effect.ReadTexts texts -> changeWork.read(texts);
            case Effect.Save save -> changeWork.save(save);
            case Effect.SaveCopy copy -> changeWork.copy(copy);
            case Effect.Journal journal -> changeWork.journal(journal);
            case Effect.Imagine imagine -> excursionWork.imagine(imagine);
            case Effect.Compare compare -> excursionWork.compare(compare);
            case Effect.RecallScenarios(var paths) -> excursionWork.recall(paths);
            case Effect.KeepScenario keep -> excursionWork.keep(keep);
            case Effect.OpenEditor open -> editorWork.open(open);
        }
    }

    @Override
    public void close() {
        ticking.cancel(false);
        watch.close();
        clockwork.shutdownNow();
        callWork.close();
        prober.close();
        layoutWork.cancel();
        layouts.shutdownNow();
        // What is being written is written to its end.
        files.close();
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }
}
