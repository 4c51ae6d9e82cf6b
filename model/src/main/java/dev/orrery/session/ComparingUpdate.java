package dev.orrery.session;

import dev.orrery.scenario.Scenario;
import dev.orrery.text.Messages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looking at two topologies on one canvas.
final class ComparingUpdate {
    private ComparingUpdate() {}

    /// @param isEarlier whether what the present is compared with is the earlier one
    static Next compare(Session session, Against against, boolean isEarlier) {
        return ExcursionUpdate.leftFor(session, there -> ask(there, against, isEarlier));
    }

    private static Next ask(Session session, Against against, boolean isEarlier) {
        Opened opened = session.opened();
        if (opened == null || !session.opening().isEmpty()) {
            return Next.of(session);
        }
        Scenario scenario = null;
        if (against instanceof Against.OfScenario(String name)) {
            Optional<Scenario> known = session.scenario(name);
            if (known.isEmpty()) {
                return Next.of(session);
            }
            scenario = known.get();
        }
        long generation = session.generation() + 1;
        Session asked = session.arranging(null, generation)
                .withWork(new Work(generation, Messages.of("work.comparing")))
                .withNotice(null);
        return Next.of(asked, new Effect.CancelWork(), effect(generation, opened, against, isEarlier, scenario));
    }

    private static Effect effect(
            long generation, Opened opened, Against against, boolean isEarlier, @Nullable Scenario scenario) {
        return new Effect.Compare(generation, opened, against, isEarlier, scenario);
    }

    static Next compared(Session session, Action.ComparisonMade result) {
        Opened opened = session.opened();
        boolean late = result.generation() != session.generation()
                || !session.excursion().isNone();
        if (opened == null || late) {
            return Next.of(session);
        }
        Excursion there = new Excursion.Comparing(
                new Excursion.Home(opened, session.undo(), session.picture(), false), result.compared(), 0.5);
        Undo.Moment now = session.undo().present();
        // Another moment, so that its picture is never taken for one of what is open.
        Undo undo = Undo.startingWith(new Undo.Moment(now.arrangement(), now.texts(), Scenario.NOTHING));
        Session shown = session.withWork(null)
                .withEditing(session.editing().idle())
                .withUndo(undo)
                .withExcursion(there)
                .withOpened(result.opened());
        return ArrangementUpdate.arrange(shown, null, false);
    }

    static Next failed(Session session, Action.CompareFailed result) {
        return result.generation() == session.generation()
                ? ArrangementUpdate.arrange(session.withWork(null).withNotice(result.words()), null, false)
                : Next.of(session);
    }

    /// @param at out of range counts as the nearest that is not
    static Next scrub(Session session, double at) {
        return session.excursion() instanceof Excursion.Comparing comparing
                ? Next.of(session.withExcursion(
                        new Excursion.Comparing(comparing.home(), comparing.compared(), Math.clamp(at, 0, 1))))
                : Next.of(session);
    }

    /// The other way round.
    static Next swap(Session session) {
        return session.excursion() instanceof Excursion.Comparing comparing
                ? compare(
                        session,
                        comparing.compared().against(),
                        !comparing.compared().isEarlier())
                : Next.of(session);
    }
}
