package dev.orrery.session;

import dev.orrery.text.Messages;
import java.util.List;
import java.util.function.Function;

/// What happens while a what-if or a comparison is on the screen. What is about how services stand, and about asking
/// them, happens to what is open; edits of services happen to the what-if; what a comparison or a what-if cannot
/// take is refused with a word.
final class ExcursionUpdate {
    private ExcursionUpdate() {}

    static Next apply(Session session, Excursion.Home home, Action action) {
        return switch (action) {
            case Edit.ChangeTopology change
            when session.excursion() instanceof Excursion.WhatIf ->
                WhatIfUpdate.suppose(session, change.edits(), List.of());
            case Edit.ChangeTopology _, Edit.ChangeText _ -> refused(session);
            case Action.KeepMine _, Action.TakeTheirs _, Action.Recover _, Action.ForgetRecovered _ -> refused(session);
            case Action.Suppress _, Action.Weigh _, Action.Freeze _, Action.SaveCopy _ -> refused(session);
            case Action.SwitchEnvironment _ -> refused(session);
            case Action.Open _, Action.Close _ -> leftFor(session, there -> SessionUpdate.inPlace(there, action));
            case Action.FilesChanged _ -> Next.of(session.withExcursion(stale(session.excursion())));
            case Action.CallsSeen _ -> Next.of(session);
            case Action.Tick tick ->
                behind(
                        session,
                        home,
                        there -> Next.of(SessionUpdate.tick(there, tick)).then(AttentionUpdate::later));
            case Action.Allow _, Action.TogglePause _, Action.SetPace _, Action.AskNow _ ->
                behind(session, home, there -> SessionUpdate.inPlace(there, action));
            case Action.Acknowledge _, Action.Withdraw _, Action.Maintain _, Action.EndMaintenance _ ->
                behind(session, home, there -> SessionUpdate.inPlace(there, action));
            default -> SessionUpdate.inPlace(session, action);
        };
    }

    /// What was there before, as it was.
    static Next leave(Session session) {
        Excursion.Home home = session.excursion().home();
        if (home == null) {
            return Next.of(session);
        }
        Session back = session.withExcursion(Excursion.NONE)
                .withEditing(session.editing().idle())
                .withUndo(home.undo())
                .withSeen(session.seen().with(home.undo().present(), home.picture()))
                .withOpened(home.opened());
        Next there = ArrangementUpdate.arrange(back, null, false);
        return home.isStale() ? there.then(OpeningUpdate::reload) : there;
    }

    /// Does something after the excursion, unless that would lose steps that nobody kept.
    static Next leftFor(Session session, Function<Session, Next> next) {
        if (WhatIfUpdate.isUnkept(session)) {
            return WhatIfUpdate.refused(session);
        }
        return leave(session).then(next);
    }

    /// Does something to what is open while something else is on the screen.
    private static Next behind(Session session, Excursion.Home home, Function<Session, Next> change) {
        SessionDraft open = new SessionDraft(session);
        open.opened = home.opened();
        open.undo = home.undo();
        open.excursion = Excursion.NONE;
        Next next = change.apply(open.session());
        SessionDraft back = new SessionDraft(next.session());
        back.opened = session.opened();
        back.undo = session.undo();
        back.excursion = session.excursion();
        return new Next(back.session(), next.effects());
    }

    private static Excursion stale(Excursion excursion) {
        return switch (excursion) {
            case Excursion.None none -> none;
            case Excursion.WhatIf whatIf ->
                new Excursion.WhatIf(whatIf.home().stale(), whatIf.outcome(), whatIf.changes(), whatIf.kept());
            case Excursion.Comparing comparing ->
                new Excursion.Comparing(comparing.home().stale(), comparing.compared(), comparing.at());
        };
    }

    private static Next refused(Session session) {
        return Next.of(session.withNotice(Messages.of(
                session.excursion() instanceof Excursion.WhatIf
                        ? "notice.not-in-what-if"
                        : "notice.not-in-comparison")));
    }
}
