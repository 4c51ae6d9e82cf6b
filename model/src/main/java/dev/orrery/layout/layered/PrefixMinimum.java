package dev.orrery.layout.layered;

import java.util.Arrays;

/// Numbers of which the least sum of a beginning is known at once, also after one of them has changed.
final class PrefixMinimum {
    private static final int NEVER = 1 << 29;

    private int[] sum = new int[2];
    private int[] least = new int[2];
    private int leaves = 1;

    /// Starts anew with the first `count` of `numbers`.
    void fill(int[] numbers, int count) {
        leaves = Math.max(1, Integer.highestOneBit(2 * count - 1));
        if (sum.length < 2 * leaves) {
            sum = new int[2 * leaves];
            least = new int[2 * leaves];
        }
        System.arraycopy(numbers, 0, sum, leaves, count);
        System.arraycopy(numbers, 0, least, leaves, count);
        Arrays.fill(sum, leaves + count, 2 * leaves, 0);
        Arrays.fill(least, leaves + count, 2 * leaves, NEVER);
        for (int at = leaves - 1; at > 0; at--) {
            combine(at);
        }
    }

    void add(int index, int by) {
        int at = leaves + index;
        sum[at] += by;
        least[at] += by;
        for (at /= 2; at > 0; at /= 2) {
            combine(at);
        }
    }

    /// The least sum of the first numbers, at least one.
    int least() {
        return least[1];
    }

    /// The sum of the numbers up to `index`, that one included.
    int sum(int index) {
        int total = sum[leaves + index];
        for (int at = leaves + index; at > 1; at /= 2) {
            total += at % 2 == 1 ? sum[at - 1] : 0;
        }
        return total;
    }

    private void combine(int at) {
        sum[at] = sum[2 * at] + sum[2 * at + 1];
        least[at] = Math.min(least[2 * at], sum[2 * at] + least[2 * at + 1]);
    }
}
