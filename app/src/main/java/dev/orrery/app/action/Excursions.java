package dev.orrery.app.action;

import dev.orrery.app.action.UiAction.Dispatch;
import dev.orrery.app.action.UiAction.Group;
import dev.orrery.scenario.Scenario;
import dev.orrery.session.Action;
import dev.orrery.session.Excursion;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.List;
import java.util.Optional;

/// What-ifs and comparisons: what can be done to them, and the scenarios that can be tried. These are no rows of the
/// table, because they are known only when something is open.
public final class Excursions {
    private Excursions() {}

    /// Trying each scenario of the workspace.
    public static List<UiAction> scenarios(Session session) {
        return session.opened() == null
                ? List.of()
                : session.scenarios().stream().map(Excursions::trying).toList();
    }

    private static UiAction trying(Scenario scenario) {
        return new UiAction(
                "open-scenario",
                Group.EDIT,
                "fth-help-circle",
                List.of(),
                null,
                _ -> Messages.of("scenarios.open", Untrusted.oneLine(scenario.name(), 60)),
                new Dispatch(session ->
                        session.scenario(scenario.name()).map(known -> new Action.OpenScenario(known.name()))));
    }

    static boolean canSuppose(Session session) {
        return session.opened() != null && !(session.excursion() instanceof Excursion.Comparing);
    }

    static boolean isUnkept(Session session) {
        return session.isUnkept();
    }

    static boolean isAway(Session session) {
        return !session.excursion().isNone();
    }

    static Optional<Action> swap(Session session) {
        return session.excursion() instanceof Excursion.Comparing
                ? Optional.of(new Action.SwapComparison())
                : Optional.empty();
    }

    /// Half of the way.
    static Optional<Action> scrub(Session session, boolean on) {
        return session.excursion() instanceof Excursion.Comparing comparing
                ? Optional.of(new Action.Scrub(comparing.at() + (on ? 0.5 : -0.5)))
                : Optional.empty();
    }

    static Optional<String> leaveWords(Session session) {
        return session.excursion() instanceof Excursion.Comparing
                ? Optional.of(Messages.of("action.leave-excursion.comparison"))
                : Optional.empty();
    }
}
