package dev.orrery.session;

import dev.orrery.guide.Asked;
import dev.orrery.guide.Camera;
import dev.orrery.guide.NamedView;

/// What is seen now, to be kept as a named view.
public final class CapturedView {
    private CapturedView() {}

    public static NamedView of(Session session, String name, String text, Camera camera) {
        return new NamedView(
                name,
                text,
                session.aspect().typed(),
                session.aspect().hides(),
                session.aspect().lens(),
                session.arrangement().visibility(),
                session.selected(),
                session.impact(),
                switch (session.inquiry()) {
                    case Inquiry.Focus focus -> new Asked.Focus(focus.node(), focus.hops());
                    case Inquiry.Path path -> new Asked.Path(path.from(), path.to());
                    case Inquiry.None _, Inquiry.PathFrom _, Inquiry.OfFinding _ -> Asked.NOTHING;
                },
                camera,
                null,
                null);
    }
}
