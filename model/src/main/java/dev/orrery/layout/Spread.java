package dev.orrery.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Positions for pieces that must keep a distance in a given order: as near as may be to where each
/// wants to be.
final class Spread {
    private final List<Piece> members;
    /// Numbers of members in line.
    private final Integer[] inLine;
    /// First comes before second; sorted by the first's place in line.
    private final List<int[]> pairs;
    /// Numbers of pairs, sorted by the second's place in line.
    private final List<Integer> bySecond;
    /// For each pair, the distance for which there is room.
    private final double[] apart;

    private final double[] least;
    private final double[] most;

    /// Pairs that lack the room for the first of the distances get the next, until there is room or
    /// they may share a line.
    Spread(List<Piece> members, int[] line, List<int[]> pairs, double[] distances) {
        this.members = members;
        this.pairs = pairs.stream()
                .filter(pair -> !(fixed(members.get(pair[0])) && fixed(members.get(pair[1]))))
                .toList();
        bySecond = IntStream.range(0, this.pairs.size())
                .boxed()
                .sorted(Comparator.comparingInt(pair -> line[this.pairs.get(pair)[1]]))
                .toList();
        inLine = new Integer[members.size()];
        Arrays.setAll(inLine, i -> i);
        Arrays.sort(inLine, Comparator.comparingInt(i -> line[i]));
        apart = new double[this.pairs.size()];
        least = new double[members.size()];
        most = new double[members.size()];
        fit(distances);
    }

    private static boolean fixed(Piece piece) {
        return piece.most - piece.least < 1;
    }

    private void fit(double[] distances) {
        int[] chosen = new int[apart.length];
        boolean tight = true;
        while (tight) {
            for (int pair = 0; pair < apart.length; pair++) {
                apart[pair] = chosen[pair] < distances.length ? distances[chosen[pair]] : Double.NEGATIVE_INFINITY;
            }
            bound();
            tight = false;
            for (int pair = 0; pair < apart.length; pair++) {
                int[] ends = pairs.get(pair);
                if (least[ends[0]] > most[ends[0]]
                        && least[ends[1]] > most[ends[1]]
                        && chosen[pair] < distances.length) {
                    chosen[pair]++;
                    tight = true;
                }
            }
        }
    }

    /// The pairs that get less than `enough`, each with its lower number first.
    List<List<Integer>> tight(double enough) {
        List<List<Integer>> tight = new ArrayList<>();
        for (int pair = 0; pair < apart.length; pair++) {
            if (apart[pair] < enough) {
                int[] ends = pairs.get(pair);
                tight.add(List.of(Math.min(ends[0], ends[1]), Math.max(ends[0], ends[1])));
            }
        }
        return tight;
    }

    /// Pairs are passed in line, so every bound is final before it is passed on.
    private void bound() {
        for (int i = 0; i < least.length; i++) {
            least[i] = members.get(i).least;
            most[i] = members.get(i).most;
        }
        for (int pair = 0; pair < apart.length; pair++) {
            int[] ends = pairs.get(pair);
            least[ends[1]] = Math.max(least[ends[1]], least[ends[0]] + apart[pair]);
        }
        for (int pair : bySecond.reversed()) {
            int[] ends = pairs.get(pair);
            most[ends[0]] = Math.min(most[ends[0]], most[ends[1]] - apart[pair]);
        }
    }

    double[] positions(int shifts) {
        double[] at = new double[members.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.clamp(members.get(i).wanted, least[i], most[i]);
        }
        for (int shift = 0; shift < shifts; shift++) {
            boolean moved = false;
            for (int number = 0; number < apart.length; number++) {
                int[] pair = pairs.get(number);
                double lacking = apart[number] - (at[pair[1]] - at[pair[0]]);
                if (lacking > 0.01) {
                    moved = true;
                    double back = Math.min(lacking / 2, at[pair[0]] - least[pair[0]]);
                    double forth = Math.min(lacking - back, most[pair[1]] - at[pair[1]]);
                    back = Math.min(lacking - forth, at[pair[0]] - least[pair[0]]);
                    at[pair[0]] -= back;
                    at[pair[1]] += forth;
                }
            }
            if (!moved) {
                break;
            }
        }
        double[] floor = least.clone();
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.rint(at[i]);
        }
        int next = 0;
        for (int i : inLine) {
            at[i] = Math.clamp(at[i], floor[i], Math.max(floor[i], most[i]));
            for (; next < pairs.size() && pairs.get(next)[0] == i; next++) {
                int after = pairs.get(next)[1];
                floor[after] = Math.max(floor[after], at[i] + apart[next]);
            }
        }
        return at;
    }
}
