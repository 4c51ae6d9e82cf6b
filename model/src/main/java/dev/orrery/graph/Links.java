package dev.orrery.graph;

import java.util.Arrays;

/// How strongly numbered things are linked with each other, whichever way a dependency goes.
final class Links {
    private final int[] first;
    private final int[] others;
    private final int[] weights;
    private final long[] degrees;

    private Links(int[] first, int[] others, int[] weights) {
        this.first = first;
        this.others = others;
        this.weights = weights;
        this.degrees = new long[first.length - 1];
        for (int thing = 0; thing < degrees.length; thing++) {
            for (int at = first[thing]; at < first[thing + 1]; at++) {
                degrees[thing] += weights[at];
            }
        }
    }

    /// Pairs of different things; the same pair may come again, and then counts again.
    static final class Pairs {
        private int[] ends = new int[64];
        private int[] counts = new int[32];
        private int size;

        void add(int a, int b, int count) {
            if (size == counts.length) {
                ends = Arrays.copyOf(ends, 4 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            ends[2 * size] = a;
            ends[2 * size + 1] = b;
            counts[size++] = count;
        }

        /// @param things how many there are, numbered from 0
        Links among(int things) {
            int[] first = new int[things + 1];
            for (int end = 0; end < 2 * size; end++) {
                first[ends[end] + 1]++;
            }
            for (int thing = 0; thing < things; thing++) {
                first[thing + 1] += first[thing];
            }
            int[] next = Arrays.copyOf(first, things);
            int[] others = new int[2 * size];
            int[] weights = new int[2 * size];
            for (int pair = 0; pair < size; pair++) {
                int a = ends[2 * pair];
                int b = ends[2 * pair + 1];
                others[next[a]] = b;
                weights[next[a]++] = counts[pair];
                others[next[b]] = a;
                weights[next[b]++] = counts[pair];
            }
            return merged(first, others, weights);
        }

        /// Each pair once, with the sum of its counts.
        private static Links merged(int[] first, int[] others, int[] weights) {
            int things = first.length - 1;
            int[] begin = new int[things + 1];
            int[] place = new int[things];
            Arrays.fill(place, -1);
            int kept = 0;
            for (int thing = 0; thing < things; thing++) {
                begin[thing] = kept;
                for (int at = first[thing]; at < first[thing + 1]; at++) {
                    int other = others[at];
                    if (place[other] < begin[thing]) {
                        place[other] = kept;
                        others[kept] = other;
                        weights[kept++] = weights[at];
                    } else {
                        weights[place[other]] += weights[at];
                    }
                }
            }
            begin[things] = kept;
            return new Links(begin, Arrays.copyOf(others, kept), Arrays.copyOf(weights, kept));
        }
    }

    /// The same links between groups of things; those inside a group are none.
    Links between(int[] groupOf, int groups) {
        Pairs pairs = new Pairs();
        for (int thing = 0; thing < things(); thing++) {
            for (int at = first[thing]; at < first[thing + 1]; at++) {
                if (thing < others[at] && groupOf[thing] != groupOf[others[at]]) {
                    pairs.add(groupOf[thing], groupOf[others[at]], weights[at]);
                }
            }
        }
        return pairs.among(groups);
    }

    int things() {
        return degrees.length;
    }

    /// The sum of the weights of all links of a thing.
    long degree(int thing) {
        return degrees[thing];
    }

    /// How strongly a thing is linked with others of its own group.
    long inside(int thing, int[] groupOf) {
        long inside = 0;
        for (int at = first[thing]; at < first[thing + 1]; at++) {
            inside += groupOf[others[at]] == groupOf[thing] ? weights[at] : 0;
        }
        return inside;
    }

    int begin(int thing) {
        return first[thing];
    }

    int end(int thing) {
        return first[thing + 1];
    }

    int other(int at) {
        return others[at];
    }

    int weight(int at) {
        return weights[at];
    }
}
