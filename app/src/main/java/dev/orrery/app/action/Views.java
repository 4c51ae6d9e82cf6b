package dev.orrery.app.action;

import dev.orrery.app.action.UiAction.Dispatch;
import dev.orrery.app.action.UiAction.Group;
import dev.orrery.guide.NamedView;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.List;
import java.util.Optional;

/// What can be done with notes and named views.
public final class Views {
    private Views() {}

    /// Going to each named view. They are no rows of the table, because what they are is known only when something is
    /// open.
    public static List<UiAction> of(Session session) {
        return session.keptArrangement().guide().views().stream()
                .map(NamedView::name)
                .map(Views::action)
                .toList();
    }

    private static UiAction action(String name) {
        return new UiAction(
                "show-view",
                Group.VIEW,
                "fth-navigation",
                List.of(),
                null,
                _ -> Messages.of("tour.view.go-to", Untrusted.oneLine(name, 80)),
                new Dispatch(_ -> Optional.of(new Action.ShowView(name))));
    }

    /// Begins the tour, or ends it.
    static Optional<Action> tour(Session session) {
        if (session.viewing().tour() != null) {
            return Optional.of(new Action.LeaveTour());
        }
        boolean any = session.opened() != null
                && !session.keptArrangement().guide().views().isEmpty();
        return any ? Optional.of(new Action.ShowStep(0)) : Optional.empty();
    }

    static Optional<String> tourWords(Session session) {
        return session.viewing().tour() == null ? Optional.empty() : Optional.of(Messages.of("tour.leave"));
    }

    static Optional<String> noteWords(Session session) {
        return session.keptArrangement().guide().note(session.selected()).isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.of("action.note.change"));
    }
}
