package dev.orrery.probe;

import dev.orrery.health.HealthPolicy;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a [Prober] is to ask, and by which counts and pace.
///
/// @param targets by id
/// @param needs service to the services that it needs; these are asked at once when it first fails
/// @param epoch that answers to this plan carry; grows from plan to plan, so that a late answer
///     to an older plan is told apart
public record ProbePlan(
        List<ProbeTarget> targets, Map<String, NavigableSet<String>> needs, HealthPolicy policy, long epoch) {
    public static final ProbePlan NOTHING = new ProbePlan(List.of(), Map.of(), HealthPolicy.DEFAULT, 0);

    public ProbePlan {
        targets = List.copyOf(targets);
        needs = Collections.unmodifiableMap(new TreeMap<>(needs));
    }

    public static ProbePlan of(Topology topology, HealthPolicy policy, long epoch) {
        Map<String, NavigableSet<String>> needs = new TreeMap<>();
        for (Dependency dependency : topology.needs()) {
            needs.computeIfAbsent(dependency.from(), _ -> new TreeSet<>()).add(dependency.to());
        }
        return new ProbePlan(ProbeTarget.of(topology), needs, policy, epoch);
    }
}
