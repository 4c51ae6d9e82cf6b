package dev.orrery.graph;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// The longest ways along dependencies, as calls that wait for each other. Time and memory grow with the number of
/// dependencies.
///
/// Services that call each other in a circle could wait for each other without end; a way passes such a circle
/// with one call at most. So a length is never too large.
public final class CallChains {
    private static final int NOWHERE = -1;

    private final IndexedGraph graph;
    private final Knots knots;
    private final int[] length;
    /// What the longest way goes to next; in a circle another member of it may be between.
    private final int[] next;
    private final boolean[] isCalled;

    /// @param services from who begins to who is called last; a target that nothing defines too
    /// @param calls one less than the services
    public record Chain(List<String> services, int calls) {
        public Chain {
            services = List.copyOf(services);
        }
    }

    private CallChains(IndexedGraph graph) {
        this.graph = graph;
        this.knots = Knots.of(graph);
        this.length = new int[graph.size()];
        this.next = new int[graph.size()];
        this.isCalled = new boolean[knots.count()];
        Arrays.fill(next, NOWHERE);
        for (int[] knot : knots.members()) {
            measure(knot);
        }
    }

    /// @param isCall which dependencies are calls that somebody waits for
    public static CallChains of(Topology topology, Predicate<Dependency> isCall) {
        return new CallChains(IndexedGraph.of(topology, isCall));
    }

    /// What a knot needs was measured before.
    private void measure(int[] knot) {
        int leaver = NOWHERE;
        for (int node : knot) {
            for (int edge = graph.first(node); edge < graph.first(node + 1); edge++) {
                int target = graph.target(edge);
                if (knots.of(target) != knots.of(node)) {
                    isCalled[knots.of(target)] = true;
                    if (length[target] + 1 > length[node]) {
                        length[node] = length[target] + 1;
                        next[node] = target;
                    }
                }
            }
            if (leaver == NOWHERE || length[node] > length[leaver]) {
                leaver = node;
            }
        }
        if (knot.length == 1) {
            return;
        }
        int way = length[leaver];
        for (int node : knot) {
            if (node != leaver && way + 1 > length[node]) {
                length[node] = way + 1;
                next[node] = leaver;
            }
        }
    }

    /// The longest ways from services that nobody calls, or from circles that nobody outside calls, of more calls
    /// than `most`; the longest first. Of ways that come together only the first is told, and those that go
    /// more than half of theirs by themselves.
    public List<Chain> longerThan(int most) {
        int[] starts = new int[knots.count()];
        Arrays.fill(starts, NOWHERE);
        for (int node = 0; node < graph.size(); node++) {
            int knot = knots.of(node);
            if (!isCalled[knot] && (starts[knot] == NOWHERE || length[node] > length[starts[knot]])) {
                starts[knot] = node;
            }
        }
        List<Integer> longestFirst = Arrays.stream(starts)
                .filter(start -> start != NOWHERE && length[start] > most)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(start -> -length[start])
                        .thenComparing(start -> start))
                .toList();
        boolean[] isTold = new boolean[graph.size()];
        List<Chain> told = new ArrayList<>();
        for (int start : longestFirst) {
            int alone = 0;
            for (int node = start; node != NOWHERE && !isTold[node]; node = next[node]) {
                alone++;
            }
            if (alone * 2 > length[start]) {
                told.add(chain(start, isTold));
            }
        }
        return told;
    }

    /// The length of the longest way of all, in calls.
    public int longest() {
        return Arrays.stream(length).max().orElse(0);
    }

    private Chain chain(int start, boolean[] isTold) {
        List<String> services = new ArrayList<>();
        for (int node = start; node != NOWHERE; node = next[node]) {
            services.add(graph.id(node));
            isTold[node] = true;
        }
        return new Chain(services, length[start]);
    }
}
