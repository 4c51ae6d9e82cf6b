package dev.orrery.session;

import dev.orrery.edit.EditedTopology;
import dev.orrery.edit.EditedTopology.Intended;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.inspection.Finding;
import dev.orrery.topology.Topology;
import java.util.List;

/// An edit that mends a finding.
public record Mend(Finding finding, TopologyEdit edit) {
    /// What may be done about what is looked at: about the finding, else about all findings that the selected
    /// service is about. Without what the topology would refuse, which takes a while to know.
    public static List<Mend> of(Session session) {
        Opened opened = session.opened();
        return opened == null
                ? List.of()
                : looked(session, opened).stream()
                        .flatMap(finding -> of(finding, opened.written()).stream())
                        .toList();
    }

    /// Whether there may be such; known at once.
    public static boolean isAny(Session session) {
        Opened opened = session.opened();
        return opened != null
                && looked(session, opened).stream()
                        .anyMatch(finding -> !finding.mends().isEmpty());
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

    /// What may be done about a finding, where the topology allows it.
    public static List<Mend> of(Finding finding, Topology topology) {
        return finding.mends().stream()
                .filter(edit -> EditedTopology.apply(topology, edit) instanceof Intended.Meant)
                .map(edit -> new Mend(finding, edit))
                .toList();
    }

    /// As the row in the undo list says it.
    public String words(Topology topology) {
        return EditWords.of(topology, List.of(edit));
    }
}
