package dev.orrery.suggestion;

import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// A generated topology in which services of one planted boundary need each other, but for a part of the
/// dependencies that go anywhere. Nothing of the boundaries is stated, and names say nothing.
///
/// @param boundaries of each service the one it was planted in
record Planted(Topology topology, Map<String, String> boundaries) {
    private static final SourceLocation HERE = SourceLocation.startOf("generated");
    private static final List<Evidence> EVIDENCE = List.of(new Evidence(Certainty.DECLARED, "generated", HERE));

    /// @param noise part of the dependencies that go anywhere
    static Planted of(int services, double noise, long seed) {
        return of(services, 3, noise, seed);
    }

    /// @param needs drawn for each service, beside one that keeps its boundary of one piece
    static Planted of(int services, int needs, double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < services; number++) {
            ids.add("s" + (char) ('a' + number / 26) + (char) ('a' + number % 26));
        }
        Collections.shuffle(ids, new Random(seed));
        Map<String, String> boundaries = new HashMap<>();
        List<List<String>> groups = new ArrayList<>();
        for (int at = 0; at < services; ) {
            int size = Math.min(services - at, 5 + random.nextInt(8));
            List<String> group = ids.subList(at, at + size);
            String name = "b" + groups.size();
            group.forEach(service -> boundaries.put(service, name));
            groups.add(group);
            at += size;
        }
        Set<Pair> pairs = new TreeSet<>();
        for (List<String> group : groups) {
            // Each needs one before it, so that a boundary is of one piece, and others are drawn.
            for (int at = 1; at < group.size(); at++) {
                pairs.add(pair(group.get(at), group.get(random.nextInt(at)), ids, noise, random));
            }
            for (int more = 0; more < needs * group.size(); more++) {
                String from = group.get(random.nextInt(group.size()));
                String to = group.get(random.nextInt(group.size()));
                if (!from.equals(to)) {
                    pairs.add(pair(from, to, ids, noise, random));
                }
            }
        }
        List<Service> all = ids.stream()
                .map(id -> Service.of(id, ServiceKind.SERVICE, HERE))
                .toList();
        List<Dependency> dependencies = pairs.stream()
                .map(pair ->
                        new Dependency(pair.from(), pair.to(), DependencyKind.SYNC, true, null, null, EVIDENCE, false))
                .toList();
        return new Planted(new Topology("planted", all, dependencies, List.of()), boundaries);
    }

    private static Pair pair(String from, String to, List<String> ids, double noise, SplittableRandom random) {
        String target = to;
        while (random.nextDouble() < noise || target.equals(from)) {
            target = ids.get(random.nextInt(ids.size()));
            if (!target.equals(from)) {
                break;
            }
        }
        return new Pair(from, target);
    }
}
