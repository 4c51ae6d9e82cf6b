package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Draft;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.SourceLocation;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what is needed, each statement once.
final class Caller {
    private final Cluster cluster;
    private final Effort effort;
    private final Fields fields;
    private final Set<Draft.Need> needs = new LinkedHashSet<>();
    private final Set<String> unknown = new HashSet<>();

    Caller(Cluster cluster, Effort effort, Fields fields) {
        this.cluster = cluster;
        this.effort = effort;
        this.fields = fields;
    }

    Set<Draft.Need> needs() {
        return needs;
    }

    /// A host that a workload names.
    ///
    /// @param isSure whether it is surely a host
    void call(Workload from, String host, boolean isSure, String rule, SourceLocation place) {
        List<String> found = cluster.find(host, from.manifest(), isSure);
        if (found.isEmpty() && isSure && cluster.isInside(host)) {
            String name = HostName.of(host).service().toString();
            if (unknown.add(name)) {
                fields.report(Problem.info("kubernetes-unknown-host", place, from.id(), host));
            }
        }
        // A canary and its stable twin share a name: whoever says it reaches both, and none needs its own twin.
        if (!found.contains(from.id())) {
            found.forEach(to -> add(from.id(), to, Certainty.INFERRED, rule, place));
        }
    }

    void add(String from, String to, Certainty certainty, String rule, SourceLocation place) {
        if (!from.equals(to) && effort.spend(100, place)) {
            needs.add(Draft.Need.of(from, to, new Evidence(certainty, rule, place)));
        }
    }
}
