package dev.orrery.app.action;

import dev.orrery.app.action.UiAction.Dispatch;
import dev.orrery.app.action.UiAction.Group;
import dev.orrery.session.Action;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Going over to each environment that the workspace names, and back to the addresses as declared. They are no rows of
/// the table, because what they are is known only when something is open.
public final class EnvironmentActions {
    private EnvironmentActions() {}

    /// One for the addresses as declared and one for each environment, in the workspace's order; none where it names
    /// none. The one that holds now is not possible.
    public static List<UiAction> of(Session session) {
        List<UiAction> actions = new ArrayList<>();
        for (Environment environment : offered(session)) {
            if (actions.isEmpty()) {
                actions.add(action(null));
            }
            actions.add(action(environment.name()));
        }
        return List.copyOf(actions);
    }

    /// What the workspace names.
    static List<Environment> offered(Session session) {
        Opened opened = session.opened();
        return opened == null ? List.of() : opened.loaded().environments();
    }

    /// What an environment is called in a list of them.
    ///
    /// @param name null for the addresses as declared
    static String words(@Nullable String name) {
        return name == null ? Messages.of("environment.declared") : Untrusted.oneLine(name);
    }

    static UiAction action(@Nullable String name) {
        return new UiAction(
                "switch-environment",
                Group.HEALTH,
                "fth-globe",
                List.of(),
                null,
                _ -> Messages.of("environment.switch-to", words(name)),
                new Dispatch(session -> Optional.ofNullable(session.opened())
                        .filter(opened -> !Objects.equals(opened.environmentName(), name))
                        .map(_ -> new Action.SwitchEnvironment(name))));
    }
}
