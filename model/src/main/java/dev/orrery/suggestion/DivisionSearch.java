package dev.orrery.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Looks for the division of the highest modularity at a resolution: things move to the group that gains most, groups
/// become things, and so on (Louvain); then single things move once more, and groups fall into their connected
/// parts, so that none is held together by what has left it (as Leiden sees to). Tried in a few orders, the same
/// every time.
final class DivisionSearch {
    private static final int ORDERS = 4;
    private static final int MOST_SWEEPS = 50;
    private static final int MOST_LEVELS = 20;
    private static final double GAIN = 1e-9;

    private final Ties ties;
    private final double resolution;

    DivisionSearch(Ties ties, double resolution) {
        this.ties = ties;
        this.resolution = resolution;
    }

    Division best() {
        Division best = singles(ties.things());
        double modularity = ties.modularity(best, resolution);
        for (int order = 0; order < ORDERS; order++) {
            Division found = search(order);
            double reached = ties.modularity(found, resolution);
            if (reached > modularity + GAIN) {
                best = found;
                modularity = reached;
            }
        }
        return best;
    }

    private static Division singles(int things) {
        int[] groups = new int[things];
        Arrays.setAll(groups, thing -> thing);
        return new Division(groups);
    }

    private Division search(int order) {
        Division found = singles(ties.things());
        for (int level = 0; level < MOST_LEVELS; level++) {
            Ties between = level == 0 ? ties : ties.between(found);
            Division moved = moved(between, singles(between.things()), order);
            if (moved.count() == between.things()) {
                break;
            }
            found = composed(found, moved);
        }
        return connected(moved(ties, found, order));
    }

    private static Division composed(Division inner, Division outer) {
        int[] groups = new int[inner.groups().length];
        Arrays.setAll(groups, thing -> outer.groups()[inner.groups()[thing]]);
        return new Division(groups);
    }

    /// Things move, one after the other, as long as one gains.
    private Division moved(Ties among, Division from, int order) {
        int things = among.things();
        int[] groups = from.groups().clone();
        double[] sums = new double[things];
        for (int thing = 0; thing < things; thing++) {
            sums[groups[thing]] += among.degree(thing);
        }
        List<Integer> turns = new ArrayList<>();
        for (int thing = 0; thing < things; thing++) {
            turns.add(thing);
        }
        if (order > 0) {
            Collections.shuffle(turns, new Random(order));
        }
        double[] towards = new double[things];
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            boolean isMoved = false;
            for (int thing : turns) {
                int target = target(among, thing, groups, sums, towards);
                if (target != groups[thing]) {
                    sums[groups[thing]] -= among.degree(thing);
                    sums[target] += among.degree(thing);
                    groups[thing] = target;
                    isMoved = true;
                }
            }
            if (!isMoved) {
                break;
            }
        }
        return new Division(groups);
    }

    private int target(Ties among, int thing, int[] groups, double[] sums, double[] towards) {
        int own = groups[thing];
        int[] others = among.others(thing);
        double[] weights = among.weights(thing);
        for (int at = 0; at < others.length; at++) {
            towards[groups[others[at]]] += weights[at];
        }
        double degree = among.degree(thing);
        double share = ties.total() == 0 ? 0 : resolution * degree / ties.total();
        int best = own;
        double most = towards[own] - share * (sums[own] - degree);
        for (int other : others) {
            int group = groups[other];
            double gain = towards[group] - share * sums[group];
            boolean isBetter = gain > most + GAIN || (gain > most - GAIN && best != own && group < best);
            if (group != own && isBetter && isAllowed(among, thing, group, groups)) {
                best = group;
                most = gain;
            }
        }
        for (int other : others) {
            towards[groups[other]] = 0;
        }
        return best;
    }

    private static boolean isAllowed(Ties among, int thing, int group, int[] groups) {
        return among.apart(thing).stream().noneMatch(other -> groups[other] == group);
    }

    private Division connected(Division division) {
        int[] groups = new int[ties.things()];
        Arrays.fill(groups, -1);
        int next = 0;
        for (int thing = 0; thing < groups.length; thing++) {
            if (groups[thing] < 0) {
                fill(thing, next++, division, groups);
            }
        }
        return new Division(groups);
    }

    private void fill(int start, int group, Division division, int[] groups) {
        List<Integer> open = new ArrayList<>(List.of(start));
        groups[start] = group;
        while (!open.isEmpty()) {
            int thing = open.removeLast();
            for (int other : ties.others(thing)) {
                if (groups[other] < 0 && division.groups()[other] == division.groups()[start]) {
                    groups[other] = group;
                    open.add(other);
                }
            }
        }
    }
}
