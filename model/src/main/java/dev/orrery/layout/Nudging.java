package dev.orrery.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/// Shifts the pieces of ways so that none lies on another, in an order that makes no needless crossing,
/// near the middle of the room there is.
final class Nudging {
    private static final double[] DISTANCES = {12, 10, 8, 6, 4, 3, 2, 1};
    /// Pieces in one line need this much between their ends, or they read as one.
    private static final double GAP = 10;

    private static final int SHIFTS = 60;
    /// Pairs that can only be this far apart are tried the other way round.
    private static final double TIGHT = 5;

    private static final int ATTEMPTS = 4;
    /// From this many pieces on, only those that wish to be near each other are kept apart.
    private static final int MANY = 3000;

    private static final double NEAR = 60;
    private static final int MANY_PAIRS = 30_000;

    private Nudging() {}

    static void apart(List<Way> ways, Ground ground, Cancellation cancellation) {
        int pieces = ways.stream().mapToInt(way -> way.at.length).sum();
        for (int round = 0; round < (pieces > MANY ? 1 : 2); round++) {
            cancellation.check();
            apart(ways, ground, true);
            cancellation.check();
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
                Piece other = pieces.get(byLow[j]);
                if (one.meets(other, GAP) && (count <= MANY || Math.abs(one.wanted - other.wanted) < NEAR)) {
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
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            for (int other : meets.get(group.get(i))) {
                int j = place[other];
                if (i < j && members.get(i).way != members.get(j).way) {
                    pairs.add(new int[] {i, j});
                }
            }
        }
        Set<List<Integer>> asWished = new HashSet<>();
        for (int attempt = 0; ; attempt++) {
            Spread spread = spread(members, pairs, asWished);
            if (!asWished.addAll(spread.tight(TIGHT)) || attempt == (pairs.size() > MANY_PAIRS ? 1 : ATTEMPTS)) {
                double[] at = spread.positions(SHIFTS);
                for (int i = 0; i < at.length; i++) {
                    members.get(i).way.at[members.get(i).number] = at[i];
                }
                return;
            }
        }
    }

    /// Pairs in the order that crosses least, but those that found too little room that way in the
    /// order of their wishes.
    private static Spread spread(List<Piece> members, List<int[]> pairs, Set<List<Integer>> asWished) {
        List<int[]> ordered = new ArrayList<>();
        for (int[] pair : pairs) {
            Piece one = members.get(pair[0]);
            Piece other = members.get(pair[1]);
            boolean first =
                    asWished.contains(List.of(pair[0], pair[1])) ? wishedBefore(one, other) : before(one, other);
            ordered.add(first ? pair : new int[] {pair[1], pair[0]});
        }
        int[] line = lineUp(members, ordered);
        ordered.replaceAll(pair -> line[pair[0]] < line[pair[1]] ? pair : new int[] {pair[1], pair[0]});
        ordered.sort(Comparator.<int[]>comparingInt(pair -> line[pair[0]]).thenComparingInt(pair -> line[pair[1]]));
        return new Spread(members, line, ordered, DISTANCES);
    }

    private static boolean before(Piece one, Piece other) {
        if (one.fitsBefore(other) != other.fitsBefore(one)) {
            return one.fitsBefore(other);
        }
        int worse = one.worseBefore(other);
        if (worse != 0) {
            return worse < 0;
        }
        return wishedBefore(one, other);
    }

    private static boolean wishedBefore(Piece one, Piece other) {
        double apart = one.wanted - other.wanted;
        if (Math.abs(apart) > 0.5) {
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
