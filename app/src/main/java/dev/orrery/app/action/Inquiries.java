package dev.orrery.app.action;

import dev.orrery.session.Action;
import dev.orrery.session.Inquiry;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.util.Optional;

/// What can be asked of the picture for a while.
final class Inquiries {
    private Inquiries() {}

    static Optional<Action> focus(Session session) {
        boolean possible = session.selected() != null || session.inquiry() instanceof Inquiry.Focus;
        return possible ? Optional.of(new Action.ToggleFocus()) : Optional.empty();
    }

    static Optional<String> focusWords(Session session) {
        boolean back = session.inquiry() instanceof Inquiry.Focus focus
                && (session.selected() == null || session.selected().equals(focus.node()));
        return back ? Optional.of(Messages.of("action.focus.back")) : Optional.empty();
    }

    static Optional<Action> path(Session session) {
        return session.selected() == null ? Optional.empty() : Optional.of(new Action.AskPath());
    }

    static Optional<Action> nextPath(Session session) {
        return session.inquiry() instanceof Inquiry.Path path
                        && path.paths().ways().size() > 1
                ? Optional.of(new Action.NextPath())
                : Optional.empty();
    }
}
