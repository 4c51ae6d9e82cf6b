package dev.orrery.layout;

import java.util.Arrays;

/// States by price, the cheapest first; of equal prices the lower state comes first, so that the answer is the same
/// every time. A heap of four branches, of which fewer lie far apart in memory than of two.
final class Frontier {
    private static final int BRANCHES = 4;

    private long[] entries = new long[1024];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void push(int price, int state) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * size);
        }
        long entry = (long) price << Integer.SIZE | state;
        int at = size++;
        while (at > 0) {
            int above = (at - 1) / BRANCHES;
            if (entries[above] <= entry) {
                break;
            }
            entries[at] = entries[above];
            at = above;
        }
        entries[at] = entry;
    }

    int pop() {
        long top = entries[0];
        long last = entries[--size];
        int at = 0;
        for (int first = 1; first < size; first = BRANCHES * at + 1) {
            int least = first;
            int end = Math.min(first + BRANCHES, size);
            for (int child = first + 1; child < end; child++) {
                if (entries[child] < entries[least]) {
                    least = child;
                }
            }
            if (entries[least] >= last) {
                break;
            }
            entries[at] = entries[least];
            at = least;
        }
        entries[at] = last;
        return (int) top;
    }
}
