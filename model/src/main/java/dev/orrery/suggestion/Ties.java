package dev.orrery.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Numbered things and how strongly each two are tied, and which may not be in one group.
final class Ties {
    private final List<int[]> others = new ArrayList<>();
    private final List<double[]> weights = new ArrayList<>();
    private final double[] degrees;
    private final List<Set<Integer>> apart;
    private final double total;

    private Ties(double[][] rows, int[][] columns, double[] degrees, List<Set<Integer>> apart) {
        for (int thing = 0; thing < rows.length; thing++) {
            others.add(columns[thing]);
            weights.add(rows[thing]);
        }
        this.degrees = degrees;
        this.apart = apart;
        double sum = 0;
        for (double degree : degrees) {
            sum += degree;
        }
        this.total = sum;
    }

    /// Collects ties; the same two may come again, and then count again.
    static final class Collected {
        private final List<TreeMap<Integer, Double>> ties = new ArrayList<>();
        private final double[] degrees;
        private final List<Set<Integer>> apart = new ArrayList<>();

        Collected(int things) {
            this.degrees = new double[things];
            for (int thing = 0; thing < things; thing++) {
                ties.add(new TreeMap<>());
                apart.add(new TreeSet<>());
            }
        }

        /// A thing that is tied to itself is a group of things that are.
        void tie(int one, int other, double weight) {
            degrees[one] += weight;
            degrees[other] += weight;
            if (one != other) {
                ties.get(one).merge(other, weight, Double::sum);
                ties.get(other).merge(one, weight, Double::sum);
            }
        }

        void keepApart(int one, int other) {
            apart.get(one).add(other);
            apart.get(other).add(one);
        }

        Ties ties() {
            int things = degrees.length;
            double[][] rows = new double[things][];
            int[][] columns = new int[things][];
            for (int thing = 0; thing < things; thing++) {
                columns[thing] = ties.get(thing).keySet().stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
                rows[thing] = ties.get(thing).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
            }
            return new Ties(rows, columns, degrees, apart);
        }
    }

    int things() {
        return degrees.length;
    }

    int[] others(int thing) {
        return others.get(thing);
    }

    double[] weights(int thing) {
        return weights.get(thing);
    }

    double degree(int thing) {
        return degrees[thing];
    }

    /// The sum of all degrees.
    double total() {
        return total;
    }

    Set<Integer> apart(int thing) {
        return apart.get(thing);
    }

    /// The same between the groups of a division.
    Ties between(Division division) {
        Collected collected = new Collected(division.count());
        for (int thing = 0; thing < things(); thing++) {
            int group = division.groups()[thing];
            double inside = degrees[thing];
            for (int at = 0; at < others(thing).length; at++) {
                int other = others(thing)[at];
                inside -= weights(thing)[at];
                if (thing < other) {
                    collected.tie(group, division.groups()[other], weights(thing)[at]);
                }
            }
            // What a thing is tied to itself with.
            if (inside > 0) {
                collected.tie(group, group, inside / 2);
            }
            for (int other : apart(thing)) {
                collected.keepApart(group, division.groups()[other]);
            }
        }
        return collected.ties();
    }

    /// How much more lies inside groups than by chance, from -1 to 1 (modularity at a resolution).
    double modularity(Division division, double resolution) {
        if (total == 0) {
            return 0;
        }
        double[] sums = new double[division.count()];
        double inside = 0;
        for (int thing = 0; thing < things(); thing++) {
            int group = division.groups()[thing];
            sums[group] += degrees[thing];
            double self = degrees[thing];
            for (int at = 0; at < others(thing).length; at++) {
                self -= weights(thing)[at];
                inside += division.groups()[others(thing)[at]] == group ? weights(thing)[at] : 0;
            }
            inside += self;
        }
        double expected = 0;
        for (double sum : sums) {
            expected += sum * sum / total;
        }
        return (inside - resolution * expected) / total;
    }
}
