package dev.orrery.app.editing;

import dev.orrery.importer.StatedInspections;
import dev.orrery.inspection.Finding;
import dev.orrery.inspection.Inspections;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What inspections find no more after an edit, and what they find newly.
final class FindingChange {
    /// Of more services, they would keep whoever writes waiting.
    private static final int MOST_SERVICES = 2_000;

    private static final int LONGEST = 120;

    private FindingChange() {}

    /// @param mended the finding that the edit is for
    /// @return empty where there are too many services to look at once
    static String words(Topology before, Topology after, StatedInspections stated, Finding mended) {
        if (before.services().size() > MOST_SERVICES) {
            return "";
        }
        List<Finding> was = findings(before, stated);
        List<Finding> is = findings(after, stated);
        List<Finding> gone = without(was, is);
        List<Finding> fresh = without(is, was);
        List<String> lines = new ArrayList<>();
        boolean isMended = is.stream().noneMatch(finding -> finding.known().equals(mended.known()));
        lines.add(Messages.of(isMended ? "editing.mend.gone" : "editing.mend.stays"));
        int others = isMended ? gone.size() - 1 : gone.size();
        if (others > 0) {
            lines.add(Messages.of("editing.mend.others", Integer.toString(others)));
        }
        fresh.forEach(finding -> lines.add(Messages.of(
                "editing.mend.new", Untrusted.oneLine(finding.problem().message(), LONGEST))));
        return String.join("\n", lines);
    }

    private static List<Finding> findings(Topology topology, StatedInspections stated) {
        return Inspections.inspect(topology, stated).ordered();
    }

    private static List<Finding> without(List<Finding> all, List<Finding> others) {
        Set<StatedInspections.Known> known = others.stream().map(Finding::known).collect(Collectors.toSet());
        return all.stream().filter(finding -> !known.contains(finding.known())).toList();
    }
}
