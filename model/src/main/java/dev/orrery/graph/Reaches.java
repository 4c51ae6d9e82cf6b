package dev.orrery.graph;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// How many others each service needs, directly or through others. Looking stops where a bound is passed, so that
/// it is quick also where everything needs everything.
public final class Reaches {
    private final IndexedGraph graph;
    /// Who looked at each last, to look at nothing twice.
    private final int[] lookedFor;
    private final int[] queue;
    private int marks;

    private Reaches(IndexedGraph graph) {
        this.graph = graph;
        this.lookedFor = new int[graph.size()];
        this.queue = new int[graph.size()];
        Arrays.fill(lookedFor, -1);
    }

    /// A service that needs more than a bound, though nothing that it needs does.
    ///
    /// @param needed how many others, missing ones too
    public record Tipping(String service, int needed) {}

    /// The services at which a bound is passed for the first time, sorted: those that need more others than it,
    /// while none that they need does. Of a circle that passes it the first member stands for all.
    ///
    /// @param followed which dependencies count
    public static List<Tipping> tipping(Topology topology, Predicate<Dependency> followed, int bound) {
        Reaches reaches = new Reaches(IndexedGraph.of(topology, followed));
        return reaches.tipping(bound);
    }

    private List<Tipping> tipping(int bound) {
        Knots knots = Knots.of(graph);
        boolean[] passes = new boolean[knots.count()];
        List<Tipping> found = new ArrayList<>();
        int[][] members = knots.members();
        // What is needed comes before what needs it, so that what passes the bound below is known.
        for (int knot = 0; knot < members.length; knot++) {
            int own = knot;
            boolean isBelow = any(members[knot], target -> knots.of(target) != own && passes[knots.of(target)]);
            int first = members[knot][0];
            if (isBelow) {
                passes[knot] = true;
            } else if (count(first, bound) > bound) {
                passes[knot] = true;
                found.add(new Tipping(graph.id(first), count(first, Integer.MAX_VALUE)));
            }
        }
        return found.stream()
                .sorted((one, other) -> one.service().compareTo(other.service()))
                .toList();
    }

    private boolean any(int[] knot, IntPredicate test) {
        for (int node : knot) {
            for (int edge = graph.first(node); edge < graph.first(node + 1); edge++) {
                if (test.test(graph.target(edge))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// How many others a node reaches; anything above the bound where it reaches more.
    private int count(int start, int bound) {
        int found = 1;
        queue[0] = start;
        int mark = marks++;
        lookedFor[start] = mark;
        for (int at = 0; at < found && found - 1 <= bound; at++) {
            int node = queue[at];
            for (int edge = graph.first(node); edge < graph.first(node + 1); edge++) {
                int target = graph.target(edge);
                if (lookedFor[target] != mark) {
                    lookedFor[target] = mark;
                    queue[found++] = target;
                }
            }
        }
        return found - 1;
    }
}
