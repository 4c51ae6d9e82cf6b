package dev.orrery.layout.layered;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Heights for the level pieces of lines that go from one layer to the next: as few as can be, and such that no two
/// lines cross more often than their ends force them to.
///
/// Each line comes down at `top`, runs level on its track and goes on down at `bottom`. Of two that overlap, the order
/// of their tracks decides whether one's upright pieces cross the other's level one, and whether two upright
/// pieces in one column lie on each other.
final class Tracks {
    /// With more lines than this, pairs are not looked at; see [#stacked()].
    private static final int MANY = 700;
    /// Level pieces on one track keep this far apart, and so do upright pieces of different lines.
    private static final double APART = 8;
    /// Uprights nearer than this read as one.
    private static final double SAME = 5;

    private final double[] top;
    private final double[] bottom;
    private final int count;

    private Tracks(double[] top, double[] bottom) {
        this.top = top;
        this.bottom = bottom;
        count = top.length;
    }

    /// For each line its track, counted from the upper layer; -1 for those that run straight down.
    static int[] of(double[] top, double[] bottom) {
        Tracks tracks = new Tracks(top, bottom);
        return tracks.count <= MANY ? tracks.ordered() : tracks.stacked();
    }

    private boolean isStraight(int line) {
        return top[line] == bottom[line];
    }

    private double low(int line) {
        return Math.min(top[line], bottom[line]);
    }

    private double high(int line) {
        return Math.max(top[line], bottom[line]);
    }

    private boolean overlap(int one, int other) {
        return low(one) < high(other) + APART && low(other) < high(one) + APART;
    }

    /// Negative where `one` is better above `other`; 0 where it does not matter.
    private int order(int one, int other) {
        boolean mustBeAbove = Math.abs(top[one] - bottom[other]) < SAME;
        boolean mustBeBelow = Math.abs(top[other] - bottom[one]) < SAME;
        if (mustBeAbove != mustBeBelow) {
            return mustBeAbove ? -1 : 1;
        }
        int above = within(bottom[one], other) + within(top[other], one);
        int below = within(bottom[other], one) + within(top[one], other);
        return above - below;
    }

    private int within(double at, int line) {
        return low(line) < at && at < high(line) ? 1 : 0;
    }

    private int[] ordered() {
        int[] lines = bySide();
        int[][] below = new int[count][];
        int[] waiting = new int[count];
        int[] found = new int[count];
        for (int one : lines) {
            int next = 0;
            for (int other : lines) {
                if (one != other && overlap(one, other) && order(one, other) < 0) {
                    found[next++] = other;
                    waiting[other]++;
                }
            }
            below[one] = Arrays.copyOf(found, next);
        }
        int[] track = new int[count];
        Arrays.fill(track, -1);
        int[] least = new int[count];
        for (int done = 0; done < lines.length; done++) {
            int line = next(lines, waiting, track);
            track[line] = free(line, least[line], lines, track);
            for (int other : below[line]) {
                waiting[other]--;
                least[other] = Math.max(least[other], track[line] + 1);
            }
        }
        return track;
    }

    /// The first that nothing has to lie above; where all wait for each other, the first of those that wait least.
    private static int next(int[] lines, int[] waiting, int[] track) {
        int best = -1;
        for (int line : lines) {
            if (track[line] < 0) {
                if (waiting[line] == 0) {
                    return line;
                }
                best = best < 0 || waiting[line] < waiting[best] ? line : best;
            }
        }
        return best;
    }

    private int free(int line, int least, int[] lines, int[] track) {
        boolean[] taken = new boolean[lines.length + 1];
        for (int other : lines) {
            if (track[other] >= least && overlap(line, other)) {
                taken[track[other]] = true;
            }
        }
        int at = least;
        while (taken[at]) {
            at++;
        }
        return at;
    }

    /// Those that go to the right first, the rightmost of them on top, then those that go to the left, the leftmost of
    /// them on top: in this order nothing crosses needlessly.
    private int[] bySide() {
        return IntStream.range(0, count)
                .filter(line -> !isStraight(line))
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(line -> bottom[line] < top[line])
                        .thenComparingDouble(line -> bottom[line] > top[line] ? -top[line] : top[line])
                        .thenComparingInt(line -> line))
                .mapToInt(line -> line)
                .toArray();
    }

    /// Each below all before it that it overlaps. Columns that two lines share are not looked at.
    private int[] stacked() {
        int[] lines = bySide();
        double[] ends =
                Arrays.stream(lines).mapToDouble(this::low).sorted().distinct().toArray();
        int[] track = new int[count];
        Arrays.fill(track, -1);
        RangeMaximum deepest = new RangeMaximum(ends.length);
        for (int line : lines) {
            int from = insertion(ends, low(line));
            int to = insertion(ends, high(line) + APART);
            track[line] = deepest.most(from, to) + 1;
            deepest.raise(from, to, track[line]);
        }
        return track;
    }

    private static int insertion(double[] ends, double at) {
        int found = Arrays.binarySearch(ends, at);
        return found >= 0 ? found : -found - 1;
    }
}
