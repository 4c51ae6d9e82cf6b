package dev.orrery.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Shifts the pieces of ways so that none lies on another, in an order that makes no needless crossing,
/// near the middle of the room there is.
final class Nudging {
    private static final double[] DISTANCES = {12, 10, 8, 6, 4, 3, 2, 1};
    /// Pieces in one line need this much between their ends, or they read as one.
    private static final double GAP = 10;

    private static final int SHIFTS = 60;

    private Nudging() {}

    static void apart(List<Way> ways, Ground ground) {
        for (int round = 0; round < 2; round++) {
            apart(ways, ground, true);
            apart(ways, ground, false);
        }
    }

    private static void apart(List<Way> ways, Ground ground, boolean vertical) {
        List<Piece> pieces = new ArrayList<>();
        for (Way way : ways) {
            for (int number = 0; number < way.at.length; number++) {
                if (way.vertical(number) == vertical) {
                    Piece piece = new Piece(way, number);
                    piece.lookAround(ground);
                    pieces.add(piece);
                }
            }
        }
        new Nudging().settle(pieces);
    }

    private void settle(List<Piece> pieces) {
        int count = pieces.size();
        List<List<Integer>> meets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            meets.add(new ArrayList<>());
        }
        Integer[] byLow = new Integer[count];
        Arrays.setAll(byLow, i -> i);
        Arrays.sort(byLow, Comparator.comparingDouble(i -> pieces.get(i).low));
        for (int i = 0; i < count; i++) {
            Piece one = pieces.get(byLow[i]);
            for (int j = i + 1; j < count && pieces.get(byLow[j]).low < one.high + GAP; j++) {
                if (one.meets(pieces.get(byLow[j]), GAP)) {
                    meets.get(byLow[i]).add(byLow[j]);
                    meets.get(byLow[j]).add(byLow[i]);
                }
            }
        }
        boolean[] done = new boolean[count];
        for (int i = 0; i < count; i++) {
            if (!done[i]) {
                settleGroup(group(i, meets, done), pieces, meets);
            }
        }
    }

    private static List<Integer> group(int first, List<List<Integer>> meets, boolean[] done) {
        List<Integer> group = new ArrayList<>(List.of(first));
        done[first] = true;
        for (int next = 0; next < group.size(); next++) {
            for (int other : meets.get(group.get(next))) {
                if (!done[other]) {
                    done[other] = true;
                    group.add(other);
                }
            }
        }
        return group.stream().sorted().toList();
    }

    private static void settleGroup(List<Integer> group, List<Piece> pieces, List<List<Integer>> meets) {
        int[] place = new int[pieces.size()];
        for (int i = 0; i < group.size(); i++) {
            place[group.get(i)] = i;
        }
        List<Piece> members = group.stream().map(pieces::get).toList();
        List<int[]> ordered = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            for (int other : meets.get(group.get(i))) {
                int j = place[other];
                if (i < j && members.get(i).way != members.get(j).way) {
                    ordered.add(before(members.get(i), members.get(j)) ? new int[] {i, j} : new int[] {j, i});
                }
            }
        }
        int[] line = lineUp(members, ordered);
        List<int[]> pairs = new ArrayList<>();
        for (int[] pair : ordered) {
            boolean kept = line[pair[0]] < line[pair[1]];
            pairs.add(kept ? pair : new int[] {pair[1], pair[0]});
        }
        pairs.sort(Comparator.<int[]>comparingInt(pair -> line[pair[0]]).thenComparingInt(pair -> line[pair[1]]));
        double[] at = new Spread(members, line, pairs).positions(DISTANCES, SHIFTS);
        for (int i = 0; i < at.length; i++) {
            members.get(i).way.at[members.get(i).number] = at[i];
        }
    }

    private static boolean before(Piece one, Piece other) {
        int worse = one.worseBefore(other);
        if (worse != 0) {
            return worse < 0;
        }
        double apart = one.wanted - other.wanted;
        if (Math.abs(apart) > 1) {
            return apart < 0;
        }
        return one.tendency() <= other.tendency();
    }

    /// A place in line for each, heeding the pairs; where they contradict each other the one further
    /// left goes first.
    private static int[] lineUp(List<Piece> members, List<int[]> ordered) {
        int count = members.size();
        List<List<Integer>> after = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            after.add(new ArrayList<>());
        }
        int[] waiting = new int[count];
        for (int[] pair : ordered) {
            after.get(pair[0]).add(pair[1]);
            waiting[pair[1]]++;
        }
        Comparator<Integer> byWish = Comparator.<Integer>comparingDouble(i -> members.get(i).wanted)
                .thenComparingDouble(i -> members.get(i).tendency())
                .thenComparingInt(i -> i);
        PriorityQueue<Integer> ready = new PriorityQueue<>(byWish);
        Integer[] rest = new Integer[count];
        Arrays.setAll(rest, i -> i);
        Arrays.sort(rest, byWish);
        int nextRest = 0;
        int[] line = new int[count];
        boolean[] placed = new boolean[count];
        for (int i = 0; i < count; i++) {
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        for (int position = 0; position < count; ) {
            Integer next = ready.poll();
            if (next == null) {
                while (placed[rest[nextRest]]) {
                    nextRest++;
                }
                next = rest[nextRest];
            }
            if (placed[next]) {
                continue;
            }
            placed[next] = true;
            line[next] = position++;
            for (int other : after.get(next)) {
                if (--waiting[other] == 0 && !placed[other]) {
                    ready.add(other);
                }
            }
        }
        return line;
    }
}
