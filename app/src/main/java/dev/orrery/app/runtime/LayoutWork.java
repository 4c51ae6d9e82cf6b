package dev.orrery.app.runtime;

import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.layered.HubCrossings;
import dev.orrery.session.Action;
import dev.orrery.session.Effect;
import dev.orrery.text.Messages;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Makes layouts on one thread. The newest request wins: older ones are given up.
final class LayoutWork {
    private static final System.Logger LOG = System.getLogger(LayoutWork.class.getName());

    private final LayoutEngine engine;
    private final ExecutorService thread;
    private final Consumer<Action> answer;
    private final AtomicLong newest = new AtomicLong();

    /// @param thread a single one, so that the session's requests are worked off in order
    LayoutWork(LayoutEngine engine, ExecutorService thread, Consumer<Action> answer) {
        this.engine = engine;
        this.thread = thread;
        this.answer = answer;
    }

    void arrange(Effect.Arrange effect) {
        long generation = effect.generation();
        newest.set(generation);
        thread.execute(() -> {
            if (newest.get() != generation) {
                return;
            }
            try {
                Cancellation givenUp = () -> newest.get() != generation;
                LayoutRequest drawn = effect.request();
                LayoutRequest folded = effect.calmer();
                boolean calmer = folded != null && HubCrossings.areHalved(drawn.graph(), folded.graph(), givenUp);
                Layout layout = engine.layout(folded != null && calmer ? folded : drawn, givenUp);
                answer.accept(new Action.Arranged(generation, layout, calmer));
            } catch (CancellationException _) {
                LOG.log(System.Logger.Level.DEBUG, "layout {0} given up", generation);
            } catch (RuntimeException | StackOverflowError failure) {
                LOG.log(System.Logger.Level.ERROR, "layout failed", failure);
                answer.accept(new Action.ArrangeFailed(generation, Messages.of("notice.arrange-failed")));
            }
        });
    }

    void cancel() {
        newest.incrementAndGet();
    }
}
