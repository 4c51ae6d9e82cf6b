package dev.orrery.inspection;

import dev.orrery.importer.Texts;
import dev.orrery.topology.Topology;
import java.util.List;

/// What one rule finds in a text of the native format.
final class Found {
    private Found() {}

    static Topology topology(String services) {
        return Texts.named("t.yaml", "topology: T\n" + services).read().topology();
    }

    /// Code and subjects of each finding.
    static List<String> by(Inspection rule, String text) {
        return by(rule, topology(text));
    }

    static List<String> by(Inspection rule, Topology topology) {
        return findings(rule, topology).stream()
                .map(finding -> finding.problem().code() + " " + String.join(" ", finding.subjects()))
                .toList();
    }

    static List<Finding> findings(Inspection rule, Topology topology) {
        return rule.inspect(Inspected.of(topology, Limits.STANDARD)).stream()
                .sorted()
                .toList();
    }
}
