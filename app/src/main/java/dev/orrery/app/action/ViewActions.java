package dev.orrery.app.action;

import dev.orrery.app.action.UiAction.Group;
import dev.orrery.diagram.Lens;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.topology.Certainty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// How the picture is looked at, and what is beside it.
final class ViewActions {
    private ViewActions() {}

    static List<ActionRow> rows() {
        return List.of(
                dispatches("fold", "fth-minus-square", Selected::fold)
                        .typed("c")
                        .saying(Selected::foldWords),
                dispatches("collapse-all", "fth-minimize-2", Possible::collapseAll, "Shift+C"),
                dispatches("expand-all", "fth-maximize-2", Possible::expandAll, "Shift+E"),
                dispatches("focus", "fth-crosshair", Inquiries::focus)
                        .typed("f")
                        .saying(Inquiries::focusWords),
                dispatches("find-path", "fth-git-commit", Inquiries::path, "Shift+P"),
                dispatches("next-path", "fth-skip-forward", Inquiries::nextPath).typed("n"),
                does("save-view", "fth-camera", WindowCommand.SAVE_VIEW, Possible::opened, "Shift+V"),
                dispatches("tour", "fth-play-circle", Views::tour).typed("t").saying(Views::tourWords),
                dispatches("hubs", "fth-anchor", Possible::hubs)
                        .typed("b")
                        .saying(session -> Optional.of(Messages.of(
                                session.picture().folded().isNone() ? "action.hubs.fold" : "action.hubs.draw"))),
                dispatches("unpin", "fth-map-pin", Selected::pin).typed("p").saying(Selected::pinWords),
                dispatches("arrange-again", "fth-grid", Possible::arrangeAgain, "Shortcut+L"),
                dispatches("unpin-all", "fth-map-pin", Possible::unpinAll),
                lens(Lens.HEALTH, "Alt+1"),
                lens(Lens.OWNER, "Alt+2"),
                lens(Lens.KIND, "Alt+3"),
                lens(Lens.TECHNOLOGY, "Alt+4"),
                lens(Lens.BOUNDARY, "Alt+5"),
                lens(Lens.COUPLING, "Alt+6"),
                lens(Lens.LATENCY, "Alt+7"),
                does("legend", "fth-tag", WindowCommand.TOGGLE_LEGEND, Possible::opened)
                        .typed("l"),
                dispatches("marks", "fth-flag", Possible::marks)
                        .typed("x")
                        .saying(session -> Optional.of(Messages.of("action.marks."
                                + session.aspect().marks().next().word()))),
                does("findings", "fth-flag", WindowCommand.TOGGLE_FINDINGS, Possible::opened, "Shift+X"),
                dispatches("next-finding", "fth-chevrons-down", session -> Possible.step(session, false), "F8"),
                dispatches("previous-finding", "fth-chevrons-up", session -> Possible.step(session, true), "Shift+F8"),
                layer(Certainty.DECLARED),
                layer(Certainty.INFERRED),
                layer(Certainty.OBSERVED),
                layer(Certainty.ALLOWED),
                does("compare", "fth-columns", WindowCommand.COMPARE, Possible::opened, "Shift+D"),
                dispatches("scrub-back", "fth-chevrons-left", session -> Excursions.scrub(session, false))
                        .typed("["),
                dispatches("scrub-on", "fth-chevrons-right", session -> Excursions.scrub(session, true))
                        .typed("]"),
                dispatches("swap-comparison", "fth-refresh-cw", Excursions::swap),
                does("leave-excursion", "fth-corner-up-left", WindowCommand.LEAVE_EXCURSION, Excursions::isAway)
                        .saying(Excursions::leaveWords),
                does("out", "fth-corner-left-up", WindowCommand.OUT, Possible::opened)
                        .typed("u"),
                does("fit", "fth-maximize", WindowCommand.FIT, Possible::opened, "Shift+1"),
                does(
                                "zoom-in",
                                "fth-zoom-in",
                                WindowCommand.ZOOM_IN,
                                Possible::opened,
                                "Shortcut+Equals",
                                "Shortcut+Plus")
                        .typed("+"),
                does("zoom-out", "fth-zoom-out", WindowCommand.ZOOM_OUT, Possible::opened, "Shortcut+Minus")
                        .typed("-"),
                does("zoom-actual", "fth-square", WindowCommand.ZOOM_ACTUAL, Possible::opened, "Shortcut+0")
                        .typed("0"),
                does("outline", "fth-list", WindowCommand.TOGGLE_OUTLINE, Possible::always, "Shortcut+1"),
                does("inspector", "fth-sidebar", WindowCommand.TOGGLE_INSPECTOR, Possible::always, "Shortcut+2"),
                does("problems", "fth-alert-triangle", WindowCommand.TOGGLE_PROBLEMS, Possible::opened, "Shortcut+3"),
                does("source", "fth-code", WindowCommand.TOGGLE_SOURCE, Possible::opened, "Shortcut+4"),
                does("minimap", "fth-map", WindowCommand.TOGGLE_MINIMAP, Possible::opened)
                        .typed("v"),
                does("next-theme", "fth-moon", WindowCommand.NEXT_THEME, Possible::always, "Shortcut+Shift+T"));
    }

    /// Shows or hides the dependencies of one certainty, where there are any.
    private static ActionRow layer(Certainty certainty) {
        return dispatches("layer-" + certainty.word(), "fth-layers", session -> Possible.layer(session, certainty))
                .saying(session -> Optional.of(Messages.of(
                        session.layers().shows(certainty) ? "action.layer.hide" : "action.layer.show",
                        Messages.of("certainty." + certainty.word()).toLowerCase(Locale.ROOT))));
    }

    /// Looks at the picture through a lens.
    private static ActionRow lens(Lens lens, String key) {
        return dispatches(
                "lens-" + lens.word(),
                "fth-droplet",
                session -> Possible.when(session.opened() != null, new Action.LookThrough(lens)),
                key);
    }

    private static ActionRow does(
            String id, String icon, WindowCommand command, Predicate<Session> possible, String... keys) {
        return ActionRow.does(id, Group.VIEW, icon, command, possible, keys);
    }

    private static ActionRow dispatches(
            String id, String icon, Function<Session, Optional<Action>> action, String... keys) {
        return ActionRow.dispatches(id, Group.VIEW, icon, action, keys);
    }
}
