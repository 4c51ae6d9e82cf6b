package dev.orrery.app.editing;

import dev.orrery.inspection.TopologyMetrics;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/// What an edit costs or gains, in the figures of boundaries.
public final class Consequences {
    private Consequences() {}

    /// As in `14 → 9 needs across boundaries`, and where circles of boundaries come or go a line of those; empty where
    /// there are no boundaries.
    public static String words(Topology before, Topology after) {
        if (before.boundaries().isEmpty() && after.boundaries().isEmpty()) {
            return "";
        }
        TopologyMetrics was = TopologyMetrics.of(before);
        TopologyMetrics is = TopologyMetrics.of(after);
        List<String> lines = new ArrayList<>();
        int across = is.across().all();
        lines.add(
                was.across().all() == across
                        ? Messages.of("editing.across.same", Integer.toString(across))
                        : Messages.of(
                                "editing.across", Integer.toString(was.across().all()), Integer.toString(across)));
        if (was.cycles().size() != is.cycles().size()) {
            lines.add(Messages.of(
                    "editing.circles",
                    Integer.toString(was.cycles().size()),
                    Integer.toString(is.cycles().size())));
        }
        return String.join("\n", lines);
    }
}
