package dev.orrery.session;

import dev.orrery.query.Term;

/// Changes of how the picture is looked at. Nothing is laid out, read or asked for them.
final class AspectUpdate {
    private AspectUpdate() {}

    static Next filter(Session session, String typed) {
        return session.opened() == null
                ? Next.of(session)
                : changed(session, session.aspect().filteredBy(typed, session.opened()));
    }

    /// Writes a choice into the expression, or takes it out again.
    static Next choose(Session session, Term term) {
        return filter(session, session.aspect().expression().toggled(term).text());
    }

    static Next changed(Session session, Aspect next) {
        return Next.of(next.equals(session.aspect()) ? session : session.withAspect(next));
    }
}
