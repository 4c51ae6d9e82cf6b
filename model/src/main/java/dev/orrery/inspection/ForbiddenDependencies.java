package dev.orrery.inspection;

import dev.orrery.descriptor.StatedRule;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rules that people state forbid. Without `via` a rule is about dependencies: forbidden ones, or such
/// that nobody else may have. With it, about ways along dependencies: none through those between, or none past
/// them.
final class ForbiddenDependencies implements Inspection {
    @Override
    public String rule() {
        return "forbidden-dependency";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        return inspected.rules().stream()
                .flatMap(rule -> inspect(inspected.topology(), rule))
                .distinct()
                .toList();
    }

    private Stream<Finding> inspect(Topology topology, ReadRule rule) {
        List<Dependency> meant = topology.needs().stream()
                .filter(dependency ->
                        rule.stated().kind() == null || rule.stated().kind() == dependency.kind())
                .filter(dependency -> !dependency.dangling())
                .toList();
        Set<String> via = rule.via();
        if (via == null) {
            return meant.stream().filter(isForbidden(rule)).map(dependency -> finding(topology, rule, dependency));
        }
        Map<String, List<Dependency>> needs = new HashMap<>();
        meant.forEach(dependency ->
                needs.computeIfAbsent(dependency.from(), _ -> new ArrayList<>()).add(dependency));
        return new TreeSet<>(rule.from())
                .stream()
                        .filter(from -> !via.contains(from))
                        .map(from -> rule.stated().forbidden()
                                ? through(needs, from, via, rule.to())
                                : past(needs, from, via, rule.to()))
                        .filter(way -> !way.isEmpty())
                        .map(way -> finding(topology, rule, way));
    }

    /// Where only some may need others, those others may need each other.
    private static Predicate<Dependency> isForbidden(ReadRule rule) {
        return rule.stated().forbidden()
                ? dependency ->
                        rule.from().contains(dependency.from()) && rule.to().contains(dependency.to())
                : dependency -> rule.to().contains(dependency.to())
                        && !rule.from().contains(dependency.from())
                        && !rule.to().contains(dependency.from());
    }

    /// A shortest way to one of those between, and from there to what is needed; empty where there is none.
    private static List<Dependency> through(
            Map<String, List<Dependency>> needs, String from, Set<String> via, Set<String> to) {
        Map<String, @Nullable Dependency> reached = reached(needs, from, Set.of());
        for (String between : reached.keySet()) {
            if (via.contains(between)) {
                Map<String, @Nullable Dependency> onwards = reached(needs, between, Set.of());
                for (String target : onwards.keySet()) {
                    if (to.contains(target) && !target.equals(from) && !via.contains(target)) {
                        List<Dependency> way = new ArrayList<>(way(reached, between));
                        way.addAll(way(onwards, target));
                        return way;
                    }
                }
            }
        }
        return List.of();
    }

    /// A shortest way that none of those between lies on; empty where there is none.
    private static List<Dependency> past(
            Map<String, List<Dependency>> needs, String from, Set<String> via, Set<String> to) {
        Map<String, @Nullable Dependency> reached = reached(needs, from, via);
        for (String target : reached.keySet()) {
            if (to.contains(target) && !target.equals(from)) {
                return way(reached, target);
            }
        }
        return List.of();
    }

    /// Everything that is reached, the nearest first, with the dependency by which it was reached first.
    private static Map<String, @Nullable Dependency> reached(
            Map<String, List<Dependency>> needs, String from, Set<String> without) {
        Map<String, @Nullable Dependency> reached = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        reached.put(from, null);
        open.add(from);
        while (!open.isEmpty()) {
            for (Dependency dependency : needs.getOrDefault(open.removeFirst(), List.of())) {
                if (!reached.containsKey(dependency.to()) && !without.contains(dependency.to())) {
                    reached.put(dependency.to(), dependency);
                    open.add(dependency.to());
                }
            }
        }
        return reached;
    }

    private static List<Dependency> way(Map<String, @Nullable Dependency> reached, String target) {
        List<Dependency> way = new ArrayList<>();
        for (Dependency step = reached.get(target); step != null; step = reached.get(step.from())) {
            way.addFirst(step);
        }
        return way;
    }

    private Finding finding(Topology topology, ReadRule rule, Dependency dependency) {
        StatedRule stated = rule.stated();
        return Finding.of(
                        this,
                        new Problem(
                                "forbidden-dependency",
                                stated.severity(),
                                Words.place(dependency),
                                List.of(
                                        topology.nameOf(dependency.from()),
                                        topology.nameOf(dependency.to()),
                                        stated.name(),
                                        Words.because(stated))),
                        dependency)
                .mendedBy(new TopologyEdit.Disconnect(dependency.from(), dependency.to()));
    }

    private Finding finding(Topology topology, ReadRule rule, List<Dependency> way) {
        StatedRule stated = rule.stated();
        List<String> services = new ArrayList<>(List.of(way.getFirst().from()));
        way.forEach(step -> services.add(step.to()));
        return Finding.of(
                        this,
                        new Problem(
                                "forbidden-way",
                                stated.severity(),
                                Words.place(way.getFirst()),
                                List.of(Words.way(topology, services), stated.name(), Words.because(stated))),
                        services)
                .onlyAlong(way.stream().map(Finding::ends).toList());
    }
}
