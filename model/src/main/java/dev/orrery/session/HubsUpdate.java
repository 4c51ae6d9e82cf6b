package dev.orrery.session;

import dev.orrery.graph.Folding;
import dev.orrery.graph.Hubs;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.text.Messages;
import java.util.Set;

/// Folding hubs into badges, and showing lines of them.
final class HubsUpdate {
    private HubsUpdate() {}

    /// The other way from what is seen; nothing where the picture has no hub.
    static Next toggle(Session session) {
        Picture picture = session.picture();
        if (picture.hubs().isNone()) {
            return Next.of(session);
        }
        boolean fold = picture.folded().isNone();
        return ArrangementUpdate.edited(
                session,
                session.arrangement().withHubs(fold ? Folding.FOLDED : Folding.DRAWN),
                Messages.of(fold ? "edit.fold-hubs" : "edit.draw-hubs"),
                null);
    }

    static Next toggleLines(Session session, Set<EdgeId> edges) {
        return Next.of(session.withHubLines(session.hubLines().toggled(edges)));
    }

    /// A new picture. Where hubs are folded otherwise than before, no line of them is shown.
    static Session shown(Session session, Picture picture) {
        Hubs before = session.picture().folded();
        Session shown = session.withPicture(picture);
        return picture.folded().equals(before) ? shown : shown.withHubLines(HubLines.NONE);
    }

    /// A picture that follows another has the same hubs folded, where nobody chose: boxes stay where they are, and so
    /// do badges.
    ///
    /// @param before the picture that is followed
    static Folding folding(Arrangement arrangement, Hubs hubs, Picture before) {
        Folding wanted = arrangement.hubs();
        if (wanted != Folding.AUTOMATIC || hubs.isNone() || !before.hubs().equals(hubs)) {
            return wanted;
        }
        return before.folded().isNone() ? Folding.DRAWN : Folding.FOLDED;
    }
}
