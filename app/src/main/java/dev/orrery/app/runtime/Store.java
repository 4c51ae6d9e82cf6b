package dev.orrery.app.runtime;

import dev.orrery.session.Action;
import dev.orrery.session.Effect;
import dev.orrery.session.Next;
import dev.orrery.session.Session;
import dev.orrery.session.SessionUpdate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/// Owns the one session. Used on one thread only, the FX thread in the window, so it needs no lock.
///
/// An action that arrives while another is being applied waits for it, so that views always see whole sessions in
/// order.
public final class Store {
    private final Consumer<Effect> effects;
    private final List<Consumer<Session>> views = new ArrayList<>();
    private final Queue<List<Action>> waiting = new ArrayDeque<>();
    private Session session;
    private boolean applying;

    /// @param effects performs an effect, at once or later, and answers by [#dispatch]
    public Store(Session session, Consumer<Effect> effects) {
        this.session = session;
        this.effects = effects;
    }

    public Session session() {
        return session;
    }

    /// Calls the view with the present session, and again after every action that changes it.
    public void show(Consumer<Session> view) {
        views.add(view);
        view.accept(session);
    }

    public void dispatch(Action action) {
        dispatch(List.of(action));
    }

    /// Several actions in their order; views see only what comes of all of them.
    public void dispatch(List<Action> actions) {
        waiting.add(List.copyOf(actions));
        if (applying) {
            return;
        }
        applying = true;
        try {
            for (List<Action> next = waiting.poll(); next != null; next = waiting.poll()) {
                apply(next);
            }
        } finally {
            applying = false;
        }
    }

    // An unchanged session is the same instance; comparing all of it would cost more than showing it.
    @SuppressWarnings("ReferenceEquality")
    private void apply(List<Action> actions) {
        Session before = session;
        List<Effect> wanted = new ArrayList<>();
        for (Action action : actions) {
            Next next = SessionUpdate.apply(session, action);
            session = next.session();
            wanted.addAll(next.effects());
        }
        if (session != before) {
            views.forEach(view -> view.accept(session));
        }
        wanted.forEach(effects);
    }
}
