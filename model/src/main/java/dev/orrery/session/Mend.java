package dev.orrery.session;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.inspection.Finding;
import dev.orrery.topology.Topology;
import java.util.List;

/// An edit that mends a finding.
public record Mend(Finding finding, TopologyEdit edit) {
    /// What may be done about what is looked at: about the finding, else about all findings that the selected service
    /// is
    /// about. Whether the texts have a place for it is told when it is tried.
    public static List<Mend> of(Session session) {
        Opened opened = session.opened();
        return opened == null
                ? List.of()
                : looked(session, opened).stream()
                        .flatMap(finding -> of(finding).stream())
                        .toList();
    }

    public static List<Mend> of(Finding finding) {
        return finding.mends().stream().map(edit -> new Mend(finding, edit)).toList();
    }

    private static List<Finding> looked(Session session, Opened opened) {
        NodeId selected = session.selected();
        if (session.inquiry() instanceof Inquiry.OfFinding(Finding finding)) {
            return List.of(finding);
        }
        return selected == null || selected.of() != NodeId.Of.SERVICE
                ? List.of()
                : opened.inspections().about(selected.id());
    }

    /// As the row in the undo list says it.
    public String words(Topology topology) {
        return EditWords.of(topology, List.of(edit));
    }
}
