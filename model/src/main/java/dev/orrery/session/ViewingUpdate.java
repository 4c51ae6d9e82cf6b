package dev.orrery.session;

import dev.orrery.guide.Asked;
import dev.orrery.guide.NamedView;
import dev.orrery.session.Viewing.Before;
import dev.orrery.session.Viewing.Tour;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Going to named views, alone and in a tour.
final class ViewingUpdate {
    private ViewingUpdate() {}

    static Next show(Session session, String name) {
        return session.keptArrangement()
                .guide()
                .view(name)
                .map(view -> compared(
                        session, there -> seen(there, view, there.viewing().tour())))
                .orElseGet(() -> Next.of(session));
    }

    /// Goes to a step of the tour, and begins it where it is not on; beyond an end it stays there.
    static Next tour(Session session, int at) {
        List<NamedView> views = session.keptArrangement().guide().views();
        if (session.opened() == null || views.isEmpty()) {
            return Next.of(session);
        }
        Tour now = session.viewing().tour();
        int step = Math.clamp(at, 0, views.size() - 1);
        if (now != null
                && now.at() == step
                && views.get(step).equals(session.viewing().shown())) {
            return Next.of(session);
        }
        return compared(
                session,
                there -> seen(there, views.get(step), new Tour(step, now == null ? before(there) : now.before())));
    }

    /// A comparison is what one view shows, and is over with the next.
    private static Next compared(Session session, Function<Session, Next> next) {
        return session.excursion() instanceof Excursion.Comparing
                ? ExcursionUpdate.leave(session).then(next)
                : next.apply(session);
    }

    /// Everything is seen again as it was before the tour.
    static Next leave(Session session) {
        Tour tour = session.viewing().tour();
        return tour == null ? Next.of(session) : compared(session, there -> left(there, tour.before()));
    }

    private static Next left(Session session, Before before) {
        Session there = session.withViewing(new Viewing(
                        before.visibility(), null, null, session.viewing().moves() + 1))
                .withAspect(before.aspect().over(session.opened()))
                .withSelection(before.selected(), before.impact())
                .withInquiry(InquiryUpdate.over(before.inquiry(), session.opened()));
        Session selected =
                before.selected() == null ? there : SelectionUpdate.these(there, before.selected(), before.also());
        return ArrangementUpdate.arrange(selected, null, false);
    }

    private static Before before(Session session) {
        return new Before(
                session.aspect(),
                session.selected(),
                session.also(),
                session.impact(),
                session.inquiry(),
                session.viewing().visibility());
    }

    private static Next seen(Session session, NamedView view, @Nullable Tour tour) {
        Aspect plain = new Aspect("", Aspect.PLAIN.filter(), view.hides(), view.lens());
        Session there = session.withViewing(new Viewing(
                        view.collapsed(), view, tour, session.viewing().moves() + 1))
                .withAspect(plain.filteredBy(view.filter(), session.opened()))
                .withSelection(view.selected(), view.impact())
                .withInquiry(Inquiry.NONE);
        Session asked = switch (view.asked()) {
            case Asked.Nothing _ -> there;
            case Asked.Focus focus ->
                there.withInquiry(InquiryUpdate.over(new Inquiry.Focus(focus.on(), focus.hops()), session.opened()));
            case Asked.Path path ->
                InquiryUpdate.path(there, path.from(), path.to()).session();
        };
        return ArrangementUpdate.arrange(asked, null, false);
    }
}
