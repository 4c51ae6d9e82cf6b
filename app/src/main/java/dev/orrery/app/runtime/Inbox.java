package dev.orrery.app.runtime;

import dev.orrery.session.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Takes actions from any thread and hands them over on the FX thread, in their order and as many at a time as have
/// come: however fast they come, at most one hand-over waits, so that they cannot crowd out drawing.
public final class Inbox implements Consumer<Action> {
    private final Executor fx;
    private final Consumer<List<Action>> store;
    private final AtomicReference<List<Action>> waiting = new AtomicReference<>(List.of());

    /// @param fx runs on the FX thread, at once or later
    public Inbox(Executor fx, Consumer<List<Action>> store) {
        this.fx = fx;
        this.store = store;
    }

    @Override
    public void accept(Action action) {
        List<Action> before = waiting.getAndUpdate(list -> {
            List<Action> longer = new ArrayList<>(list);
            longer.add(action);
            return longer;
        });
        if (before.isEmpty()) {
            fx.execute(() -> store.accept(waiting.getAndSet(List.of())));
        }
    }
}
