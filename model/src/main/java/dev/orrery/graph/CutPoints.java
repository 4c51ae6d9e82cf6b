package dev.orrery.graph;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Services through which alone some can reach others: the cut vertices of a graph whose dependencies lead both
/// ways, by Tarjan's algorithm without recursion. Time and memory grow with the number of dependencies.
public final class CutPoints {
    /// More are not counted: it would take long where everything hangs in one line, and say no more.
    public static final int MOST_COUNTED = 1_000;

    private static final int NOBODY = -1;

    private final IndexedGraph graph;
    /// Neighbours in both directions, as in [IndexedGraph]; of each, whether it is the one that needs.
    private final int[] firsts;
    private final int[] neighbours;
    private final boolean[] isNeeding;

    /// When each was met, counted from 1, and who was met when.
    private final int[] order;
    private final int[] met;
    private final int[] low;
    /// The last one that was met below each.
    private final int[] last;
    private final int[] parents;
    private final int[] component;

    /// Who was looked at last for whom.
    private final int[] seen;
    private final int[] queue;
    private int marks;

    /// A service without which what is before it and what is behind it fall apart.
    ///
    /// @param before services that reach what is behind through it, and in no other way;
    ///     counted up to [#MOST_COUNTED]
    /// @param behind services, also missing ones, that are reached by what is before it, and in no other way;
    ///     counted in the same way
    public record CutPoint(String service, int before, int behind) {}

    private CutPoints(IndexedGraph graph) {
        this.graph = graph;
        int size = graph.size();
        firsts = new int[size + 1];
        for (int node = 0; node < size; node++) {
            for (int edge = graph.first(node); edge < graph.first(node + 1); edge++) {
                firsts[node + 1]++;
                firsts[graph.target(edge) + 1]++;
            }
        }
        for (int node = 0; node < size; node++) {
            firsts[node + 1] += firsts[node];
        }
        neighbours = new int[firsts[size]];
        isNeeding = new boolean[firsts[size]];
        int[] next = firsts.clone();
        for (int node = 0; node < size; node++) {
            for (int edge = graph.first(node); edge < graph.first(node + 1); edge++) {
                int target = graph.target(edge);
                neighbours[next[node]++] = target;
                isNeeding[next[target]] = true;
                neighbours[next[target]++] = node;
            }
        }
        order = new int[size];
        met = new int[size + 1];
        low = new int[size];
        last = new int[size];
        parents = new int[size];
        component = new int[size];
        seen = new int[size];
        queue = new int[size];
        search();
    }

    /// Those that part enough, sorted by service. Missing targets are none.
    ///
    /// @param followed which dependencies count
    /// @param least services on either side
    public static List<CutPoint> of(Topology topology, Predicate<Dependency> followed, int least) {
        CutPoints points = new CutPoints(IndexedGraph.of(topology, followed));
        List<CutPoint> found = new ArrayList<>();
        for (int node = 0; node < points.graph.size() && points.graph.isService(node); node++) {
            points.point(node, least, found);
        }
        return List.copyOf(found);
    }

    private void search() {
        int count = 0;
        int[] edges = firsts.clone();
        for (int root = 0; root < order.length; root++) {
            if (order[root] != 0) {
                continue;
            }
            int begun = count;
            count = meet(root, NOBODY, count);
            for (int node = root; node != NOBODY; ) {
                if (edges[node] < firsts[node + 1]) {
                    int other = neighbours[edges[node]++];
                    if (order[other] == 0) {
                        count = meet(other, node, count);
                        node = other;
                    } else {
                        low[node] = Math.min(low[node], order[other]);
                    }
                } else {
                    last[node] = count;
                    int parent = parents[node];
                    if (parent != NOBODY) {
                        low[parent] = Math.min(low[parent], low[node]);
                    }
                    node = parent;
                }
            }
            for (int when = begun + 1; when <= count; when++) {
                component[met[when]] = count - begun;
            }
        }
    }

    private int meet(int node, int parent, int before) {
        int now = before + 1;
        parents[node] = parent;
        order[node] = now;
        low[node] = now;
        met[now] = node;
        return now;
    }

    /// What falls apart without a node: below each child that reaches nothing above it one part, and the rest.
    private void point(int node, int least, List<CutPoint> found) {
        int[] tops = IntStream.range(firsts[node], firsts[node + 1])
                .map(at -> neighbours[at])
                .filter(child -> parents[child] == node && low[child] >= order[node])
                .map(child -> order[child])
                .sorted()
                .distinct()
                .toArray();
        int[] sizes = new int[tops.length + 1];
        int rest = component[node] - 1;
        for (int part = 0; part < tops.length; part++) {
            sizes[part] = last[met[tops[part]]] - tops[part] + 1;
            rest -= sizes[part];
        }
        sizes[tops.length] = rest;
        boolean[] needs = new boolean[sizes.length];
        boolean[] needed = new boolean[sizes.length];
        for (int at = firsts[node]; at < firsts[node + 1]; at++) {
            int part = part(tops, sizes, order[neighbours[at]]);
            (isNeeding[at] ? needs : needed)[part] = true;
        }
        int before = 0;
        int behind = 0;
        for (int part = 0; part < sizes.length; part++) {
            before += needs[part] && !needed[part] ? sizes[part] : 0;
            behind += needed[part] && !needs[part] ? sizes[part] : 0;
        }
        // No more can be on a way than there are at all.
        if (Math.min(before, behind) >= least) {
            before = reached(node, true, other -> {
                int part = part(tops, sizes, order[other]);
                return needs[part] && !needed[part];
            });
            behind = reached(node, false, other -> {
                int part = part(tops, sizes, order[other]);
                return needed[part] && !needs[part];
            });
            if (Math.min(before, behind) >= least) {
                found.add(new CutPoint(graph.id(node), before, behind));
            }
        }
    }

    /// How many of those that are meant a node reaches, or is reached by, without leaving them.
    private int reached(int node, boolean backwards, IntPredicate isMeant) {
        marks++;
        seen[node] = marks;
        int end = 1;
        queue[0] = node;
        for (int at = 0; at < end && end <= MOST_COUNTED; at++) {
            for (int edge = firsts[queue[at]]; edge < firsts[queue[at] + 1]; edge++) {
                int other = neighbours[edge];
                if (isNeeding[edge] == backwards && seen[other] != marks && isMeant.test(other)) {
                    seen[other] = marks;
                    queue[end++] = other;
                }
            }
        }
        return Math.min(end - 1, MOST_COUNTED);
    }

    /// The part in which one lies that was met at a time; the last part is the rest.
    private static int part(int[] tops, int[] sizes, int when) {
        int at = Arrays.binarySearch(tops, when);
        int part = at >= 0 ? at : -at - 2;
        return part >= 0 && when < tops[part] + sizes[part] ? part : tops.length;
    }
}
