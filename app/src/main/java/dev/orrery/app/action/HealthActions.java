package dev.orrery.app.action;

import dev.orrery.app.action.UiAction.Group;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.session.Watching;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// What is done about how services stand.
final class HealthActions {
    private HealthActions() {}

    static List<ActionRow> rows() {
        return List.of(
                dispatches("impact", "fth-share-2", Selected::impact)
                        .typed("i")
                        .saying(session ->
                                session.impact() ? Optional.of(Messages.of("action.impact.hide")) : Optional.empty()),
                does(
                        "environment",
                        "fth-globe",
                        WindowCommand.ENVIRONMENT,
                        Possible::hasEnvironments,
                        "Shortcut+Shift+E"),
                does("ask-leave", "fth-key", WindowCommand.ASK_LEAVE, Possible::needsLeave),
                does("acknowledge", "fth-user-check", WindowCommand.ACKNOWLEDGE, Attended::canBeAcknowledged)
                        .typed("a"),
                dispatches("withdraw", "fth-user-x", Attended::withdraw, "Shift+A"),
                does(
                                "maintenance",
                                "fth-tool",
                                WindowCommand.MAINTENANCE,
                                session -> Attended.of(session).isPresent())
                        .typed("m"),
                dispatches("end-maintenance", "fth-check-circle", Attended::endMaintenance, "Shift+M")
                        .saying(Attended::callOffWords),
                dispatches("pause", "fth-pause", Possible::pause, "Shortcut+P")
                        .saying(session -> session.watching() instanceof Watching.Paused
                                ? Optional.of(Messages.of("action.pause.resume"))
                                : Optional.empty()),
                dispatches("ask-now", "fth-activity", Possible::askNow, "F5"));
    }

    private static ActionRow does(
            String id, String icon, WindowCommand command, Predicate<Session> possible, String... keys) {
        return ActionRow.does(id, Group.HEALTH, icon, command, possible, keys);
    }

    private static ActionRow dispatches(
            String id, String icon, Function<Session, Optional<Action>> action, String... keys) {
        return ActionRow.dispatches(id, Group.HEALTH, icon, action, keys);
    }
}
