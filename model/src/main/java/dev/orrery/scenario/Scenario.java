package dev.orrery.scenario;

import dev.orrery.edit.EditRefusal;
import dev.orrery.edit.EditedTopology;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /// Nothing is tried yet.
    public static final Scenario NOTHING = new Scenario("", List.of(), List.of());

    /// A list of scenarios after a change.
    ///
    /// @param gone name of one that goes, or in whose place the other stands; null for none
    /// @param now one that is kept, in place of one that has its name; null for none
    public static List<Scenario> changed(List<Scenario> all, @Nullable String gone, @Nullable Scenario now) {
        List<Scenario> next = new ArrayList<>();
        Scenario left = now;
        for (Scenario scenario : all) {
            boolean goes = scenario.name().equals(gone);
            boolean stays = now == null || !scenario.name().equals(now.name());
            if (goes || !stays) {
                if (left != null) {
                    next.add(left);
                    left = null;
                }
            } else {
                next.add(scenario);
            }
        }
        if (left != null) {
            next.add(left);
        }
        return next;
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
