package dev.orrery.app.action;

import dev.orrery.app.action.UiAction.Group;
import dev.orrery.session.Action;
import dev.orrery.session.Mend;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// What is done to what is open, and how something in it is found.
final class EditActions {
    private EditActions() {}

    static List<ActionRow> rows() {
        return List.of(
                dispatches("undo", "fth-corner-up-left", Possible::undo, "Shortcut+Z")
                        .saying(session -> session.undo().undoName(), "action.undo.named"),
                dispatches("redo", "fth-corner-up-right", Possible::redo, "Shortcut+Shift+Z", "Shortcut+Y")
                        .saying(session -> session.undo().redoName(), "action.redo.named"),
                does("add-service", "fth-plus-square", WindowCommand.ADD_SERVICE, Possible::opened, "Shortcut+N"),
                does("add-boundary", "fth-layout", WindowCommand.ADD_BOUNDARY, Possible::opened, "Shortcut+Shift+N")
                        .saying(session -> Editable.services(session).isEmpty()
                                ? Optional.empty()
                                : Optional.of(Messages.of("action.add-boundary.around"))),
                does("connect", "fth-arrow-right", WindowCommand.CONNECT, Editable::isService)
                        .typed("d"),
                does("describe", "fth-edit-2", WindowCommand.DESCRIBE, Editable::isAnyService)
                        .typed("e"),
                does("rename", "fth-type", WindowCommand.RENAME, Editable::isOne, "F2"),
                does("move", "fth-log-in", WindowCommand.MOVE, Editable::isAny).typed("g"),
                does(
                        "mend",
                        "fth-tool",
                        WindowCommand.MEND,
                        session -> !Mend.of(session).isEmpty(),
                        "Alt+Enter"),
                does("suggest", "fth-zap", WindowCommand.SUGGEST, Possible::opened, "Shift+G"),
                does("what-if", "fth-help-circle", WindowCommand.WHAT_IF, Excursions::canSuppose)
                        .typed("w"),
                does("scenarios", "fth-copy", WindowCommand.SCENARIOS, Possible::opened, "Shift+W"),
                does("keep-scenario", "fth-bookmark", WindowCommand.KEEP_SCENARIO, Excursions::isUnkept),
                does("note", "fth-message-square", WindowCommand.NOTE, Possible::opened, "Shift+N")
                        .saying(Views::noteWords),
                dispatches("duplicate", "fth-copy", Editable::duplicate, "Shortcut+D"),
                dispatches("delete", "fth-trash-2", Editable::delete, "Delete")
                        .saying(session -> Editable.boundary(session).isPresent()
                                ? Optional.of(Messages.of("action.delete.dissolve"))
                                : Optional.empty()),
                dispatches("select-all", "fth-check-square", Possible::selectAll, "Shortcut+A"),
                does("find", "fth-search", WindowCommand.FIND, Possible::always, "Shortcut+K"),
                does("filter", "fth-filter", WindowCommand.FILTER, Possible::opened, "Shortcut+F")
                        .typed("/"),
                dispatches("clear-filter", "fth-x-circle", Possible::clearFilter),
                dispatches("hide-others", "fth-eye-off", Possible::hideOthers, "Shift+H")
                        .saying(session -> session.aspect().hides()
                                ? Optional.of(Messages.of("action.hide-others.dim"))
                                : Optional.empty()),
                dispatches("show-source", "fth-edit-3", Selected::source, "Shortcut+E"));
    }

    private static ActionRow does(
            String id, String icon, WindowCommand command, Predicate<Session> possible, String... keys) {
        return ActionRow.does(id, Group.EDIT, icon, command, possible, keys);
    }

    private static ActionRow dispatches(
            String id, String icon, Function<Session, Optional<Action>> action, String... keys) {
        return ActionRow.dispatches(id, Group.EDIT, icon, action, keys);
    }
}
