package dev.orrery.edit;

import dev.orrery.topology.Topology;
import java.util.Collection;

/// What a topology is meant to be after an edit, without any text. What is new is at
/// [SourceLocation#startOf][dev.orrery.topology.SourceLocation#startOf] of [#SKETCH]: no text says it yet.
public final class EditedTopology {
    /// The name of the file where new things are, until a text has them.
    public static final String SKETCH = "sketch";

    /// The rule of evidence that only an edit gives.
    static final String RULE = "edit";

    private EditedTopology() {}

    /// What became of the intent.
    public sealed interface Intended {
        /// @param topology valid, as every topology
        record Meant(Topology topology) implements Intended {}

        record Refused(EditRefusal refusal) implements Intended {}
    }

    /// One edit. It is refused where it names what is not there, or would make two things of one name, a service that
    /// needs itself, or a boundary in itself.
    public static Intended apply(Topology topology, TopologyEdit edit) {
        try {
            return new Intended.Meant(
                    switch (edit) {
                        case TopologyEdit.AddService add -> ServiceEdits.add(topology, add);
                        case TopologyEdit.OfService change -> ServiceEdits.apply(topology, change);
                        case TopologyEdit.OfDependency change -> DependencyEdits.apply(topology, change);
                        case TopologyEdit.AddBoundary add -> BoundaryEdits.add(topology, add);
                        case TopologyEdit.OfBoundary change -> BoundaryEdits.apply(topology, change);
                    });
        } catch (Unmeant unmeant) {
            return new Intended.Refused(unmeant.refusal());
        }
    }

    /// Several, each on what the one before left; the first that is refused ends it.
    public static Intended apply(Topology topology, Collection<? extends TopologyEdit> edits) {
        Topology now = topology;
        for (TopologyEdit edit : edits) {
            switch (apply(now, edit)) {
                case Intended.Meant(Topology next) -> now = next;
                case Intended.Refused refused -> {
                    return refused;
                }
            }
        }
        return new Intended.Meant(now);
    }
}
