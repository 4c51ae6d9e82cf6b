package dev.orrery.app.whatif;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.scenario.AssumedFault;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.Locale;

/// What can be supposed of a service.
enum Supposition {
    DOWN,
    SLOW,
    SPLIT,
    MERGE,
    MOVE;

    /// For people.
    String words() {
        return Messages.of("suppose." + name().toLowerCase(Locale.ROOT) + ".choice");
    }

    /// What is supposed.
    record Supposed(List<TopologyEdit> edits, List<AssumedFault> faults) {
        static final Supposed NOTHING = new Supposed(List.of(), List.of());

        Supposed {
            edits = List.copyOf(edits);
            faults = List.copyOf(faults);
        }

        static Supposed edits(List<TopologyEdit> edits) {
            return new Supposed(edits, List.of());
        }

        boolean isNothing() {
            return edits.isEmpty() && faults.isEmpty();
        }
    }
}
