package dev.orrery.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The shortest ways along dependencies from one end to another.
///
/// @param ways each from a service of the one end to one of the other, both included, sorted; at most [#MOST] of them
/// @param count how many shortest ways there are; [Long#MAX_VALUE] where they are too many to count
public record ShortestPaths(List<List<String>> ways, long count) {
    public static final ShortestPaths NONE = new ShortestPaths(List.of(), 0);

    static final int MOST = 20;

    public ShortestPaths {
        ways = ways.stream().map(List::copyOf).toList();
    }

    /// @param from ids of services; several where the end is a boundary
    /// @param to ids of services or missing targets
    public static ShortestPaths between(ServiceGraph graph, Collection<String> from, Collection<String> to) {
        Map<String, Integer> distances = distances(graph, to);
        SortedSet<String> starts = new TreeSet<>(from);
        starts.removeAll(to);
        int least = starts.stream()
                .mapToInt(start -> distances.getOrDefault(start, Integer.MAX_VALUE))
                .min()
                .orElse(Integer.MAX_VALUE);
        if (least == Integer.MAX_VALUE) {
            return NONE;
        }
        starts.removeIf(start -> distances.getOrDefault(start, Integer.MAX_VALUE) != least);
        Steps steps = new Steps(graph, distances, new TreeSet<>(to));
        long count = 0;
        List<List<String>> ways = new ArrayList<>();
        for (String start : starts) {
            count = sum(count, steps.count(start));
            steps.collect(start, ways);
        }
        return new ShortestPaths(ways, count);
    }

    public boolean isNone() {
        return ways.isEmpty();
    }

    /// How many dependencies each way has.
    public int steps() {
        return ways.isEmpty() ? 0 : ways.getFirst().size() - 1;
    }

    /// To the nearest of the ends, along dependencies.
    private static Map<String, Integer> distances(ServiceGraph graph, Collection<String> to) {
        Map<String, Integer> distances = new HashMap<>();
        Deque<String> next = new ArrayDeque<>();
        for (String end : new TreeSet<>(to)) {
            distances.put(end, 0);
            next.add(end);
        }
        for (String at = next.poll(); at != null; at = next.poll()) {
            int further = distances.getOrDefault(at, 0) + 1;
            for (String dependent : graph.dependents(at)) {
                if (distances.putIfAbsent(dependent, further) == null) {
                    next.add(dependent);
                }
            }
        }
        return distances;
    }

    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    /// From each service one step nearer to the end.
    private static final class Steps {
        private final ServiceGraph graph;
        private final Map<String, Integer> distances;
        private final SortedSet<String> ends;
        private final Map<String, Long> counts = new HashMap<>();

        Steps(ServiceGraph graph, Map<String, Integer> distances, SortedSet<String> ends) {
            this.graph = graph;
            this.distances = distances;
            this.ends = ends;
        }

        private int distance(String id) {
            return distances.getOrDefault(id, Integer.MAX_VALUE);
        }

        /// An end may be a missing target, which only its dependents know.
        private List<String> nearer(String id) {
            int wanted = distance(id) - 1;
            return wanted == 0
                    ? ends.stream()
                            .filter(end -> graph.dependents(end).contains(id))
                            .toList()
                    : graph.dependencies(id).stream()
                            .filter(need -> distance(need) == wanted)
                            .toList();
        }

        /// Bottom up, so that a way of any length is fine.
        long count(String start) {
            Deque<String> open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                String at = open.peek();
                List<String> missing = distance(at) == 0
                        ? List.of()
                        : nearer(at).stream()
                                .filter(id -> !counts.containsKey(id))
                                .toList();
                if (missing.isEmpty()) {
                    open.pop();
                    long sum = distance(at) == 0 ? 1 : 0;
                    for (String id : distance(at) == 0 ? List.<String>of() : nearer(at)) {
                        sum = sum(sum, counts.getOrDefault(id, 0L));
                    }
                    counts.put(at, sum);
                } else {
                    missing.forEach(open::push);
                }
            }
            return counts.getOrDefault(start, 0L);
        }

        void collect(String start, List<List<String>> ways) {
            Deque<List<String>> open = new ArrayDeque<>();
            open.push(List.of(start));
            while (!open.isEmpty() && ways.size() < MOST) {
                List<String> way = open.pop();
                String last = way.getLast();
                if (distance(last) == 0) {
                    ways.add(way);
                    continue;
                }
                // The last is pushed first, so that ways come out sorted.
                for (String next : nearer(last).reversed()) {
                    List<String> longer = new ArrayList<>(way);
                    longer.add(next);
                    open.push(longer);
                }
            }
        }
    }
}
