package dev.orrery.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The shortest way from one list of lines to another, after Myers, "An O(ND) difference algorithm and its variations"
/// (1986).
final class LineScript {
    /// @param sign a space for a line of both, `-` for one that goes, `+` for one that comes
    record Step(char sign, String line) {}

    private LineScript() {}

    static List<Step> of(List<String> before, List<String> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Step> steps = new ArrayList<>();
        before.subList(0, start).forEach(line -> steps.add(new Step(' ', line)));
        steps.addAll(middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end)));
        before.subList(before.size() - end, before.size()).forEach(line -> steps.add(new Step(' ', line)));
        return steps;
    }

    private static List<Step> middle(List<String> before, List<String> after) {
        int most = before.size() + after.size();
        List<int[]> reached = new ArrayList<>();
        int[] farthest = new int[2 * most + 2];
        for (int edits = 0; edits <= most; edits++) {
            // Only diagonals that were reached so far are kept, so that memory grows with the edits alone.
            int[] kept = new int[2 * edits + 2];
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                boolean down = diagonal == -edits
                        || (diagonal != edits && at(farthest, diagonal - 1, most) < at(farthest, diagonal + 1, most));
                int old = down ? at(farthest, diagonal + 1, most) : at(farthest, diagonal - 1, most) + 1;
                int now = old - diagonal;
                while (old < before.size()
                        && now < after.size()
                        && before.get(old).equals(after.get(now))) {
                    old++;
                    now++;
                }
                farthest[diagonal + most] = old;
                kept[diagonal + edits] = old;
                if (old >= before.size() && now >= after.size()) {
                    reached.add(kept);
                    return back(before, after, reached);
                }
            }
            reached.add(kept);
        }
        throw new IllegalStateException("every text can be reached");
    }

    private static int at(int[] farthest, int diagonal, int most) {
        int index = diagonal + most;
        return index < 0 || index >= farthest.length ? 0 : farthest[index];
    }

    private static List<Step> back(List<String> before, List<String> after, List<int[]> reached) {
        List<Step> steps = new ArrayList<>();
        int old = before.size();
        int now = after.size();
        for (int edits = reached.size() - 1; edits > 0; edits--) {
            int[] earlier = reached.get(edits - 1);
            int diagonal = old - now;
            boolean down = diagonal == -edits
                    || (diagonal != edits
                            && kept(earlier, diagonal - 1 + edits - 1) < kept(earlier, diagonal + 1 + edits - 1));
            int from = down ? diagonal + 1 : diagonal - 1;
            int startOld = kept(earlier, from + edits - 1);
            int first = down ? startOld : startOld + 1;
            while (old > first) {
                steps.add(new Step(' ', before.get(--old)));
                now--;
            }
            steps.add(down ? new Step('+', after.get(--now)) : new Step('-', before.get(--old)));
        }
        while (old > 0) {
            steps.add(new Step(' ', before.get(--old)));
        }
        Collections.reverse(steps);
        return steps;
    }

    private static int kept(int[] earlier, int index) {
        return index < 0 || index >= earlier.length ? 0 : earlier[index];
    }
}
