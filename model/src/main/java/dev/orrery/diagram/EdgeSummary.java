package dev.orrery.diagram;

import dev.orrery.health.Health;
import dev.orrery.text.Messages;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an edge that stands for several dependencies carries, in words.
public final class EdgeSummary {
    private EdgeSummary() {}

    /// As in `12 sync, 3 async, 1 data`.
    public static String kinds(List<Dependency> dependencies) {
        SortedMap<DependencyKind, Integer> kinds = new TreeMap<>();
        dependencies.forEach(dependency -> kinds.merge(dependency.kind(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        for (Map.Entry<DependencyKind, Integer> kind : kinds.entrySet()) {
            words.add(Messages.of(
                    "edge.kind",
                    kind.getValue().toString(),
                    Messages.of("dependency." + kind.getKey().word())));
        }
        return String.join(", ", words);
    }

    /// As in `the worst of what is needed is down`; empty where nothing is known of it.
    public static String worst(Diagram.Edge edge) {
        Health worst = edge.worst();
        return worst == null ? "" : Messages.of("edge.worst", Messages.of(worst.messageKey()));
    }
}
