package dev.orrery.session;

import dev.orrery.edit.EditedTopology;
import dev.orrery.edit.EditedTopology.Intended;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.inspection.Finding;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An edit that mends a finding.
public record Mend(Finding finding, TopologyEdit edit) {
    /// What may be done about what is looked at: about the finding, else about all findings that the selected
    /// service is about. Without what the topology would refuse.
    public static List<Mend> of(Session session) {
        Opened opened = session.opened();
        if (opened == null) {
            return List.of();
        }
        Stream<Finding> looked = session.inquiry() instanceof Inquiry.OfFinding(Finding finding)
                ? Stream.of(finding)
                : about(session.selected(), opened).stream();
        return looked.flatMap(finding -> of(finding, opened.written()).stream()).toList();
    }

    /// What may be done about a finding, where the topology allows it.
    public static List<Mend> of(Finding finding, Topology topology) {
        return finding.mends().stream()
                .filter(edit -> EditedTopology.apply(topology, edit) instanceof Intended.Meant)
                .map(edit -> new Mend(finding, edit))
                .toList();
    }

    /// The findings that a service is about, in their order.
    public static List<Finding> about(@Nullable NodeId node, Opened opened) {
        return node == null || node.of() != NodeId.Of.SERVICE
                ? List.of()
                : opened.inspections().ordered().stream()
                        .filter(finding -> finding.subjects().contains(node.id()))
                        .toList();
    }

    /// As the row in the undo list says it.
    public String words(Topology topology) {
        return EditWords.of(topology, List.of(edit));
    }
}
