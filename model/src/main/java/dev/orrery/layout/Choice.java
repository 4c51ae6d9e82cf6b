package dev.orrery.layout;

import java.util.BitSet;
import java.util.List;

/// The lines of one direction on which one search may turn: the grid is that of the whole picture, but
/// what lies in frames that a way may not enter does not matter to it.
final class Choice {
    private final List<BitSet> levels;
    private final int[] next;
    private final int[] before;

    Choice(List<BitSet> levels) {
        this.levels = levels;
        next = new int[levels.size()];
        before = new int[levels.size()];
    }

    /// Chooses the lines that matter on one of the levels.
    void choose(BitSet wanted) {
        int last = -1;
        for (int line = 0; line < next.length; line++) {
            before[line] = last;
            if (levels.get(line).intersects(wanted)) {
                last = line;
            }
        }
        last = -1;
        for (int line = next.length - 1; line >= 0; line--) {
            next[line] = last;
            if (levels.get(line).intersects(wanted)) {
                last = line;
            }
        }
    }

    boolean isChosen(int line, BitSet wanted) {
        return levels.get(line).intersects(wanted);
    }

    /// The next chosen line after this one, or -1.
    int next(int line) {
        return next[line];
    }

    /// The last chosen line before this one, or -1.
    int before(int line) {
        return before[line];
    }
}
