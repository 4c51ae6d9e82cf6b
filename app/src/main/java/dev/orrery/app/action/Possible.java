package dev.orrery.app.action;

import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Session;
import dev.orrery.session.Watching;
import dev.orrery.topology.Certainty;
import java.util.Optional;

/// What can be done to a session as a whole, and what is possible in it.
final class Possible {
    private Possible() {}

    static Optional<Action> reload(Session session) {
        return Optional.ofNullable(session.opened()).map(opened -> new Action.Open(opened.paths()));
    }

    static Optional<Action> close(Session session) {
        return when(session.opened() != null, new Action.Close());
    }

    static Optional<Action> selectAll(Session session) {
        return when(session.opened() != null, new Action.SelectAll());
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
        return when(session.opened() != null && !session.arrangement().pins().isEmpty(), new Edit.UnpinAll());
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

    static boolean always(Session session) {
        return true;
    }

    static boolean hasEnvironments(Session session) {
        return session.opened() != null
                && !session.opened().loaded().environments().isEmpty();
    }

    static boolean needsLeave(Session session) {
        return !session.missing().isNone();
    }

    static boolean opened(Session session) {
        return session.opened() != null;
    }
}
