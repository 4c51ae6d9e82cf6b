package dev.orrery.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Positions for pieces that must keep a distance in a given order: as near as may be to where each wants to be.
final class Spread {
    private final List<Piece> members;
    /// Numbers of members in line.
    private final Integer[] inLine;
    /// First comes before second; sorted by the first's place in line.
    private final List<int[]> pairs;
    /// The same, sorted by the second's place in line.
    private final List<int[]> byLast;

    Spread(List<Piece> members, int[] line, List<int[]> pairs) {
        this.members = members;
        this.pairs = pairs.stream()
                .filter(pair -> !(fixed(members.get(pair[0])) && fixed(members.get(pair[1]))))
                .toList();
        byLast = this.pairs.stream()
                .sorted(Comparator.comparingInt(pair -> line[pair[1]]))
                .toList();
        inLine = new Integer[members.size()];
        Arrays.setAll(inLine, i -> i);
        Arrays.sort(inLine, Comparator.comparingInt(i -> line[i]));
    }

    private static boolean fixed(Piece piece) {
        return piece.most - piece.least < 1;
    }

    /// At the first of the distances for which there is room.
    double[] positions(double[] distances, int shifts) {
        double[] least = new double[members.size()];
        double[] most = new double[members.size()];
        for (double distance : distances) {
            if (room(distance, least, most)) {
                return spread(distance, least, most, shifts);
            }
        }
        double[] at = new double[members.size()];
        Arrays.setAll(at, i -> Math.rint(members.get(i).at()));
        return at;
    }

    private boolean room(double distance, double[] least, double[] most) {
        for (int i = 0; i < least.length; i++) {
            least[i] = members.get(i).least;
            most[i] = members.get(i).most;
        }
        // Pairs are sorted by their first in line, so every bound is final before it is passed on.
        for (int[] pair : pairs) {
            least[pair[1]] = Math.max(least[pair[1]], least[pair[0]] + distance);
        }
        for (int[] pair : byLast.reversed()) {
            most[pair[0]] = Math.min(most[pair[0]], most[pair[1]] - distance);
        }
        for (int i = 0; i < least.length; i++) {
            if (least[i] > most[i]) {
                return false;
            }
        }
        return true;
    }

    private double[] spread(double distance, double[] least, double[] most, int shifts) {
        double[] at = new double[members.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.clamp(members.get(i).wanted, least[i], most[i]);
        }
        for (int shift = 0; shift < shifts; shift++) {
            boolean moved = false;
            for (int[] pair : pairs) {
                double lacking = distance - (at[pair[1]] - at[pair[0]]);
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
                floor[after] = Math.max(floor[after], at[i] + distance);
            }
        }
        return at;
    }
}
