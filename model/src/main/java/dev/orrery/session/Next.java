package dev.orrery.session;

import java.util.List;

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
}
