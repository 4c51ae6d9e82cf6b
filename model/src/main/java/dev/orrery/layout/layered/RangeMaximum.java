package dev.orrery.layout.layered;

import java.util.Arrays;

/// Numbers in a row, all -1 at first, of which whole ranges are raised and the largest of a range is asked for.
final class RangeMaximum {
    private final int leaves;
    private final int[] most;
    /// What all leaves below were raised to at once.
    private final int[] whole;

    RangeMaximum(int count) {
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, 2 * count - 1)));
        most = new int[2 * leaves];
        whole = new int[2 * leaves];
        Arrays.fill(most, -1);
        Arrays.fill(whole, -1);
    }

    /// Raises all from `from` to before `to` to at least `value`; an empty range is none.
    void raise(int from, int to, int value) {
        if (from >= to) {
            return;
        }
        int low = from + leaves;
        for (int high = to + leaves; low < high; low /= 2, high /= 2) {
            if (low % 2 == 1) {
                raise(low++, value);
            }
            if (high % 2 == 1) {
                raise(--high, value);
            }
        }
        combine((from + leaves) / 2);
        combine((to - 1 + leaves) / 2);
    }

    private void raise(int at, int value) {
        most[at] = Math.max(most[at], value);
        whole[at] = Math.max(whole[at], value);
    }

    private void combine(int start) {
        for (int at = start; at > 0; at /= 2) {
            most[at] = Math.max(whole[at], Math.max(most[2 * at], most[2 * at + 1]));
        }
    }

    /// The largest from `from` to before `to`; -1 of none.
    int most(int from, int to) {
        int largest = -1;
        if (from >= to) {
            return largest;
        }
        int low = from + leaves;
        for (int high = to + leaves; low < high; low /= 2, high /= 2) {
            if (low % 2 == 1) {
                largest = Math.max(largest, most[low++]);
            }
            if (high % 2 == 1) {
                largest = Math.max(largest, most[--high]);
            }
        }
        for (int at = from + leaves; at > 0; at /= 2) {
            largest = Math.max(largest, whole[at]);
        }
        for (int at = to - 1 + leaves; at > 0; at /= 2) {
            largest = Math.max(largest, whole[at]);
        }
        return largest;
    }
}
