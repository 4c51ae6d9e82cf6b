package dev.orrery.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What an action leads to.
///
/// @param effects to be performed in this order
public record Next(Session session, List<Effect> effects) {
    public Next {
        effects = List.copyOf(effects);
    }

    static Next of(Session session, Effect... effects) {
        return new Next(session, List.of(effects));
    }

    /// What comes of one more step, with the effects of both in their order.
    Next then(Function<Session, Next> step) {
        Next next = step.apply(session);
        List<Effect> both = new ArrayList<>(effects);
        both.addAll(next.effects());
        return new Next(next.session(), both);
    }
}
