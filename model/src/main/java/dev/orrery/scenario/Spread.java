package dev.orrery.scenario;

import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Topology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How far faults reach, against the direction of dependencies. What is needed synchronously or for its data is waited
/// for; a message waits in its queue. A dependency that was only inferred or observed may be optional, so it makes
/// nothing certain; what is merely allowed counts for nothing.
final class Spread {
    private final Map<String, SortedSet<String>> waiting = new HashMap<>();
    private final Map<String, SortedSet<String>> needing = new HashMap<>();

    Spread(Topology topology) {
        for (Dependency need : topology.needs()) {
            add(needing, need);
            if (isCertain(need)) {
                add(waiting, need);
            }
        }
    }

    static boolean isCertain(Dependency need) {
        return need.required()
                && need.kind() != DependencyKind.ASYNC
                && need.certainty() == Certainty.DECLARED
                && !need.dangling();
    }

    private static void add(Map<String, SortedSet<String>> needing, Dependency need) {
        needing.computeIfAbsent(need.to(), _ -> new TreeSet<>()).add(need.from());
    }

    /// Whom the faults reach, without those that have one themselves; by service.
    List<Hit> hits(Collection<AssumedFault> faults) {
        List<String> down = new ArrayList<>();
        List<String> slow = new ArrayList<>();
        for (AssumedFault fault : faults) {
            switch (fault) {
                case AssumedFault.Down(String service) -> down.add(service);
                case AssumedFault.Slow(String service, var _) -> slow.add(service);
            }
        }
        SortedMap<String, Hit> hits = new TreeMap<>();
        // The worst first: what is certain goes before what is possible, and down before slow.
        SortedMap<String, List<String>> certainlyDown = reached(waiting, starts(down));
        SortedMap<String, List<String>> certainlySlow = reached(waiting, starts(slow));
        add(hits, certainlyDown, Hit.Effect.DOWN, true);
        add(hits, certainlySlow, Hit.Effect.SLOW, true);
        add(hits, reached(needing, certainlyDown), Hit.Effect.DOWN, false);
        add(hits, reached(needing, certainlySlow), Hit.Effect.SLOW, false);
        faults.forEach(fault -> hits.remove(fault.service()));
        return List.copyOf(hits.values());
    }

    private static void add(
            SortedMap<String, Hit> hits,
            SortedMap<String, List<String>> reached,
            Hit.Effect effect,
            boolean isCertain) {
        reached.forEach((service, path) -> hits.putIfAbsent(service, new Hit(service, effect, isCertain, path)));
    }

    private static SortedMap<String, List<String>> starts(List<String> services) {
        SortedMap<String, List<String>> starts = new TreeMap<>();
        services.forEach(service -> starts.put(service, List.of(service)));
        return starts;
    }

    /// Breadth first, so that paths are short; the starts are among the answer.
    private static SortedMap<String, List<String>> reached(
            Map<String, SortedSet<String>> needing, SortedMap<String, List<String>> starts) {
        SortedMap<String, List<String>> reached = new TreeMap<>(starts);
        Deque<String> open = new ArrayDeque<>(starts.keySet());
        while (!open.isEmpty()) {
            String at = open.removeFirst();
            for (String next : needing.getOrDefault(at, new TreeSet<>())) {
                if (!reached.containsKey(next)) {
                    List<String> path = new ArrayList<>(List.of(next));
                    path.addAll(reached.getOrDefault(at, List.of()));
                    reached.put(next, path);
                    open.addLast(next);
                }
            }
        }
        return reached;
    }
}
