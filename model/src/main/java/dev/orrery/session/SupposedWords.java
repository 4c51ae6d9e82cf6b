package dev.orrery.session;

import dev.orrery.edit.EditedTopology;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.scenario.AssumedFault;
import dev.orrery.scenario.Scenario;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/// What the steps of a what-if are called.
public final class SupposedWords {
    private SupposedWords() {}

    /// @param topology before them
    static String of(Topology topology, List<TopologyEdit> edits, List<AssumedFault> faults) {
        List<String> parts = new ArrayList<>();
        if (!edits.isEmpty()) {
            parts.add(EditWords.of(topology, edits));
        }
        faults.forEach(fault -> parts.add(of(topology, fault)));
        return String.join(", ", parts);
    }

    /// The steps of a scenario, each by itself.
    ///
    /// @param topology as it is
    public static List<String> steps(Topology topology, Scenario scenario) {
        List<String> words = new ArrayList<>();
        Topology now = topology;
        for (TopologyEdit edit : scenario.edits()) {
            words.add(Untrusted.oneLine(EditWords.of(now, List.of(edit))));
            if (EditedTopology.apply(now, edit) instanceof EditedTopology.Intended.Meant(Topology next)) {
                now = next;
            }
        }
        for (AssumedFault fault : scenario.faults()) {
            words.add(Untrusted.oneLine(of(now, fault)));
        }
        return words;
    }

    private static String of(Topology topology, AssumedFault fault) {
        String name = topology.nameOf(fault.service());
        return switch (fault) {
            case AssumedFault.Down _ -> Messages.of("suppose.down", name);
            case AssumedFault.Slow slow ->
                Messages.of("suppose.slow", name, Long.toString(slow.by().toMillis()));
        };
    }
}
