package dev.orrery.app.action;

import dev.orrery.app.action.UiAction.Group;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// What is done with files, and with the program.
final class FileActions {
    private FileActions() {}

    static List<ActionRow> rows() {
        return List.of(
                does("open-file", "fth-file", WindowCommand.OPEN_FILE, Possible::always, "Shortcut+O"),
                does("open-folder", "fth-folder", WindowCommand.OPEN_FOLDER, Possible::always, "Shortcut+Shift+O"),
                does("save", "fth-save", WindowCommand.SAVE, Editable::isUnsaved, "Shortcut+S"),
                does("save-copy", "fth-copy", WindowCommand.SAVE_COPY, Possible::opened, "Shortcut+Shift+S"),
                dispatches("reload", "fth-rotate-cw", Possible::reload, "Shortcut+R"),
                dispatches("close", "fth-x", Possible::close, "Shortcut+W"),
                does("preferences", "fth-settings", WindowCommand.PREFERENCES, Possible::always, "Shortcut+Comma"),
                does("secrets", "fth-key", WindowCommand.SECRETS, Possible::always),
                does("quit", "fth-log-out", WindowCommand.QUIT, Possible::always, "Shortcut+Q"));
    }

    private static ActionRow does(
            String id, String icon, WindowCommand command, Predicate<Session> possible, String... keys) {
        return ActionRow.does(id, Group.FILE, icon, command, possible, keys);
    }

    private static ActionRow dispatches(
            String id, String icon, Function<Session, Optional<Action>> action, String... keys) {
        return ActionRow.dispatches(id, Group.FILE, icon, action, keys);
    }
}
