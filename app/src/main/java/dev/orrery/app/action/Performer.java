package dev.orrery.app.action;

import dev.orrery.session.Action;
import dev.orrery.session.Session;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Does what a [UiAction] says, where it is possible.
///
/// @param session the present one
/// @param dispatch takes actions on the session
/// @param window takes commands to the window
public record Performer(Supplier<Session> session, Consumer<Action> dispatch, Consumer<WindowCommand> window) {

    public boolean isPossible(UiAction action) {
        return action.isPossible(session.get());
    }

    /// @return whether it was possible
    public boolean perform(UiAction action) {
        return switch (action.does()) {
            case UiAction.Dispatch does -> {
                var possible = does.action().apply(session.get());
                possible.ifPresent(dispatch);
                yield possible.isPresent();
            }
            case UiAction.Command does -> {
                boolean possible = does.possible().test(session.get());
                if (possible) {
                    window.accept(does.command());
                }
                yield possible;
            }
        };
    }
}
