package dev.orrery.session;

import dev.orrery.topology.Certainty;
import dev.orrery.topology.SourceLocation;
import java.nio.file.Path;

/// The one function by which a session changes. Pure: no clock, no thread, no file.
public final class SessionUpdate {
    private SessionUpdate() {}

    /// What an action leads to. An action that changes nothing gives the same session and no
    /// effects.
    public static Next apply(Session session, Action action) {
        Excursion.Home home = session.excursion().home();
        return home == null ? inPlace(session, action) : ExcursionUpdate.apply(session, home, action);
    }

    /// The same, whatever is on the screen in place of what is open.
    static Next inPlace(Session session, Action action) {
        return switch (action) {
            case Edit edit -> ArrangementUpdate.edit(session, edit);
            case Action.Gesture gesture -> gesture(session, gesture);
            case Action.Result result -> result(session, result);
        };
    }

    private static Next gesture(Session session, Action.Gesture gesture) {
        return switch (gesture) {
            case Action.Open open -> OpeningUpdate.open(session, open.paths());
            case Action.Close() -> OpeningUpdate.close(session);
            case Action.Select select -> Next.of(SelectionUpdate.select(session, select.node()));
            case Action.SelectMore more -> Next.of(SelectionUpdate.more(session, more.node()));
            case Action.SelectAll() -> Next.of(SelectionUpdate.all(session));
            case Action.SelectThese these -> Next.of(SelectionUpdate.these(session, these.lead(), these.also()));
            case Action.ToggleImpact() ->
                Next.of(session.selected() == null ? session : session.withImpact(!session.impact()));
            case Action.FilterBy filter -> AspectUpdate.filter(session, filter.typed());
            case Action.Choose choose -> AspectUpdate.choose(session, choose.term());
            case Action.ToggleHiding() ->
                AspectUpdate.changed(
                        session, session.aspect().hiding(!session.aspect().hides()));
            case Action.LookThrough look ->
                AspectUpdate.changed(session, session.aspect().through(look.lens()));
            case Action.ToggleLayer(Certainty certainty) -> ArrangementUpdate.toggleLayer(session, certainty);
            case Action.ToggleFocus() -> InquiryUpdate.focus(session);
            case Action.SetHops hops -> InquiryUpdate.hops(session, hops.hops());
            case Action.AskPath() -> InquiryUpdate.askPath(session);
            case Action.FindPath path -> InquiryUpdate.path(session, path.from(), path.to());
            case Action.NextPath() -> InquiryUpdate.nextPath(session);
            case Action.EndInquiry() -> InquiryUpdate.end(session);
            case Action.ShowFinding show -> FindingUpdate.show(session, show.finding());
            case Action.StepFinding step -> FindingUpdate.step(session, step.back());
            case Action.Suppress suppress -> InspectionUpdate.suppress(session, suppress);
            case Action.Weigh weigh -> InspectionUpdate.weigh(session, weigh);
            case Action.Freeze() -> InspectionUpdate.freeze(session);
            case Action.ToggleMarks() ->
                AspectUpdate.changed(
                        session,
                        session.aspect().marking(session.aspect().marks().next()));
            case Action.ShowView show -> ViewingUpdate.show(session, show.name());
            case Action.ShowStep step -> ViewingUpdate.tour(session, step.at());
            case Action.LeaveTour() -> ViewingUpdate.leave(session);
            case Action.ToggleFolded folded -> HubsUpdate.toggleLines(session, folded.edges());
            case Action.UndoEdit() -> EditingUpdate.travel(session, true);
            case Action.RedoEdit() -> EditingUpdate.travel(session, false);
            case Action.Save() -> SavingUpdate.save(session);
            case Action.SaveCopy(Path folder) -> SavingUpdate.saveCopy(session, folder);
            case Action.KeepMine() -> SavingUpdate.keepMine(session);
            case Action.TakeTheirs() -> SavingUpdate.takeTheirs(session);
            case Action.AnswerAlias(var behind) -> EditingUpdate.answered(session, behind);
            case Action.Recover() -> SavingUpdate.recover(session);
            case Action.ForgetRecovered() -> SavingUpdate.forgetRecovered(session);
            case Action.Allow allow -> AskingUpdate.allow(session, allow.more());
            case Action.SwitchEnvironment other -> AskingUpdate.switchTo(session, other.environment());
            case Action.TogglePause() -> AskingUpdate.togglePause(session);
            case Action.SetPace pace -> AskingUpdate.setPace(session, pace.pace());
            case Action.AskNow() ->
                session.watching() instanceof Watching.On ? Next.of(session, new Effect.ProbeNow()) : Next.of(session);
            case Action.Acknowledge acknowledge -> AttentionUpdate.acknowledge(session, acknowledge);
            case Action.Withdraw withdraw -> AttentionUpdate.withdraw(session, withdraw.services());
            case Action.Maintain maintain -> AttentionUpdate.maintain(session, maintain);
            case Action.EndMaintenance end -> AttentionUpdate.endMaintenance(session, end.services());
            case Action.Suppose suppose -> WhatIfUpdate.suppose(session, suppose.edits(), suppose.faults());
            case Action.OpenScenario open -> WhatIfUpdate.open(session, open.name());
            case Action.KeepScenario keep -> WhatIfUpdate.keep(session, keep.name());
            case Action.RenameScenario rename -> WhatIfUpdate.rename(session, rename.name(), rename.renamed());
            case Action.DeleteScenario delete -> WhatIfUpdate.delete(session, delete.name());
            case Action.Compare compare -> ComparingUpdate.compare(session, compare.against(), compare.isEarlier());
            case Action.SwapComparison() -> ComparingUpdate.swap(session);
            case Action.Scrub scrub -> ComparingUpdate.scrub(session, scrub.at());
            case Action.LeaveExcursion() -> ExcursionUpdate.leave(session);
            case Action.Cancel() -> ArrangementUpdate.cancel(session);
            case Action.DismissNotice() -> Next.of(session.withNotice(null));
            case Action.ShowSource show -> showSource(session, show.source());
        };
    }

    private static Next result(Session session, Action.Result result) {
        return switch (result) {
            case Action.Opened opened -> OpeningUpdate.opened(session, opened);
            case Action.TextsChanged changed -> EditingUpdate.changed(session, changed);
            case Action.ChangeAsks asks -> EditingUpdate.asks(session, asks);
            case Action.ScenarioTried tried -> WhatIfUpdate.tried(session, tried);
            case Action.ScenariosRecalled recalled -> WhatIfUpdate.recalled(session, recalled);
            case Action.ComparisonMade made -> ComparingUpdate.compared(session, made);
            case Action.CompareFailed failed -> ComparingUpdate.failed(session, failed);
            case Action.ChangeRefused refused -> EditingUpdate.refused(session, refused);
            case Action.Saved saved -> SavingUpdate.saved(session, saved.texts());
            case Action.Copied copied -> SavingUpdate.copied(session, copied);
            case Action.SaveRefused refused -> Next.of(session.withNotice(refused.words()));
            case Action.AttentionRecalled recalled -> AttentionUpdate.recalled(session, recalled);
            case Action.OpenFailed failed -> OpeningUpdate.failed(session, failed);
            case Action.FilesChanged() -> OpeningUpdate.reload(session);
            case Action.Arranged arranged -> ArrangementUpdate.arranged(session, arranged);
            case Action.ArrangeFailed failed ->
                failed.generation() == session.generation()
                        ? Next.of(session.arranging(null, session.generation())
                                .withWork(null)
                                .withNotice(failed.words()))
                        : Next.of(session);
            case Action.Observed observed -> {
                Opened opened = session.opened();
                yield opened == null || !(session.watching() instanceof Watching.On)
                        ? Next.of(session)
                        : AttentionUpdate.later(
                                session.withBoard(session.board().with(observed.observations(), session.policy()))
                                        .withObserver(observed.observer()));
            }
            case Action.CallsSeen seen -> CallsUpdate.seen(session, seen);
            case Action.Tick tick ->
                CallsUpdate.aged(tick(session, tick), tick.now()).then(AttentionUpdate::later);
            case Action.Told told -> Next.of(session.withNotice(told.words()));
        };
    }

    static Session tick(Session session, Action.Tick tick) {
        Session later = session.withNow(tick.now());
        Opened opened = session.opened();
        if (opened == null || !(session.watching() instanceof Watching.On)) {
            return later;
        }
        return later.withBoard(session.board().aged(opened.topology(), session.policy(), tick.steady()));
    }

    private static Next showSource(Session session, SourceLocation source) {
        Opened opened = session.opened();
        if (opened == null) {
            return Next.of(session);
        }
        return opened.loaded()
                .path(source.file())
                .map(file -> Next.of(session, new Effect.OpenEditor(file, source.line(), source.column())))
                .orElseGet(() -> Next.of(session));
    }
}
