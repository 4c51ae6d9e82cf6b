package dev.orrery.scenario;

import dev.orrery.edit.EditRefusal;
import dev.orrery.edit.EditedTopology;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/// Edits and assumed faults that are tried together.
///
/// @param name for people; unique in a workspace
/// @param edits in the order in which they are applied
/// @param faults of services as they are called after the edits
public record Scenario(String name, List<TopologyEdit> edits, List<AssumedFault> faults) {
    public Scenario {
        edits = List.copyOf(edits);
        faults = List.copyOf(faults);
    }

    /// What became of trying it.
    public sealed interface Tried {
        record Shown(Outcome outcome) implements Tried {}

        /// @param refusal of an edit that cannot be, since the topology is another than it was made for, or of a fault
        ///     of a service that there is not
        record Refused(EditRefusal refusal) implements Tried {}
    }

    public Scenario withEdit(TopologyEdit edit) {
        List<TopologyEdit> more = new ArrayList<>(edits);
        more.add(edit);
        return new Scenario(name, more, faults);
    }

    public Scenario withFault(AssumedFault fault) {
        List<AssumedFault> more = new ArrayList<>(faults);
        more.removeIf(known -> known.service().equals(fault.service()));
        more.add(fault);
        return new Scenario(name, edits, more);
    }

    /// Tries it on a copy; the topology stays as it is.
    public Tried on(Topology topology) {
        return switch (EditedTopology.apply(topology, edits)) {
            case EditedTopology.Intended.Refused(EditRefusal refusal) -> new Tried.Refused(refusal);
            case EditedTopology.Intended.Meant(Topology after) -> {
                for (AssumedFault fault : faults) {
                    if (after.service(fault.service()).isEmpty()) {
                        yield new Tried.Refused(new EditRefusal("unknown-service", List.of(fault.service())));
                    }
                }
                yield new Tried.Shown(Outcome.of(topology, after, faults));
            }
        };
    }
}
