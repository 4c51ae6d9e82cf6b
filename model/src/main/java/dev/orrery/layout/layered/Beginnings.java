package dev.orrery.layout.layered;

import java.util.Random;
import java.util.stream.IntStream;

/// Orders of the rows from which a search sets out.
final class Beginnings {
    private Beginnings() {}

    /// The first from the top and the second from the bottom, what hangs together side by side; more by chance.
    static Rows rows(Levels levels, int number, Random random) {
        return Rows.of(levels, number < 2 ? explored(levels, number == 0) : shuffled(levels, random));
    }

    /// All items as they are met going down (or up) first.
    private static int[] explored(Levels levels, boolean down) {
        int[] found = new int[levels.items()];
        boolean[] seen = new boolean[levels.items()];
        int[] waiting = new int[levels.segments() + levels.items()];
        int count = 0;
        for (int node = 0; node < levels.graph.nodes(); node++) {
            if (levels.degree(node, down) > 0) {
                continue;
            }
            int size = 0;
            waiting[size++] = node;
            while (size > 0) {
                int item = waiting[--size];
                if (seen[item]) {
                    continue;
                }
                seen[item] = true;
                found[count++] = item;
                for (int i = levels.degree(item, !down) - 1; i >= 0; i--) {
                    int next = levels.neighbour(item, !down, i);
                    if (!seen[next]) {
                        waiting[size++] = next;
                    }
                }
            }
        }
        return found;
    }

    private static int[] shuffled(Levels levels, Random random) {
        int[] items = IntStream.range(0, levels.items()).toArray();
        for (int i = items.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int item = items[i];
            items[i] = items[other];
            items[other] = item;
        }
        return items;
    }
}
