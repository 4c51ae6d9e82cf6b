package dev.orrery.session;

import dev.orrery.graph.NodeId;
import dev.orrery.inspection.Finding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looking at what inspections found, one after the other.
final class FindingUpdate {
    private FindingUpdate() {}

    /// Looks at a finding, and selects the service that it is about first of all.
    static Next show(Session session, Finding finding) {
        Opened opened = session.opened();
        if (opened == null || !opened.inspections().ordered().contains(finding)) {
            return Next.of(session);
        }
        NodeId subject = subject(opened, finding);
        Session selected = subject == null ? session : session.withSelection(subject, false);
        return Next.of(selected.withInquiry(new Inquiry.OfFinding(finding)));
    }

    /// The finding after the one that is looked at, or before it; after the last comes the first.
    static Next step(Session session, boolean back) {
        List<Finding> all = session.opened() == null
                ? List.of()
                : session.opened().inspections().ordered();
        if (all.isEmpty()) {
            return Next.of(session);
        }
        int now = session.inquiry() instanceof Inquiry.OfFinding(Finding finding) ? all.indexOf(finding) : -1;
        int next = now < 0 ? (back ? all.size() - 1 : 0) : Math.floorMod(now + (back ? -1 : 1), all.size());
        return show(session, all.get(next));
    }

    /// After an edit the same finding may say other figures. One that is gone is not looked at any more.
    static Inquiry over(Inquiry.OfFinding chosen, Opened next) {
        List<Finding> all = next.inspections().ordered();
        if (all.contains(chosen.finding())) {
            return chosen;
        }
        Optional<Finding> same = all.stream()
                .filter(finding -> finding.known().equals(chosen.finding().known()))
                .findFirst();
        return same.<Inquiry>map(Inquiry.OfFinding::new).orElse(Inquiry.NONE);
    }

    private static @Nullable NodeId subject(Opened opened, Finding finding) {
        return finding.at().stream()
                .findFirst()
                .or(() -> finding.along().stream().findFirst().map(ends -> ends.from()))
                .or(() -> finding.subjects().stream().findFirst())
                .filter(id -> opened.topology().service(id).isPresent())
                .map(NodeId::service)
                .orElse(null);
    }
}
