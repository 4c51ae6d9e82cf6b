package dev.orrery.session;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.scenario.AssumedFault;
import dev.orrery.scenario.Scenario;
import dev.orrery.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Trying scenarios on a copy: their steps are changes like those of texts, made one after the other, but of nothing
/// that is written.
final class WhatIfUpdate {
    private WhatIfUpdate() {}

    /// One step more, or the first of a new what-if.
    static Next suppose(Session session, List<TopologyEdit> edits, List<AssumedFault> faults) {
        Opened opened = session.opened();
        if (opened == null || isBusy(session)) {
            return Next.of(session);
        }
        String name = SupposedWords.of(opened.topology(), edits, faults);
        return EditingUpdate.waitFor(session, new Change.Suppose(edits, faults, name));
    }

    /// A scenario of the workspace, in place of a what-if or comparison that is on the screen.
    static Next open(Session session, String name) {
        Optional<Scenario> scenario = session.scenario(name);
        if (session.opened() == null || scenario.isEmpty()) {
            return Next.of(session);
        }
        return ExcursionUpdate.leftFor(
                session, there -> EditingUpdate.waitFor(there, new Change.Enter(scenario.get())));
    }

    /// No what-if begins while edits are being made or files are read: it would be one of something else.
    private static boolean isBusy(Session session) {
        boolean begins = session.excursion().isNone();
        boolean edits = session.editing().waiting().stream()
                .anyMatch(change -> !(change instanceof Change.Suppose || change instanceof Change.Enter));
        return begins && (!session.opening().isEmpty() || edits);
    }

    /// Begins a step.
    static Next begin(Session session, Scenario scenario) {
        Opened opened = session.opened();
        if (opened == null) {
            return Next.of(session);
        }
        Excursion.Home home = session.excursion().home();
        Session begun = session.withEditing(session.editing().begun());
        return Next.of(
                begun, new Effect.Imagine(begun.editing().serial(), home == null ? opened : home.opened(), scenario));
    }

    /// The scenario with one step more.
    static Scenario with(Session session, Change.Suppose more) {
        Scenario scenario = present(session);
        List<TopologyEdit> edits = new ArrayList<>(scenario.edits());
        edits.addAll(more.edits());
        Scenario longer = new Scenario(scenario.name(), edits, scenario.faults());
        for (AssumedFault fault : more.faults()) {
            longer = longer.withFault(fault);
        }
        return longer;
    }

    static Scenario present(Session session) {
        Scenario scenario = session.undo().present().scenario();
        return scenario == null ? Scenario.NOTHING : scenario;
    }

    static Next tried(Session session, Action.ScenarioTried result) {
        Opened opened = session.opened();
        Editing editing = session.editing();
        boolean late = result.serial() != editing.serial() || editing.waiting().isEmpty();
        if (opened == null || late) {
            return Next.of(session);
        }
        Change change = editing.waiting().getFirst();
        Imagined imagined = result.imagined();
        Excursion.Home home = session.excursion().home();
        Undo undo = undo(session, change);
        Excursion there = new Excursion.WhatIf(
                home == null ? new Excursion.Home(opened, session.undo(), session.picture(), false) : home,
                imagined.outcome(),
                imagined.changes(),
                kept(session, change));
        Session tried = session.withEditing(editing.done())
                .withUndo(undo)
                .withExcursion(there)
                .withOpened(imagined.opened());
        if (change instanceof Change.Suppose supposed) {
            tried = SelectionUpdate.after(tried, supposed.edits());
        }
        if (session.picture().topology().equals(imagined.opened().pictured())) {
            // A fault alone moves nothing.
            tried = tried.withSeen(tried.seen().with(undo.present(), session.picture()));
        }
        return ArrangementUpdate.arrange(tried, session.selected(), true).then(EditingUpdate::begin);
    }

    private static Undo undo(Session session, Change change) {
        Undo undo = session.undo();
        Undo.Moment now = undo.present();
        return switch (change) {
            case Change.Suppose supposed -> {
                Undo begun = now.scenario() == null
                        ? Undo.startingWith(new Undo.Moment(now.arrangement(), now.texts(), Scenario.NOTHING))
                        : undo;
                yield begun.edited(
                        new Undo.Moment(
                                EditedNodes.arranged(now.arrangement(), supposed.edits()),
                                now.texts(),
                                with(session, supposed)),
                        supposed.name());
            }
            case Change.Enter(Scenario scenario) ->
                Undo.startingWith(new Undo.Moment(now.arrangement(), now.texts(), scenario));
            case Change.Travel(boolean back) -> back ? undo.undone() : undo.redone();
            default -> undo;
        };
    }

    private static @Nullable Scenario kept(Session session, Change change) {
        if (change instanceof Change.Enter(Scenario scenario)) {
            return scenario;
        }
        return session.excursion() instanceof Excursion.WhatIf whatIf ? whatIf.kept() : null;
    }

    /// Keeps the scenario that is being tried under a name, in place of one that has it.
    static Next keep(Session session, String name) {
        if (!(session.excursion() instanceof Excursion.WhatIf whatIf) || name.isBlank()) {
            return Next.of(session);
        }
        Scenario present = present(session);
        Scenario kept = new Scenario(name.strip(), present.edits(), present.faults());
        Session there =
                session.withExcursion(new Excursion.WhatIf(whatIf.home(), whatIf.outcome(), whatIf.changes(), kept));
        return changed(there, null, kept);
    }

    static Next rename(Session session, String name, String other) {
        Optional<Scenario> scenario = session.scenario(name);
        boolean free = session.scenario(other.strip()).isEmpty();
        if (scenario.isEmpty() || !free || other.isBlank()) {
            return Next.of(session);
        }
        Scenario renamed = new Scenario(
                other.strip(), scenario.get().edits(), scenario.get().faults());
        Session there = session.excursion() instanceof Excursion.WhatIf whatIf
                        && scenario.get().equals(whatIf.kept())
                ? session.withExcursion(
                        new Excursion.WhatIf(whatIf.home(), whatIf.outcome(), whatIf.changes(), renamed))
                : session;
        return changed(there, name, renamed);
    }

    static Next delete(Session session, String name) {
        if (session.scenario(name).isEmpty()) {
            return Next.of(session);
        }
        Session there = session.excursion() instanceof Excursion.WhatIf whatIf
                        && whatIf.kept() != null
                        && whatIf.kept().name().equals(name)
                ? session.withExcursion(new Excursion.WhatIf(whatIf.home(), whatIf.outcome(), whatIf.changes(), null))
                : session;
        return changed(there, name, null);
    }

    private static Next changed(Session session, @Nullable String gone, @Nullable Scenario now) {
        Opened opened = session.opened();
        if (opened == null) {
            return Next.of(session);
        }
        return Next.of(
                session.withScenarios(Scenario.changed(session.scenarios(), gone, now)),
                new Effect.KeepScenario(opened.paths(), gone, now));
    }

    static Next recalled(Session session, Action.ScenariosRecalled result) {
        Opened opened = session.opened();
        if (opened == null || !opened.paths().equals(result.paths())) {
            return Next.of(session);
        }
        Session there = session.withScenarios(result.scenarios());
        return Next.of(result.notice() == null ? there : there.withNotice(result.notice()));
    }

    /// Whether leaving would lose steps.
    static boolean isUnkept(Session session) {
        if (!(session.excursion() instanceof Excursion.WhatIf whatIf)) {
            return false;
        }
        Scenario present = present(session);
        Scenario kept = whatIf.kept() == null ? Scenario.NOTHING : whatIf.kept();
        return !present.edits().equals(kept.edits()) || !present.faults().equals(kept.faults());
    }

    static Next refused(Session session) {
        return Next.of(session.withNotice(Messages.of("notice.leave-what-if-first")));
    }
}
