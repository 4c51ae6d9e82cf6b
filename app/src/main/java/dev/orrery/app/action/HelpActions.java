package dev.orrery.app.action;

import dev.orrery.app.action.UiAction.Group;
import dev.orrery.session.Session;
import java.util.List;
import java.util.function.Predicate;

/// What tells of the program.
final class HelpActions {
    private HelpActions() {}

    static List<ActionRow> rows() {
        return List.of(
                does("shortcuts", "fth-command", WindowCommand.SHORTCUTS, Possible::always, "F1")
                        .typed("?"),
                does("log", "fth-file-text", WindowCommand.LOG, Possible::always, "Shortcut+Shift+L"),
                does("about", "fth-info", WindowCommand.ABOUT, Possible::always));
    }

    private static ActionRow does(
            String id, String icon, WindowCommand command, Predicate<Session> possible, String... keys) {
        return ActionRow.does(id, Group.HELP, icon, command, possible, keys);
    }
}
