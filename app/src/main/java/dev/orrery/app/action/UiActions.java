package dev.orrery.app.action;

import dev.orrery.app.action.UiAction.Command;
import dev.orrery.app.action.UiAction.Dispatch;
import dev.orrery.app.action.UiAction.Does;
import dev.orrery.app.action.UiAction.Group;
import dev.orrery.diagram.Lens;
import dev.orrery.graph.NodeId;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Mend;
import dev.orrery.session.Session;
import dev.orrery.session.Watching;
import dev.orrery.text.Messages;
import dev.orrery.topology.Certainty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// The one table of actions.
public final class UiActions {
    /// In the order of the menus.
    public static final List<UiAction> ALL = List.of(
                    does("open-file", Group.FILE, "fth-file", WindowCommand.OPEN_FILE, UiActions::always, "Shortcut+O"),
                    does(
                            "open-folder",
                            Group.FILE,
                            "fth-folder",
                            WindowCommand.OPEN_FOLDER,
                            UiActions::always,
                            "Shortcut+Shift+O"),
                    does("save", Group.FILE, "fth-save", WindowCommand.SAVE, Editable::isUnsaved, "Shortcut+S"),
                    does(
                            "save-copy",
                            Group.FILE,
                            "fth-copy",
                            WindowCommand.SAVE_COPY,
                            UiActions::opened,
                            "Shortcut+Shift+S"),
                    dispatches("reload", Group.FILE, "fth-rotate-cw", Possible::reload, "Shortcut+R"),
                    dispatches("close", Group.FILE, "fth-x", Possible::close, "Shortcut+W"),
                    does(
                            "preferences",
                            Group.FILE,
                            "fth-settings",
                            WindowCommand.PREFERENCES,
                            UiActions::always,
                            "Shortcut+Comma"),
                    does("secrets", Group.FILE, "fth-key", WindowCommand.SECRETS, UiActions::always),
                    does("quit", Group.FILE, "fth-log-out", WindowCommand.QUIT, UiActions::always, "Shortcut+Q"),
                    dispatches("undo", Group.EDIT, "fth-corner-up-left", Possible::undo, "Shortcut+Z")
                            .saying(session -> session.undo().undoName(), "action.undo.named"),
                    dispatches(
                                    "redo",
                                    Group.EDIT,
                                    "fth-corner-up-right",
                                    Possible::redo,
                                    "Shortcut+Shift+Z",
                                    "Shortcut+Y")
                            .saying(session -> session.undo().redoName(), "action.redo.named"),
                    does(
                            "add-service",
                            Group.EDIT,
                            "fth-plus-square",
                            WindowCommand.ADD_SERVICE,
                            UiActions::opened,
                            "Shortcut+N"),
                    does(
                                    "add-boundary",
                                    Group.EDIT,
                                    "fth-layout",
                                    WindowCommand.ADD_BOUNDARY,
                                    UiActions::opened,
                                    "Shortcut+Shift+N")
                            .saying(session -> Editable.services(session).isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(Messages.of("action.add-boundary.around"))),
                    does("connect", Group.EDIT, "fth-arrow-right", WindowCommand.CONNECT, Editable::isService)
                            .typed("d"),
                    does("describe", Group.EDIT, "fth-edit-2", WindowCommand.DESCRIBE, Editable::isService)
                            .typed("e"),
                    does("rename", Group.EDIT, "fth-type", WindowCommand.RENAME, Editable::isOne, "F2"),
                    does("move", Group.EDIT, "fth-log-in", WindowCommand.MOVE, Editable::isAny)
                            .typed("g"),
                    does(
                            "mend",
                            Group.EDIT,
                            "fth-tool",
                            WindowCommand.MEND,
                            session -> !Mend.of(session).isEmpty(),
                            "Alt+Enter"),
                    does("suggest", Group.EDIT, "fth-zap", WindowCommand.SUGGEST, UiActions::opened, "Shift+G"),
                    does("what-if", Group.EDIT, "fth-help-circle", WindowCommand.WHAT_IF, Excursions::canSuppose)
                            .typed("w"),
                    does("scenarios", Group.EDIT, "fth-copy", WindowCommand.SCENARIOS, UiActions::opened, "Shift+W"),
                    does(
                            "keep-scenario",
                            Group.EDIT,
                            "fth-bookmark",
                            WindowCommand.KEEP_SCENARIO,
                            Excursions::isUnkept),
                    does("note", Group.EDIT, "fth-message-square", WindowCommand.NOTE, UiActions::opened, "Shift+N")
                            .saying(Views::noteWords),
                    dispatches("duplicate", Group.EDIT, "fth-copy", Editable::duplicate, "Shortcut+D"),
                    dispatches("delete", Group.EDIT, "fth-trash-2", Editable::delete, "Delete")
                            .saying(session -> Editable.boundary(session).isPresent()
                                    ? Optional.of(Messages.of("action.delete.dissolve"))
                                    : Optional.empty()),
                    dispatches("select-all", Group.EDIT, "fth-check-square", Selected::everything, "Shortcut+A"),
                    does("find", Group.EDIT, "fth-search", WindowCommand.FIND, UiActions::always, "Shortcut+K"),
                    does("filter", Group.EDIT, "fth-filter", WindowCommand.FILTER, UiActions::opened, "Shortcut+F")
                            .typed("/"),
                    dispatches("clear-filter", Group.EDIT, "fth-x-circle", Possible::clearFilter),
                    dispatches("hide-others", Group.EDIT, "fth-eye-off", Possible::hideOthers, "Shift+H")
                            .saying(session -> session.aspect().hides()
                                    ? Optional.of(Messages.of("action.hide-others.dim"))
                                    : Optional.empty()),
                    dispatches("show-source", Group.EDIT, "fth-edit-3", Selected::source, "Shortcut+E"),
                    dispatches("fold", Group.VIEW, "fth-minus-square", Selected::fold)
                            .typed("c")
                            .saying(Selected::foldWords),
                    dispatches("collapse-all", Group.VIEW, "fth-minimize-2", Possible::collapseAll, "Shift+C"),
                    dispatches("expand-all", Group.VIEW, "fth-maximize-2", Possible::expandAll, "Shift+E"),
                    dispatches("focus", Group.VIEW, "fth-crosshair", Inquiries::focus)
                            .typed("f")
                            .saying(Inquiries::focusWords),
                    dispatches("find-path", Group.VIEW, "fth-git-commit", Inquiries::path, "Shift+P"),
                    dispatches("next-path", Group.VIEW, "fth-skip-forward", Inquiries::nextPath)
                            .typed("n"),
                    does("save-view", Group.VIEW, "fth-camera", WindowCommand.SAVE_VIEW, UiActions::opened, "Shift+V"),
                    dispatches("tour", Group.VIEW, "fth-play-circle", Views::tour)
                            .typed("t")
                            .saying(Views::tourWords),
                    dispatches("hubs", Group.VIEW, "fth-anchor", Possible::hubs)
                            .typed("b")
                            .saying(session -> Optional.of(Messages.of(
                                    session.picture().folded().isNone() ? "action.hubs.fold" : "action.hubs.draw"))),
                    dispatches("unpin", Group.VIEW, "fth-map-pin", Selected::pin)
                            .typed("p")
                            .saying(Selected::pinWords),
                    dispatches("arrange-again", Group.VIEW, "fth-grid", Possible::arrangeAgain, "Shortcut+L"),
                    dispatches("unpin-all", Group.VIEW, "fth-map-pin", Possible::unpinAll),
                    lens(Lens.HEALTH, "Alt+1"),
                    lens(Lens.OWNER, "Alt+2"),
                    lens(Lens.KIND, "Alt+3"),
                    lens(Lens.TECHNOLOGY, "Alt+4"),
                    lens(Lens.BOUNDARY, "Alt+5"),
                    lens(Lens.COUPLING, "Alt+6"),
                    lens(Lens.LATENCY, "Alt+7"),
                    does("legend", Group.VIEW, "fth-tag", WindowCommand.TOGGLE_LEGEND, UiActions::opened)
                            .typed("l"),
                    dispatches("marks", Group.VIEW, "fth-flag", Possible::marks)
                            .typed("x")
                            .saying(session -> Optional.of(Messages.of("action.marks."
                                    + session.aspect().marks().next().word()))),
                    does(
                            "findings",
                            Group.VIEW,
                            "fth-flag",
                            WindowCommand.TOGGLE_FINDINGS,
                            UiActions::opened,
                            "Shift+X"),
                    dispatches(
                            "next-finding",
                            Group.VIEW,
                            "fth-chevrons-down",
                            session -> Possible.step(session, false),
                            "F8"),
                    dispatches(
                            "previous-finding",
                            Group.VIEW,
                            "fth-chevrons-up",
                            session -> Possible.step(session, true),
                            "Shift+F8"),
                    layer(Certainty.DECLARED),
                    layer(Certainty.INFERRED),
                    layer(Certainty.OBSERVED),
                    layer(Certainty.ALLOWED),
                    does("compare", Group.VIEW, "fth-columns", WindowCommand.COMPARE, UiActions::opened, "Shift+D"),
                    dispatches(
                                    "scrub-back",
                                    Group.VIEW,
                                    "fth-chevrons-left",
                                    session -> Excursions.scrub(session, false))
                            .typed("["),
                    dispatches("scrub-on", Group.VIEW, "fth-chevrons-right", session -> Excursions.scrub(session, true))
                            .typed("]"),
                    dispatches("swap-comparison", Group.VIEW, "fth-refresh-cw", Excursions::swap),
                    does(
                                    "leave-excursion",
                                    Group.VIEW,
                                    "fth-corner-up-left",
                                    WindowCommand.LEAVE_EXCURSION,
                                    Excursions::isAway)
                            .saying(Excursions::leaveWords),
                    does("out", Group.VIEW, "fth-corner-left-up", WindowCommand.OUT, UiActions::opened)
                            .typed("u"),
                    does("fit", Group.VIEW, "fth-maximize", WindowCommand.FIT, UiActions::opened, "Shift+1"),
                    does(
                                    "zoom-in",
                                    Group.VIEW,
                                    "fth-zoom-in",
                                    WindowCommand.ZOOM_IN,
                                    UiActions::opened,
                                    "Shortcut+Equals",
                                    "Shortcut+Plus")
                            .typed("+"),
                    does(
                                    "zoom-out",
                                    Group.VIEW,
                                    "fth-zoom-out",
                                    WindowCommand.ZOOM_OUT,
                                    UiActions::opened,
                                    "Shortcut+Minus")
                            .typed("-"),
                    does(
                                    "zoom-actual",
                                    Group.VIEW,
                                    "fth-square",
                                    WindowCommand.ZOOM_ACTUAL,
                                    UiActions::opened,
                                    "Shortcut+0")
                            .typed("0"),
                    does(
                            "outline",
                            Group.VIEW,
                            "fth-list",
                            WindowCommand.TOGGLE_OUTLINE,
                            UiActions::always,
                            "Shortcut+1"),
                    does(
                            "inspector",
                            Group.VIEW,
                            "fth-sidebar",
                            WindowCommand.TOGGLE_INSPECTOR,
                            UiActions::always,
                            "Shortcut+2"),
                    does(
                            "problems",
                            Group.VIEW,
                            "fth-alert-triangle",
                            WindowCommand.TOGGLE_PROBLEMS,
                            UiActions::opened,
                            "Shortcut+3"),
                    does(
                            "source",
                            Group.VIEW,
                            "fth-code",
                            WindowCommand.TOGGLE_SOURCE,
                            UiActions::opened,
                            "Shortcut+4"),
                    does("minimap", Group.VIEW, "fth-map", WindowCommand.TOGGLE_MINIMAP, UiActions::opened)
                            .typed("v"),
                    does(
                            "next-theme",
                            Group.VIEW,
                            "fth-moon",
                            WindowCommand.NEXT_THEME,
                            UiActions::always,
                            "Shortcut+Shift+T"),
                    dispatches("impact", Group.HEALTH, "fth-share-2", Selected::impact)
                            .typed("i")
                            .saying(session -> session.impact()
                                    ? Optional.of(Messages.of("action.impact.hide"))
                                    : Optional.empty()),
                    does(
                            "environment",
                            Group.HEALTH,
                            "fth-globe",
                            WindowCommand.ENVIRONMENT,
                            UiActions::hasEnvironments,
                            "Shortcut+Shift+E"),
                    does("ask-leave", Group.HEALTH, "fth-key", WindowCommand.ASK_LEAVE, UiActions::needsLeave),
                    does(
                                    "acknowledge",
                                    Group.HEALTH,
                                    "fth-user-check",
                                    WindowCommand.ACKNOWLEDGE,
                                    Attended::canBeAcknowledged)
                            .typed("a"),
                    dispatches("withdraw", Group.HEALTH, "fth-user-x", Attended::withdraw, "Shift+A"),
                    does(
                                    "maintenance",
                                    Group.HEALTH,
                                    "fth-tool",
                                    WindowCommand.MAINTENANCE,
                                    session -> Attended.of(session).isPresent())
                            .typed("m"),
                    dispatches("end-maintenance", Group.HEALTH, "fth-check-circle", Attended::endMaintenance, "Shift+M")
                            .saying(Attended::callOffWords),
                    dispatches("pause", Group.HEALTH, "fth-pause", Possible::pause, "Shortcut+P")
                            .saying(session -> session.watching() instanceof Watching.Paused
                                    ? Optional.of(Messages.of("action.pause.resume"))
                                    : Optional.empty()),
                    dispatches("ask-now", Group.HEALTH, "fth-activity", Possible::askNow, "F5"),
                    does("shortcuts", Group.HELP, "fth-command", WindowCommand.SHORTCUTS, UiActions::always, "F1")
                            .typed("?"),
                    does("log", Group.HELP, "fth-file-text", WindowCommand.LOG, UiActions::always, "Shortcut+Shift+L"),
                    does("about", Group.HELP, "fth-info", WindowCommand.ABOUT, UiActions::always))
            .stream()
            .map(Row::action)
            .toList();

    private static final List<String> OF_SEVERAL = List.of(
            "impact",
            "acknowledge",
            "withdraw",
            "maintenance",
            "end-maintenance",
            "unpin",
            "add-boundary",
            "move",
            "duplicate",
            "delete");

    private UiActions() {}

    /// Shows or hides the dependencies of one certainty, where there are any.
    private static Row layer(Certainty certainty) {
        return dispatches(
                        "layer-" + certainty.word(),
                        Group.VIEW,
                        "fth-layers",
                        session -> Possible.layer(session, certainty))
                .saying(session -> Optional.of(Messages.of(
                        session.layers().shows(certainty) ? "action.layer.hide" : "action.layer.show",
                        Messages.of("certainty." + certainty.word()).toLowerCase(Locale.ROOT))));
    }

    /// Looks at the picture through a lens.
    private static Row lens(Lens lens, String key) {
        return dispatches(
                "lens-" + lens.word(),
                Group.VIEW,
                "fth-droplet",
                session -> Possible.when(session.opened() != null, new Action.LookThrough(lens)),
                key);
    }

    /// The action with this id.
    ///
    /// @throws IllegalArgumentException where the table has none
    public static UiAction of(String id) {
        return ALL.stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action " + id));
    }

    /// What can be done to what is selected, for context menus.
    static List<UiAction> forSelection(Session session) {
        return (session.also().isEmpty() ? ofOne(session.selected()) : OF_SEVERAL)
                .stream().map(UiActions::of).toList();
    }

    private static List<String> ofOne(@Nullable NodeId selected) {
        return selected == null
                ? List.of(
                        "add-service",
                        "add-boundary",
                        "scenarios",
                        "compare",
                        "fit",
                        "collapse-all",
                        "expand-all",
                        "hubs",
                        "arrange-again",
                        "note",
                        "save-view")
                : switch (selected.of()) {
                    case SERVICE ->
                        List.of(
                                "focus",
                                "find-path",
                                "impact",
                                "what-if",
                                "acknowledge",
                                "withdraw",
                                "maintenance",
                                "end-maintenance",
                                "unpin",
                                "fold",
                                "note",
                                "describe",
                                "connect",
                                "rename",
                                "move",
                                "duplicate",
                                "mend",
                                "delete",
                                "show-source");
                    case BOUNDARY ->
                        List.of(
                                "fold",
                                "focus",
                                "find-path",
                                "impact",
                                "what-if",
                                "acknowledge",
                                "withdraw",
                                "maintenance",
                                "end-maintenance",
                                "unpin",
                                "note",
                                "add-service",
                                "rename",
                                "move",
                                "delete",
                                "show-source");
                    case MISSING -> List.of("focus", "find-path", "impact", "unpin", "note", "show-source");
                };
    }

    private static Row does(
            String id, Group group, String icon, WindowCommand command, Predicate<Session> possible, String... keys) {
        return new Row(id, group, icon, new Command(command, possible), keys);
    }

    private static Row dispatches(
            String id, Group group, String icon, Function<Session, Optional<Action>> action, String... keys) {
        return new Row(id, group, icon, new Dispatch(action), keys);
    }

    /// A row while it is being written.
    private static final class Row {
        private final String id;
        private final Group group;
        private final String icon;
        private final Does does;
        private final List<KeyCombination> keys;
        private @Nullable String typed;
        private Function<Session, Optional<String>> words = _ -> Optional.empty();

        Row(String id, Group group, String icon, Does does, String... keys) {
            this.id = id;
            this.group = group;
            this.icon = icon;
            this.does = does;
            this.keys = Arrays.stream(keys).map(KeyCombination::valueOf).toList();
        }

        Row typed(String character) {
            typed = character;
            return this;
        }

        Row saying(Function<Session, Optional<String>> instead) {
            words = instead;
            return this;
        }

        Row saying(Function<Session, Optional<String>> argument, String key) {
            return saying(session -> argument.apply(session).map(word -> Messages.of(key, word)));
        }

        UiAction action() {
            Function<Session, Optional<String>> special = words;
            return new UiAction(
                    id,
                    group,
                    icon,
                    keys,
                    typed,
                    session -> special.apply(session).orElseGet(() -> Messages.of("action." + id)),
                    does);
        }
    }

    /// What can be done to a session as a whole.
    private static final class Possible {
        static Optional<Action> reload(Session session) {
            return Optional.ofNullable(session.opened()).map(opened -> new Action.Open(opened.paths()));
        }

        static Optional<Action> close(Session session) {
            return when(session.opened() != null, new Action.Close());
        }

        static Optional<Action> undo(Session session) {
            return when(session.undo().undoName().isPresent(), new Action.UndoEdit());
        }

        static Optional<Action> redo(Session session) {
            return when(session.undo().redoName().isPresent(), new Action.RedoEdit());
        }

        static Optional<Action> collapseAll(Session session) {
            return when(hasBoundaries(session), new Edit.CollapseAll());
        }

        static Optional<Action> expandAll(Session session) {
            boolean folded = !session.arrangement().visibility().collapsed().isEmpty();
            return when(folded && hasBoundaries(session), new Edit.ExpandAll());
        }

        static Optional<Action> hubs(Session session) {
            return when(!session.picture().hubs().isNone(), new Edit.ToggleHubs());
        }

        static Optional<Action> layer(Session session, Certainty certainty) {
            boolean any = session.opened() != null
                    && StatedCertainties.of(session.opened().topology()).contains(certainty);
            return when(any, new Action.ToggleLayer(certainty));
        }

        static Optional<Action> marks(Session session) {
            return when(hasFindings(session), new Action.ToggleMarks());
        }

        static Optional<Action> step(Session session, boolean back) {
            return when(hasFindings(session), new Action.StepFinding(back));
        }

        private static boolean hasFindings(Session session) {
            return session.opened() != null && !session.opened().inspections().isEmpty();
        }

        static Optional<Action> clearFilter(Session session) {
            return when(!session.aspect().typed().isBlank(), new Action.FilterBy(""));
        }

        static Optional<Action> hideOthers(Session session) {
            return when(!session.aspect().filter().isEverything(), new Action.ToggleHiding());
        }

        static Optional<Action> arrangeAgain(Session session) {
            return when(session.opened() != null, new Edit.ArrangeAgain());
        }

        static Optional<Action> unpinAll(Session session) {
            return when(
                    session.opened() != null && !session.arrangement().pins().isEmpty(), new Edit.UnpinAll());
        }

        static Optional<Action> pause(Session session) {
            return when(isWatching(session) || session.watching() instanceof Watching.Paused, new Action.TogglePause());
        }

        static Optional<Action> askNow(Session session) {
            return when(isWatching(session), new Action.AskNow());
        }

        private static boolean isWatching(Session session) {
            return session.watching() instanceof Watching.On;
        }

        private static boolean hasBoundaries(Session session) {
            return session.opened() != null
                    && !session.opened().pictured().boundaries().isEmpty();
        }

        static Optional<Action> when(boolean possible, Action action) {
            return possible ? Optional.of(action) : Optional.empty();
        }
    }

    private static boolean always(Session session) {
        return true;
    }

    private static boolean hasEnvironments(Session session) {
        return session.opened() != null
                && !session.opened().loaded().environments().isEmpty();
    }

    private static boolean needsLeave(Session session) {
        return !session.missing().isNone();
    }

    private static boolean opened(Session session) {
        return session.opened() != null;
    }
}
